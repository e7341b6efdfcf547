/// Makes messages of the objects in the files of days.
struct SlackMessageReader {
    private var people: SlackPeople
    private let markup: SlackText
    private var blocks = SlackBlocks()
    private var message = JSONFields<SlackMessageKey>()
    private var outer = JSONFields<SlackMessageKey>()
    private var part = JSONFields<SlackPartKey>()

    init(people: SlackPeople, channels: SlackChannels) {
        self.people = people
        markup = SlackText(people: people, channels: channels)
    }

    mutating func read(
        _ record: inout JSONRecord, in scope: SlackChannels.Scope, at place: ExportPlace,
        yield: (ExportEvent) throws -> Void
    ) throws {
        guard record.first(in: record.root) != nil else { return try yield(.skipped(place, reason: "empty object")) }
        outer.read(record.root, in: &record)
        let subtype = record.string(outer[.subtype]) ?? ""
        // What a message became or was stands inside the notice about it.
        switch subtype {
        case "message_changed": message.read(outer[.message], in: &record)
        case "message_deleted": message.read(outer[.previousMessage], in: &record)
        default: message = outer
        }
        let deleted = subtype == "message_deleted" ? record.identifier(outer[.deletedTs]) : nil
        guard let message = decode(&record, in: scope, deleted: deleted, at: place) else {
            return try yield(.skipped(place, reason: "no time and no content"))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func decode(
        _ record: inout JSONRecord, in scope: SlackChannels.Scope, deleted: String?, at place: ExportPlace
    ) -> ExportedMessage? {
        let subtype = record.string(message[.subtype]) ?? ""
        let written = deleted ?? record.scalar(message[.ts]) ?? ""
        let source = withoutSecrets(text(&record))
        let plain = markup.plain(source)
        let attachments = files(&record)
        if written.isEmpty, plain.isEmpty, attachments.isEmpty { return nil }
        let time = stamp(written)
        if time == nil { record.repairs.formUnion([.unusableID, .timeUnknown]) }
        let thread = record.identifier(message[.threadTs]).flatMap { stamp($0) == nil ? nil : $0 }
        return ExportedMessage(
            channel: scope.channel, id: time == nil ? nil : written, parent: thread == written ? nil : thread,
            thread: thread.map { ExportedThread(id: $0) }, account: account(&record),
            time: ExportedTime(milliseconds: time, written: written, zoneIsKnown: time != nil),
            editedAt: edit(&record), text: plain, markup: source == plain ? nil : source,
            kind: SlackSubtype(subtype).kind, status: deleted != nil || subtype == "tombstone" ? .deleted : nil,
            isPrivate: scope.isPrivate, likes: likes(&record), attachments: attachments, place: place)
    }

    private mutating func text(_ record: inout JSONRecord) -> String {
        if let text = record.string(message[.text]), !text.isEmpty { return text }
        let text = blocks.text(ofBlocks: message[.blocks], in: &record)
        return text.isEmpty ? blocks.text(ofAttachments: message[.attachments], in: &record) : text
    }

    private mutating func account(_ record: inout JSONRecord) -> ExportedAccount? {
        part.read(message[.comment], in: &record)
        if let id = record.identifier(message[.user]) ?? record.identifier(part[.user]) {
            if let known = people[id] { return known }
            var account = people.account(message[.userProfile], in: &record)
            account?.id = id
            return account ?? ExportedAccount(id: id, name: id)
        }
        var account = people.account(message[.botProfile], in: &record)
        let id = record.identifier(message[.botId])
        let name = record.string(message[.username]) ?? ""
        guard account != nil || id != nil || !name.isEmpty else { return nil }
        account = account ?? ExportedAccount(id: id, name: name)
        if let id { account?.id = id }
        if !name.isEmpty { account?.name = name }
        account?.isBot = true
        return account
    }

    private mutating func files(_ record: inout JSONRecord) -> [String] {
        var names: [String] = []
        let list = record.elements(of: message[.files]) + [message[.file]].compactMap(\.self)
        for file in list {
            part.read(file, in: &record)
            let name = record.string(part[.name]) ?? record.string(part[.title]) ?? ""
            if !name.isEmpty { names.append(name) }
        }
        return names
    }

    private mutating func likes(_ record: inout JSONRecord) -> Int? {
        var sum: Int?
        for reaction in record.elements(of: message[.reactions]) {
            part.read(reaction, in: &record)
            guard let count = record.integer(part[.count]), count >= 0 else { continue }
            sum = saturatingSum(sum ?? 0, count)
        }
        return sum
    }

    private mutating func edit(_ record: inout JSONRecord) -> Int64? {
        part.read(message[.edited], in: &record)
        return record.scalar(part[.ts]).flatMap(stamp)
    }
}

/// Milliseconds since 1970 UTC of `1709294400.000100`; nil: it is no stamp of Slack, and no id either.
private func stamp(_ written: String) -> Int64? {
    guard let first = written.utf8.first, first &- UInt8(ascii: "0") < 10, written.utf8.count <= 20 else { return nil }
    var text = written
    guard let time = text.withUTF8(epochMilliseconds), timeRange.contains(time) else { return nil }
    return time
}

/// Counts of strangers must not overflow.
func saturatingSum(_ one: Int, _ other: Int) -> Int {
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? Int.max : sum
}
