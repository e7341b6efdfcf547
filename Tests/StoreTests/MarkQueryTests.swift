import Conversations
import TestSupport
import Testing

@testable import Store

@Suite struct MarkQueryTests {
    private let spam = "Hello dear, earn 500 € a day from home: see my profile for more!"

    private func shop() throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.importing(
            [
                post("1", by: "Mia", "Wo ist mein Rad?"), post("2", by: "Bot1", spam, minute: 1),
                post("3", by: "Bot2", spam.uppercased(), minute: 2),
                post("4", by: "Bot3", "  " + spam + " ", minute: 3),
                post("5", by: "Ida", spam + " Is this real?", minute: 4),
                post("6", by: "Jan", "Ein anderer Faden", minute: 5),
                post("7", by: "Bot4", spam, minute: 6, parent: "6"),
            ])
        return temporary
    }

    @Test func `the same text is found in whatever case and blanks, where it begins a conversation`() throws {
        let found = try shop().store.keysAlike(digest("2"), limit: 10)
        #expect(Set(found.found) == Set(["2", "3", "4"].map { digest($0) }))
        #expect(!found.hasMore)
    }

    @Test func `a text without a word and a conversation that is not there find nothing`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", "!!!"), post("2", "!!!", minute: 1)])
        #expect(try temporary.store.keysAlike(digest("1"), limit: 10).found.isEmpty)
        #expect(try temporary.store.keysAlike(digest("99"), limit: 10).found.isEmpty)
        // A message is like itself, whatever it says.
        let plan = try temporary.store.judging(.alike(digest("1")), limit: 10)
        #expect(plan.messages.map(\.message) == [digest("1")])
    }

    @Test func `quotes and signs of the index's own language are only text`() throws {
        let temporary = try TemporaryStore()
        let text = "\"a\" OR b* NEAR(c) - text : ^d"
        try temporary.importing([post("1", text), post("2", text, minute: 1), post("3", "a or b", minute: 2)])
        #expect(Set(try temporary.store.keysAlike(digest("1"), limit: 10).found) == [digest("1"), digest("2")])
    }

    @Test func `what a query finds comes in the list's order, as many as are wanted`() throws {
        let store = try shop().store
        let all = try store.keys(of: InboxQuery(limit: .everything), limit: 3, now: .noon)
        #expect(all.found == ["6", "5", "4"].map { digest($0) })
        #expect(all.hasMore)
        let bots = try store.keys(of: InboxQuery(limit: try Query(parsing: "earn"), search: nil), limit: 9, now: .noon)
        #expect(bots.found.count == 5 && !bots.hasMore)
    }

    @Test func `views are counted as they are listed`() throws {
        let temporary = try shop()
        _ = try temporary.store.perform(.wait, on: [digest("1")], now: .noon.minutes(9))
        let queries = [
            InboxQuery(), InboxQuery(limit: .everything), InboxQuery(limit: Query(.state(.state(.waiting)))),
            InboxQuery(limit: Query(.state(.unanswered)), sort: .waiting),
        ]
        let counts = try temporary.store.counts(of: queries, now: .noon.minutes(10))
        #expect(counts == [5, 6, 1, 5])
        #expect(try counts == queries.map { try temporary.store.inbox($0, now: .noon.minutes(10)).rows.count })
    }
}
