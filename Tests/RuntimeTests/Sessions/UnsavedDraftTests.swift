import Conversations
import Dashboard
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Drafts that are written while somebody else holds the store.
@MainActor @Suite struct UnsavedDraftTests {
    private func runner(_ store: Store) throws -> EffectRunner {
        EffectRunner(store: store, mailbox: try #require(Mailbox()), clock: { .noon }, say: { "\($0)" })
    }

    private func draft(_ message: String, _ text: String, over taken: Draft? = nil) -> Effect {
        .saveDraft(
            conversation: digest(message), message: digest(message), text: text, cursor: text.count, over: taken,
            now: true)
    }

    private func text(_ store: Store, _ message: String) throws -> String? {
        try store.thread(digest(message), now: .noon)?.draft?.text
    }

    /// Types without waiting: nothing settles while somebody else holds the store.
    private func type(_ script: String, _ evening: DashboardLoopTests.Evening) throws {
        for key in try KeyScript(script).keys {
            evening.display.enqueue(.key(key))
            evening.loop.step(early: true)
        }
    }

    @Test func `a second draft takes nothing from the first, and both come to the store`() throws {
        let temporary = try DashboardLoopTests().shop()
        let evening = try DashboardLoopTests.Evening(temporary, store: temporary.impatient())
        let lock = try ForeignLock(temporary.store.path)
        try type("enter r \"ENTWURF EINS\" esc q j r \"ENTWURF ZWEI\" esc", evening)
        lock.release()
        evening.loop.settle()
        #expect(try text(temporary.store, "4") == "ENTWURF EINS")
        #expect(try text(temporary.store, "3") == "ENTWURF ZWEI")
    }

    @Test func `a draft that still waits is gone on with where its reply is opened again`() throws {
        let temporary = try DashboardLoopTests().shop()
        let evening = try DashboardLoopTests.Evening(temporary, store: temporary.impatient())
        let lock = try ForeignLock(temporary.store.path)
        try type("enter r \"EINS\" esc q j r \"ZWEI\" esc q k enter r", evening)
        #expect(evening.loop.dashboard.composer?.editor.text == "EINS")
        try type("\"!\" esc", evening)
        lock.release()
        evening.loop.settle()
        #expect(try text(temporary.store, "4") == "EINS!")
        #expect(try text(temporary.store, "3") == "ZWEI")
    }

    @Test func `all that the store does not take are given back, in order, each with its newest text`() throws {
        let temporary = try DashboardLoopTests().shop()
        let runner = try runner(temporary.impatient())
        let lock = try ForeignLock(temporary.store.path)
        for effect in [draft("1", "a"), draft("3", "b"), draft("1", "aa"), draft("4", "c")] {
            #expect(runner.run(effect) { _, _ in nil }.isEmpty)
        }
        #expect(runner.finish(patience: 0).map(\.text) == ["aa", "b", "c"])
        lock.release()
        #expect(runner.finish(patience: 0).isEmpty)
        #expect(try text(temporary.store, "1") == "aa")
    }

    @Test
    func `the draft of an earlier session is replaced by the one that goes on with it, however often it is typed on`()
        throws
    {
        let temporary = try DashboardLoopTests().shop()
        try temporary.reopened().saveDraft(
            Draft(message: digest("1"), actor: "anna", text: "alt", cursor: 3, savedAt: .noon))
        let taken = try #require(try temporary.store.thread(digest("1"), now: .noon)?.draft)
        let runner = try runner(temporary.impatient())
        let lock = try ForeignLock(temporary.store.path)
        _ = runner.run(draft("1", "alt und", over: taken)) { _, _ in nil }
        _ = runner.run(draft("1", "alt und neu")) { _, _ in nil }
        lock.release()
        runner.finish(patience: 0)
        let page = try #require(try temporary.store.thread(digest("1"), now: .noon))
        #expect(page.draft?.text == "alt und neu" && page.otherDrafts.isEmpty)
    }

    @Test func `a reply takes its own draft along and leaves the others`() throws {
        let temporary = try DashboardLoopTests().shop()
        let runner = try runner(temporary.impatient())
        let lock = try ForeignLock(temporary.store.path)
        _ = runner.run(draft("1", "eins")) { _, _ in nil }
        _ = runner.run(draft("3", "drei")) { _, _ in nil }
        let reply = ReplyAct(message: digest("1"), text: "eins", notBefore: .noon)
        _ = runner.run(.append(.send(reply), on: [digest("1")], id: 1)) { _, _ in nil }
        lock.release()
        #expect(runner.finish(patience: 0).isEmpty)
        #expect(try text(temporary.store, "1") == nil)
        #expect(try text(temporary.store, "3") == "drei")
        #expect(try temporary.store.outbox([.queued]).map(\.text) == ["eins"])
    }
}
