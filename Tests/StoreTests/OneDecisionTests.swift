import Conversations
import TestSupport
import Testing

@testable import Store

/// One decision on one message follows the rule of one decision for many.
@Suite struct OneDecisionTests {
    private let temporary: TemporaryStore
    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo ist mein Rad?"), post("2", by: "Bot", "Spam", minute: 1, parent: "1"),
            post("3", by: "Bot", "Spam", minute: 2),
        ])
    }

    private func decide(_ id: String, shown: [Digest: Position] = [:], minute: Int64 = 10) throws -> ActOutcome {
        let revision = try #require(try store.revision(of: digest(id)))
        let act = DecisionAct(
            message: digest(id), revision: revision, decision: .hidden, guideline: "3", reason: "spam")
        return try store.perform(.decide(act), on: [digest(id)], shown: shown, now: .noon.minutes(minute))
    }

    private func row(_ id: String) throws -> InboxRow {
        try #require(try store.conversation(digest(id), now: .noon.minutes(60)))
    }

    @Test func `where others wait the conversation stays open, and that is said`() throws {
        #expect(try decide("2") == .judged(JudgingReceipt(messages: 1, conversations: 1, stillWaiting: 1)))
        #expect(try row("1").state == .open)
        #expect(try temporary.inbox("is:unanswered", now: .noon.minutes(60)).map(\.id).contains(digest("1")))
        #expect(try decide("1", minute: 11) == .done(count: 1))
        #expect(try row("1").state == .resolved)
    }

    @Test func `where nobody else waits it is resolved, and undo opens it again`() throws {
        #expect(try decide("3") == .done(count: 1))
        #expect(try row("3").state == .resolved)
        _ = try store.undo(now: .noon.minutes(11)).get()
        #expect(try row("3").state == .new)
    }

    @Test func `what was seen is read, and where nothing of it is known nothing is`() throws {
        _ = try decide("2")
        #expect(try row("1").unreadCount == 2)
        let newest = try row("1").newest
        _ = try decide("2", shown: [digest("1"): newest], minute: 11)
        #expect(try row("1").unreadCount == 2, "shown was of another key")
        _ = try decide("2", shown: [digest("2"): newest], minute: 12)
        #expect(try row("1").unreadCount == 0)
    }
}
