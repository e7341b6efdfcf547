import Conversations
import Exports
import GRDB

/// Row in a staging table, and key.
typealias StagedKey = (id: Int64, digest: Digest)

/// Puts accounts and threads of an export into their staging tables. What was seen lately stays in memory, so that
/// most messages need no look at a table; memory does not grow with the community.
struct StagedAccounts {
    private let merge: BulkStatement
    private var recent: [Key: Known] = [:]
    private let recentLimit: Int

    /// How many stay in memory.
    static let usualLimit = 20_000

    private struct Key: Hashable {
        var channel: Int64
        var id: String?
        var name: String
    }

    private struct Known {
        var staged: StagedKey
        var said: ExportedAccount
    }

    init(_ database: Database, recentLimit: Int = Self.usualLimit) throws {
        self.recentLimit = recentLimit
        merge = try BulkStatement(database, sql: StagingTables.mergeAccount)
    }

    /// - Returns: nil where nothing is known of the account.
    mutating func stage(
        _ account: ExportedAccount, of platform: String, in channel: StagedKey
    ) throws -> StagedKey? {
        if account.id == nil, account.name.isEmpty { return nil }
        let key = Key(channel: channel.id, id: account.id, name: account.id == nil ? account.name : "")
        let known = recent[key]
        if let known, known.said == account { return known.staged }
        let digest =
            known?.staged.digest
            ?? NaturalKey.account(platform: platform, channel: channel.digest, id: account.id, name: account.name)
        let staged = (id: try merge(account, of: platform, digest), digest: digest)
        if known == nil, recent.count >= recentLimit { recent.removeAll(keepingCapacity: true) }
        recent[key] = Known(staged: staged, said: account)
        return staged
    }

    private func merge(_ account: ExportedAccount, of platform: String, _ digest: Digest) throws -> Int64 {
        merge.bind(digest, at: 1)
        merge.bind(platform, at: 2)
        merge.bind(account.id, at: 3)
        merge.bind(account.handle, at: 4)
        merge.bind(account.shownName, at: 5)
        merge.bind(account.isBot, at: 6)
        merge.bind(account.isOwner, at: 7)
        return try merge.returnedRow()
    }
}

/// The same for the platforms' threads.
struct StagedThreads {
    private let merge: BulkStatement
    private var recent: [Digest: Known] = [:]

    private struct Known {
        var row: Int64
        var said: ExportedThread
    }

    private let recentLimit: Int

    init(_ database: Database, recentLimit: Int = StagedAccounts.usualLimit) throws {
        self.recentLimit = recentLimit
        merge = try BulkStatement(database, sql: StagingTables.mergeThread)
    }

    mutating func stage(_ thread: ExportedThread, in channel: StagedKey) throws -> Int64 {
        let digest = NaturalKey.thread(channel: channel.digest, id: thread.id)
        let known = recent[digest]
        if let known, known.said == thread { return known.row }
        merge.bind(digest, at: 1)
        merge.bind(channel.id, at: 2)
        merge.bind(thread.id, at: 3)
        merge.bind(thread.title, at: 4)
        merge.bind(thread.link, at: 5)
        let row = try merge.returnedRow()
        if known == nil, recent.count >= recentLimit { recent.removeAll(keepingCapacity: true) }
        recent[digest] = Known(row: row, said: thread)
        return row
    }
}

extension BulkStatement {
    /// Runs a statement that returns one row number.
    fileprivate func returnedRow() throws -> Int64 {
        var row: Int64 = 0
        while try step() { row = integer(0) }
        return row
    }
}

extension ExportedAccount {
    var shownName: String { name.isEmpty ? handle : name }
}
