import Conversations
import TestSupport
import Testing

@testable import Store

@Suite struct ActTests {
    let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?"), post("2", by: "Jonas", minute: 5, parent: "1"),
            post("3", by: "Ayşe", "Danke!", minute: 7),
        ])
    }

    var mia: Digest { digest("1") }

    func state(_ now: Moment = .noon) throws -> ConversationState? {
        try temporary.store.conversation(mia, now: now)?.state
    }

    @discardableResult
    func act(_ act: Act, minute: Int64 = 10) throws -> ActOutcome {
        try temporary.store.perform(act, on: [mia], now: .noon.minutes(minute))
    }

    @Test func `opening ends new and is no step to undo`() throws {
        #expect(try state() == .new)
        try act(.open)
        #expect(try state() == .open)
        #expect(try temporary.store.undo(now: .noon) == .failure(.nothingToUndo))
    }

    @Test func `resolving takes it off the list, undo brings it back, redo resolves again`() throws {
        try act(.resolve(.answered, reason: ""))
        #expect(try temporary.inbox().map(\.author) == ["Ayşe"])
        #expect(try temporary.store.undo(now: .noon.minutes(11)).get().kind == "state")
        #expect(try state() == .new)
        #expect(try temporary.store.redo(now: .noon.minutes(12)).get().conversation == mia)
        #expect(try state() == .resolved)
        #expect(try temporary.store.redo(now: .noon.minutes(13)) == .failure(.nothingToRedo))
    }

    @Test(arguments: [Act.label("rad", isOn: true), .assign("ben"), .prioritize(.high)])
    func `what is so already is written once, and taken back once`(wanted: Act) throws {
        #expect(try act(wanted) == .done(count: 1))
        let clock = try temporary.store.newestClock()
        #expect(try act(wanted, minute: 11) == .done(count: 0))
        #expect(try temporary.store.newestClock() == clock)
        let both = try temporary.store.perform(wanted, on: [mia, digest("3")], now: .noon.minutes(12))
        #expect(both == .done(count: 1))
        _ = try temporary.store.undo(now: .noon.minutes(13))
        _ = try temporary.store.undo(now: .noon.minutes(14))
        #expect(try temporary.store.undo(now: .noon.minutes(15)) == .failure(.nothingToUndo))
    }

    @Test func `a label that is not there is not taken away`() throws {
        #expect(try act(.label("rad", isOn: false)) == .done(count: 0))
        #expect(try act(.assign(nil)) == .done(count: 0))
    }

    @Test func `a new message reopens what was resolved`() throws {
        try act(.resolve(.answered, reason: ""))
        try temporary.importing([post("4", by: "Mia", "Es ist immer noch nicht da", minute: 20, parent: "2")])
        #expect(try state() == .open)
        #expect(try temporary.inbox()[0].waitingSince == .noon.minutes(20))
    }

    @Test func `an older message that comes late is unread and does not reopen`() throws {
        try act(.resolve(.answered, reason: ""))
        try temporary.importing([post("0", by: "Paul", "Bei mir auch", minute: 2, parent: "1")])
        #expect(try state() == .resolved)
        #expect(try temporary.store.conversation(mia, now: .noon)?.unreadCount == 1)
    }

    @Test func `what came after the newest message that was shown reopens`() throws {
        let shown = try #require(try temporary.store.conversation(mia, now: .noon)).newest
        try temporary.importing([post("4", by: "Mia", minute: 9, parent: "2")])
        _ = try temporary.store.perform(
            .resolve(.answered, reason: ""), on: [mia], shown: [mia: shown], now: .noon.minutes(10))
        #expect(try state() == .open)
    }

    @Test func `a snooze ends at its time`() throws {
        try act(.snooze(until: .noon.minutes(60)))
        #expect(try state(.noon.minutes(59)) == .snoozed)
        #expect(try temporary.inbox(now: .noon.minutes(59)).count == 1)
        #expect(try state(.noon.minutes(60)) == .open)
        #expect(try temporary.inbox(now: .noon.minutes(60)).count == 2)
        #expect(try temporary.inbox("is:snoozed", now: .noon.minutes(60)).isEmpty)
    }

    @Test func `what is left to the community comes back when somebody answers us`() throws {
        try act(.leaveToCommunity(until: .noon.minutes(1000)))
        try temporary.importing([post("4", by: "Paul", minute: 20, parent: "2")])
        #expect(try state() == .community)
        try temporary.importing([
            post("5", by: "Team", minute: 21, parent: "4"), post("6", by: "Paul", minute: 22, parent: "5"),
        ])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        #expect(try state() == .open)
    }

    @Test func `only reopening opens what is closed`() throws {
        try act(.close(reason: "erledigt"))
        try temporary.importing([post("4", by: "Mia", minute: 20, parent: "2")])
        #expect(try state() == .closed)
        #expect(try temporary.store.conversation(mia, now: .noon)?.unreadCount == 1)
        try act(.reopen, minute: 30)
        #expect(try state() == .open)
    }

    @Test func `labels, priority and assignee stay and can be taken back one by one`() throws {
        try act(.label("lieferung", isOn: true))
        try act(.prioritize(.urgent), minute: 11)
        try act(.assign("jan"), minute: 12)
        var row = try #require(try temporary.store.conversation(mia, now: .noon))
        #expect(row.labels == ["lieferung"])
        #expect(row.priority == .urgent)
        #expect(row.assignee == "jan")
        _ = try temporary.store.undo(now: .noon.minutes(13)).get()
        _ = try temporary.store.undo(now: .noon.minutes(14)).get()
        row = try #require(try temporary.store.conversation(mia, now: .noon))
        #expect(row.assignee == nil)
        #expect(row.priority == .normal)
        #expect(row.labels == ["lieferung"])
    }

    @Test func `undo says who acted on the same field later`() throws {
        try act(.resolve(.answered, reason: ""))
        let jan = try temporary.reopened(actor: "jan")
        _ = try jan.perform(.snooze(until: nil), on: [mia], now: .noon.minutes(20))
        #expect(try temporary.store.undo(now: .noon.minutes(21)) == .failure(.actedLater(actor: "jan")))
        #expect(try state() == .snoozed)
    }

    @Test func `one act on many conversations is one step`() throws {
        _ = try temporary.store.perform(
            .resolve(.acknowledged, reason: ""), on: [mia, digest("3")], now: .noon.minutes(10))
        #expect(try temporary.inbox().isEmpty)
        _ = try temporary.store.undo(now: .noon.minutes(11)).get()
        #expect(try temporary.inbox().count == 2)
    }

    @Test func `a restriction needs a guideline and a reason`() throws {
        let page = try #require(try temporary.store.thread(mia, now: .noon))
        guard case .message(let message) = page.rows[0].content else { throw Unexpected() }
        var decision = DecisionAct(
            message: message.digest, revision: message.revision, decision: .hidden, guideline: "", reason: "Beleidigung"
        )
        #expect(try act(.decide(decision)) == .refused(.needsGuidelineAndReason))
        decision.guideline = "3"
        let receipt = JudgingReceipt(messages: 1, conversations: 1, stillWaiting: 1)
        #expect(try act(.decide(decision)) == .judged(receipt))
        let decided = try #require(try temporary.store.thread(mia, now: .noon))
        guard case .message(let first) = decided.rows[0].content, case .decision(let shown) = decided.rows[1].content
        else { throw Unexpected() }
        #expect(first.decision == .hidden)
        #expect(shown.guideline == "3")
        #expect(!shown.isOutdated)
    }

    @Test func `a decision judges one revision`() throws {
        let page = try #require(try temporary.store.thread(mia, now: .noon))
        guard case .message(let message) = page.rows[0].content else { throw Unexpected() }
        try act(
            .decide(
                DecisionAct(
                    message: message.digest, revision: message.revision, decision: .kept, guideline: "", reason: "")))
        try temporary.importing(
            [post("1", by: "Mia", "Ihr Betrüger", editedAt: Moment.noon.minutes(30).milliseconds)],
            observedAt: .noon.minutes(31))
        let later = try #require(try temporary.store.thread(mia, now: .noon))
        guard case .decision(let shown) = later.rows[1].content else { throw Unexpected() }
        #expect(shown.isOutdated)
    }

    @Test func `deciding on a pending message ends its being pending`() throws {
        try temporary.importing([post("9", by: "Neu", "Erster!", minute: 1, status: .pending, channel: "blog")])
        let key = digest("9", channel: "blog")
        let page = try #require(try temporary.store.thread(key, now: .noon))
        guard case .message(let message) = page.rows[0].content else { throw Unexpected() }
        #expect(page.conversation.pendingCount == 1)
        _ = try temporary.store.perform(
            .decide(
                DecisionAct(
                    message: message.digest, revision: message.revision, decision: .kept, guideline: "", reason: "")),
            on: [key], now: .noon)
        #expect(try temporary.store.conversation(key, now: .noon)?.pendingCount == 0)
        _ = try temporary.store.undo(now: .noon).get()
        #expect(try temporary.store.conversation(key, now: .noon)?.pendingCount == 1)
    }

    @Test func `notes stand below their message`() throws {
        try act(.note("Ersatzrad anbieten"))
        let page = try #require(try temporary.store.thread(mia, now: .noon))
        guard case .note(let note) = page.rows[2].content else { throw Unexpected() }
        #expect(note.text == "Ersatzrad anbieten")
        #expect(note.actor == "anna")
    }

    @Test func `the log tells who did what and what was taken back`() throws {
        try act(.note("eins"))
        _ = try temporary.store.undo(now: .noon.minutes(11)).get()
        let log = try temporary.store.log()
        #expect(log.map(\.kind) == [.undo, .note])
        #expect(log.map(\.isOn) == [true, false])
        #expect(log[1].osUser == "anna@test")
    }

    @Test func `rebuilding gives the same projections`() throws {
        try act(.resolve(.answered, reason: ""))
        try act(.label("rad", isOn: true), minute: 11)
        _ = try temporary.store.undo(now: .noon.minutes(12)).get()
        try temporary.store.setTeam(account("Jonas"), isTeam: true, now: .noon.minutes(13))
        let digests = try temporary.store.rebuild(keep: false)
        #expect(digests.before == digests.after)
    }
}

struct Unexpected: Error {}
