import Conversations
import GRDB
import TestSupport
import Testing

@testable import Store

/// `resolved:`, and the column that it rests on.
@Suite struct ResolvedTests {
    let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing((1...5).map { post("\($0)", by: "Mia \($0)", minute: Int64($0)) })
    }

    private func act(_ act: Act, _ id: String, _ moment: Moment) throws {
        _ = try temporary.store.perform(act, on: [digest(id)], now: moment)
    }

    private func found(_ query: String, now: Moment = .noon.minutes(60)) throws -> [String] {
        try temporary.inbox(query, now: now).map(\.author).sorted()
    }

    @Test func `what was resolved or closed today is found, until it is reopened or taken back`() throws {
        try act(.resolve(.answered, reason: ""), "1", .noon.minutes(10))
        try act(.close(reason: ""), "2", .noon.minutes(11))
        try act(.resolve(.answered, reason: ""), "3", .noon.minutes(-3000))
        try act(.wait, "4", .noon.minutes(12))
        #expect(try found("resolved:today") == ["Mia 1", "Mia 2"])
        #expect(try found("resolved:>2d") == ["Mia 3"])
        #expect(try found("resolved:<1h") == ["Mia 1", "Mia 2"])
        #expect(try found("-resolved:2026") == ["Mia 4", "Mia 5"])
        #expect(try found("resolved:today", now: .noon.minutes(1500)).isEmpty)
        try act(.reopen, "1", .noon.minutes(13))
        #expect(try found("resolved:today") == ["Mia 2"])
        _ = try temporary.store.undo(now: .noon.minutes(14))
        #expect(try found("resolved:today") == ["Mia 1", "Mia 2"])
        try temporary.importing([post("6", by: "Mia 1", "noch einmal", minute: 30, parent: "1")])
        #expect(try found("resolved:today") == ["Mia 2"])
    }

    @Test func `what the first import resolved was resolved on no day`() throws {
        let other = try TemporaryStore()
        try other.importing([post("1", minute: -600_000), post("2", by: "Jonas")], from: .date(.noon.minutes(-1000)))
        #expect(try other.inbox("is:resolved").count == 1)
        #expect(try other.inbox("resolved:..2030").isEmpty)
    }

    @Test func `a replay gives the same days`() throws {
        try act(.resolve(.answered, reason: ""), "1", .noon.minutes(10))
        try act(.close(reason: ""), "2", .noon.minutes(11))
        try act(.reopen, "2", .noon.minutes(12))
        let digests = try temporary.store.rebuild(keep: true)
        #expect(digests.before == digests.after)
        #expect(try found("resolved:today") == ["Mia 1"])
    }

    @Test func `a store from before gains the days of what is resolved`() throws {
        try act(.resolve(.answered, reason: ""), "1", .noon.minutes(10))
        try act(.close(reason: ""), "2", .noon.minutes(11))
        try act(.wait, "3", .noon.minutes(12))
        _ = try temporary.store.undo(now: .noon.minutes(13))
        let before = try temporary.store.rebuild(keep: false).before
        try temporary.store.write { database in
            try database.execute(
                sql: """
                    DROP INDEX conversation_resolved; ALTER TABLE conversation DROP COLUMN resolved_at;
                    DELETE FROM grdb_migrations WHERE identifier = '7'; PRAGMA user_version = 6;
                    """)
        }
        let store = try temporary.reopened()
        #expect(try store.rebuild(keep: false) == (before, before))
        #expect(
            try store.inbox(InboxQuery(limit: Query(parsing: "resolved:today")), now: .noon.minutes(60)).rows.count == 2
        )
    }

    @Test func `a day is found along its own index, and nothing is sorted or scanned for it`() throws {
        let plan = try temporary.store.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    EXPLAIN QUERY PLAN SELECT id FROM conversation INDEXED BY conversation_resolved
                    WHERE resolved_at IS NOT NULL AND resolved_at >= 1 AND resolved_at < 2
                    """
            ).map { $0["detail"] as String }
        }
        #expect(
            plan == ["SEARCH conversation USING COVERING INDEX conversation_resolved (resolved_at>? AND resolved_at<?)"]
        )
    }
}
