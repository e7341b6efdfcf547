import Conversations
import TestSupport
import Testing

@testable import Store

/// One decision for many messages.
@Suite struct JudgingTests {
    private static let spam = "Hello dear, earn 500 € a day from home!"
    private let temporary: TemporaryStore

    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo ist mein Rad?"), post("2", by: "Bot1", Self.spam, minute: 1),
            post("3", by: "Bot2", Self.spam.uppercased(), minute: 2), post("4", by: "Bot3", Self.spam, minute: 3),
            post("5", by: "Bot4", Self.spam, minute: 4, parent: "1"),
            post("6", by: "Ida", Self.spam + " Is this real?", minute: 5),
        ])
    }

    private func plan(_ source: JudgingSource, limit: Int = 100) throws -> JudgingPlan {
        try store.judging(source, limit: limit)
    }

    private func hide(_ plan: JudgingPlan, by store: Store? = nil, minute: Int64 = 10) throws -> ActOutcome {
        let judging = Judging(messages: plan.messages, decision: .hidden, guideline: "3", reason: "spam")
        return try (store ?? self.store).perform(.judge(judging), on: plan.conversations, now: .noon.minutes(minute))
    }

    private func state(_ id: String) throws -> ConversationState? {
        try store.conversation(digest(id), now: .noon.minutes(60))?.state
    }

    private func found(_ query: String) throws -> Int { try temporary.inbox(query, now: .noon.minutes(60)).count }

    @Test func `all messages with the same text are found, inside of conversations too`() throws {
        let plan = try plan(.alike(digest("2")))
        #expect(Set(plan.messages.map(\.message)) == Set(["2", "3", "4", "5"].map { digest($0) }))
        #expect(Set(plan.conversations) == Set(["1", "2", "3", "4"].map { digest($0) }))
        #expect(plan.leftOut == [:] && !plan.hasMore)
        #expect(try self.plan(.alike(digest("5"))).messages.count == 4)
        #expect(try self.plan(.alike(digest("5")), limit: 2).hasMore)
    }

    @Test func `one decision is for all, resolves where nobody else waits, and says where somebody does`() throws {
        let outcome = try hide(plan(.alike(digest("2"))))
        #expect(outcome == .judged(JudgingReceipt(messages: 4, conversations: 4, stillWaiting: 1)))
        #expect(try found("decision:hidden") == 4)
        #expect(try state("2") == .resolved && state("3") == .resolved && state("4") == .resolved)
        #expect(try state("1") == .open)
    }

    @Test func `where somebody else waits, what nobody looked at stays unread`() throws {
        let conversation = try #require(try store.conversation(digest("1"), now: .noon))
        let plan = try plan(.alike(digest("2")))
        let judging = Judging(messages: plan.messages, decision: .hidden, guideline: "3", reason: "spam")
        _ = try store.perform(
            .judge(judging), on: plan.conversations, shown: [digest("1"): conversation.newest], now: .noon.minutes(10))
        #expect(try store.conversation(digest("1"), now: .noon)?.unreadCount == 2)
        #expect(try store.conversation(digest("2"), now: .noon)?.unreadCount == 0)
    }

    @Test func `what came while one decision for many was made does not reopen when it was decided on too`() throws {
        let seen = try #require(try store.conversation(digest("2"), now: .noon)).newest
        try temporary.importing([post("10", by: "Bot1", Self.spam, minute: 8, parent: "2")])
        let plan = try plan(.alike(digest("3")))
        let judging = Judging(messages: plan.messages, decision: .hidden, guideline: "3", reason: "spam")
        _ = try store.perform(
            .judge(judging), on: plan.conversations, shown: [digest("2"): seen], now: .noon.minutes(10))
        #expect(try state("2") == .resolved)
    }

    @Test func `marked conversations are decided on by their first messages`() throws {
        let marked = try plan(.firstOf([digest("1"), digest("6")]))
        #expect(marked.messages.map(\.message) == [digest("1"), digest("6")])
        #expect(try hide(marked) == .judged(JudgingReceipt(messages: 2, conversations: 2, stillWaiting: 1)))
    }

    @Test func `it is one step to take back, after a restart and out of the history too`() throws {
        _ = try hide(plan(.alike(digest("2"))))
        let later = try temporary.reopened()
        #expect(try later.history(before: .max).rows[0].count == 4)
        #expect(try later.undo(now: .noon.minutes(20)).get().kind == "decision")
        #expect(try found("decision:hidden") == 0 && state("2") == .new)
        #expect(try later.redo(now: .noon.minutes(21)).get().kind == "decision")
        #expect(try found("decision:hidden") == 4 && state("2") == .resolved)
        let row = try #require(try later.history(before: .max).rows.first { $0.kind == .decision })
        #expect(try later.undo(act: row.id, now: .noon.minutes(22)).get().kind == "decision")
        #expect(try found("decision:hidden") == 0)
        #expect(try later.undo(now: .noon.minutes(23)) == .failure(.nothingToUndo))
    }

    @Test func `what stands in the way is told, message by message`() throws {
        try temporary.importing([
            post("7", by: "Bot5", Self.spam, minute: 6, status: .deleted),
            post("8", by: "Bot6", Self.spam, minute: 7), post("9", by: "Team", Self.spam, minute: 8),
        ])
        try store.setTeam(account("Team"), isTeam: true, now: .noon.minutes(8))
        _ = try store.perform(.close(reason: ""), on: [digest("8")], now: .noon.minutes(9))
        _ = try hide(plan(.firstOf([digest("2")])))
        let plan = try plan(.alike(digest("3")))
        #expect(plan.leftOut == [.deleted: 1, .closed: 1, .ours: 1, .decided: 1])
        #expect(plan.messages.count == 3)
        #expect(try self.plan(.firstOf([digest("99")])).leftOut == [.gone: 1])
    }

    @Test func `a text with several senders is left out`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia", "One")])
        try temporary.importing([post("1", by: "Eve", "Two", editedAt: Moment.noon.minutes(3).milliseconds)])
        #expect(try temporary.store.judging(.firstOf([digest("1")]), limit: 9).leftOut == [.disputed: 1])
    }

    @Test func `what another moderator decided meanwhile stands, and is told`() throws {
        let before = try plan(.alike(digest("2")))
        let ben = try temporary.reopened(actor: "ben")
        let kept = DecisionAct(
            message: digest("3"), revision: before.messages.first { $0.message == digest("3") }!.revision,
            decision: .kept, guideline: "", reason: "")
        _ = try ben.perform(.decide(kept), on: [digest("3")], now: .noon.minutes(9))
        try temporary.importing(
            [post("4", by: "Bot3", "I have edited this", minute: 3, editedAt: Moment.noon.minutes(9).milliseconds)],
            observedAt: .noon.minutes(9))
        let outcome = try hide(before)
        #expect(
            outcome
                == .judged(
                    JudgingReceipt(
                        messages: 2, conversations: 2, leftOut: [.decided: 1, .changed: 1], stillWaiting: 1)))
        #expect(try found("decision:kept") == 1 && found("decision:hidden") == 2)
    }

    @Test func `where nothing is left to decide on, nothing is written`() throws {
        let before = try plan(.alike(digest("2")))
        _ = try hide(before)
        let clock = try store.newestClock()
        let outcome = try hide(before, by: temporary.reopened(actor: "ben"), minute: 11)
        #expect(outcome == .judged(JudgingReceipt(messages: 0, conversations: 0, leftOut: [.decided: 4])))
        #expect(try store.newestClock() == clock)
    }

    @Test func `who is overruled by one decision for many is told`() throws {
        let before = try plan(.alike(digest("2")))
        let start = try store.newestClock()
        _ = try hide(before)
        let ben = try temporary.reopened(actor: "ben")
        for message in before.messages {
            let kept = DecisionAct(
                message: message.message, revision: message.revision, decision: .kept, guideline: "", reason: "")
            _ = try ben.perform(.decide(kept), on: [message.conversation], now: .noon.minutes(11))
        }
        let told = try #require(try store.overruling(after: start))
        #expect(told.actor == "ben" && told.kind == "decision")
        #expect(try store.undo(now: .noon.minutes(12)) == .failure(.actedLater(actor: "ben")))
    }

    @Test func `whose act somebody else takes back is told`() throws {
        _ = try store.perform(.label("eins", isOn: true), on: [digest("2")], now: .noon.minutes(9))
        let (clock, act) = (try store.newestClock(), try #require(try store.history().rows.first?.id))
        let ben = try temporary.reopened(actor: "ben")
        _ = try ben.undo(act: act, now: .noon.minutes(10))
        let told = try #require(try store.overruling(after: clock))
        #expect(told.actor == "ben" && told.kind == "label" && told.isUndo)
        #expect(try ben.overruling(after: clock) == nil)
    }

    @Test func `a decision that restricts needs a guideline and a reason for many too`() throws {
        let judging = Judging(
            messages: try plan(.alike(digest("2"))).messages, decision: .removed, guideline: "3", reason: " ")
        #expect(
            try store.perform(.judge(judging), on: [], now: .noon.minutes(9)) == .refused(.needsGuidelineAndReason))
    }

    @Test func `a rebuild gives the same`() throws {
        _ = try hide(plan(.alike(digest("2"))))
        let digests = try store.rebuild(keep: false)
        #expect(digests.before == digests.after)
    }
}
