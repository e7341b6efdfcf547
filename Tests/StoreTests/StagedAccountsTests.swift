import Conversations
import Exports
import GRDB
import TestSupport
import Testing

@testable import Store

/// Communities that are larger than what stays in memory while an export is read.
@Suite struct StagedAccountsTests {
    private let database: DatabaseQueue
    private let channel: StagedKey = (1, NaturalKey.channel(platform: "forum", key: "laden"))

    init() throws {
        database = try DatabaseQueue()
        try database.inDatabase { try $0.execute(sql: StagingTables.create) }
    }

    @Test(arguments: [1, 2, 100])
    func `an account that comes again is the same one, and what is new of it is noted`(_ limit: Int) throws {
        let found = try database.write { database in
            var accounts = try StagedAccounts(database, recentLimit: limit)
            for name in ["Mia", "Jonas", "Ayşe", "Mia K.", "Jonas", "Ayşe"] {
                _ = try accounts.stage(
                    ExportedAccount(id: "id-\(name.prefix(2))", name: name), of: "forum", in: channel)
            }
            _ = try accounts.stage(ExportedAccount(id: "id-Mi", name: "Mia", isBot: true), of: "forum", in: channel)
            return try Row.fetchAll(database, sql: "SELECT name, is_bot FROM staged_account ORDER BY id")
                .map { "\($0[0] as String) \($0[1] as Bool)" }
        }
        #expect(found == ["Mia K. true", "Jonas false", "Ayşe false"])
    }

    @Test(arguments: [1, 100])
    func `a thread that comes again is the same one, with the greater of two titles`(_ limit: Int) throws {
        let found = try database.write { database in
            var threads = try StagedThreads(database, recentLimit: limit)
            let rows = try ["a", "b", "a", "b"].enumerated().map { index, id in
                try threads.stage(ExportedThread(id: id, title: "\(id) \(index)", link: ""), in: channel)
            }
            return (rows, try String.fetchAll(database, sql: "SELECT title FROM staged_thread ORDER BY id"))
        }
        #expect(found.0 == [1, 2, 1, 2])
        #expect(found.1 == ["a 2", "b 3"])
    }
}
