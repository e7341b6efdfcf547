import Conversations
import Exports
import Foundation
import GRDB

/// Gives each record of an export its keys and puts it into the staging tables.
struct Stager {
    private let insert: BulkStatement
    private let database: Database
    private var channels: [ExportedChannel: StagedKey] = [:]
    /// The channel of the message before, which most messages share.
    private var latestChannel: (said: ExportedChannel, staged: StagedKey)?
    private var threads: StagedThreads
    private var accounts: StagedAccounts
    /// How often the same was said so far in a file. Files of one archive may overlap, as exports do.
    private var occurrences: [Digest: Int] = [:]
    private var entry = ""
    /// Where the message before stands: one without a time follows it directly.
    private var previous: (time: Int64, sequence: Int64) = (0, 0)
    private var builder = DigestBuilder()
    private(set) var count = 0
    private(set) var systemCount = 0
    private(set) var first: Int64?
    private(set) var last: Int64?

    init(_ database: Database) throws {
        self.database = database
        insert = try BulkStatement(database, sql: StagingTables.insertMessage)
        threads = try StagedThreads(database)
        accounts = try StagedAccounts(database)
    }

    var channelNames: [String] { channels.keys.map(\.name).sorted() }

    mutating func stage(_ message: ExportedMessage) throws {
        let channel = try channel(message.channel)
        let account = try message.account.flatMap {
            try accounts.stage($0, of: message.channel.platform, in: channel)
        }
        let digest = key(of: message, channel: channel.digest, account: account?.digest)
        notePlace(message, digest)
        count += 1
        systemCount += message.kind == .system ? 1 : 0
        bindWhere(message, digest, channel, account)
        insert.bind(try message.thread.map { try threads.stage($0, in: channel) }, at: 6)
        bindWhat(message)
        try insert.run()
        try stagePersonal(message.personal)
    }

    /// Of the message that was staged last.
    private func stagePersonal(_ details: [PersonalDetail]) throws {
        guard !details.isEmpty else { return }
        let row = database.lastInsertedRowID
        for detail in details {
            try database.execute(
                sql: "INSERT INTO staged_personal (staged, kind, value) VALUES (?, ?, ?)",
                arguments: [row, detail.kind.rawValue, detail.value])
        }
    }

    /// Keys and links: the first seven parameters but the thread.
    private mutating func bindWhere(
        _ message: ExportedMessage, _ digest: Digest, _ channel: StagedKey, _ account: StagedKey?
    ) {
        let parent =
            message.parent.map { messageDigest(message.channel.platform, channel.digest, $0) }
            ?? message.parentMark.flatMap { Digest(bytes: $0) }
        insert.bind(digest, at: 1)
        insert.bind(channel.id, at: 2)
        insert.bind(account?.id, at: 3)
        insert.bind(message.account.map(\.shownName) ?? "", at: 4)
        insert.bind(message.id, at: 5)
        insert.bind(parent, at: 7)
    }

    /// What is said and where it stands: the parameters from the time on.
    private mutating func bindWhat(_ message: ExportedMessage) {
        insert.bind(message.time.milliseconds, at: 8)
        insert.bind(message.time.written, at: 9)
        insert.bind(message.time.zoneIsKnown, at: 10)
        insert.bind(previous.time, at: 11)
        insert.bind(previous.sequence, at: 12)
        insert.bind(message.kind.rawValue, at: 13)
        insert.bind(message.isPrivate, at: 14)
        insert.bind(message.status?.rawValue, at: 15)
        insert.bind(message.likes, at: 16)
        insert.bind(message.shares, at: 17)
        insert.bind(message.rating, at: 18)
        insert.bind(message.language, at: 19)
        insert.bind(message.permalink, at: 20)
        insert.bind(Stager.json(message.attachments), at: 21)
        insert.bind(textDigest(message.text), at: 22)
        insert.bind(message.text, at: 23)
        insert.bind(message.markup, at: 24)
        insert.bind(message.editedAt ?? 0, at: 25)
        insert.bind(message.place.unit.rawValue, at: 26)
        insert.bind(message.place.path, at: 27)
        insert.bind(message.place.entry, at: 28)
        insert.bind(message.place.number, at: 29)
        insert.bind(message.place.byteOffset, at: 30)
    }

    /// An unknown time sorts directly after its predecessor in the file.
    private mutating func notePlace(_ message: ExportedMessage, _ digest: Digest) {
        guard let time = message.time.milliseconds else {
            previous.sequence = previous.sequence == .max ? .max : previous.sequence + 1
            return
        }
        previous = (time, NaturalKey.sequence(id: message.id, digest: digest))
        first = min(first ?? time, time)
        last = max(last ?? time, time)
    }

    private mutating func key(of message: ExportedMessage, channel: Digest, account: Digest?) -> Digest {
        if let id = message.id {
            return messageDigest(message.channel.platform, channel, id)
        }
        let base = NaturalKey.message(
            channel: channel, account: account, written: message.time.written, text: message.text, occurrence: 0)
        if message.place.entry != entry {
            entry = message.place.entry
            occurrences.removeAll(keepingCapacity: true)
        }
        let occurrence = occurrences[base, default: 0]
        occurrences[base] = occurrence + 1
        guard occurrence > 0 else { return base }
        return NaturalKey.message(
            channel: channel, account: account, written: message.time.written, text: message.text,
            occurrence: occurrence)
    }

    private mutating func messageDigest(_ platform: String, _ channel: Digest, _ id: String) -> Digest {
        NaturalKey.message(platform: platform, channel: channel, id: id, builder: &builder)
    }

    private mutating func textDigest(_ text: String) -> Digest {
        NaturalKey.text(text, builder: &builder)
    }

    private static func json(_ names: [String]) -> String? {
        guard !names.isEmpty, let data = try? JSONEncoder().encode(names) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }
}

extension Stager {
    private mutating func channel(_ channel: ExportedChannel) throws -> StagedKey {
        if let latestChannel, latestChannel.said == channel { return latestChannel.staged }
        let staged = try channels[channel] ?? stage(channel)
        latestChannel = (channel, staged)
        return staged
    }

    private mutating func stage(_ channel: ExportedChannel) throws -> StagedKey {
        let digest = NaturalKey.channel(platform: channel.platform, key: channel.key)
        try database.execute(
            sql: "INSERT INTO staged_channel (digest, platform, key, name, grouping) VALUES (?, ?, ?, ?, ?)",
            arguments: [digest, channel.platform, channel.key, channel.name, channel.grouping.rawValue])
        let staged = (id: database.lastInsertedRowID, digest: digest)
        channels[channel] = staged
        return staged
    }

    /// Notes an account; one that the export calls the owner needs no message.
    mutating func account(_ account: ExportedAccount, in channel: ExportedChannel) throws {
        _ = try accounts.stage(account, of: channel.platform, in: try self.channel(channel))
    }
}
