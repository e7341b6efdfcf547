import Conversations
import Dashboard
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Quitting while acts wait for the store.
@MainActor @Suite struct LeavingTests {
    private func leaving(_ temporary: TemporaryStore) throws -> DashboardLoopTests.Evening {
        let evening = try DashboardLoopTests.Evening(temporary, store: temporary.impatient())
        let lock = try ForeignLock(temporary.store.path)
        for key in try KeyScript("w q").keys {
            evening.display.enqueue(.key(key))
            evening.loop.step()
        }
        #expect(!evening.loop.isOver)
        #expect(evening.screen.contains("1 act waits for the store  leaving once the store is free"))
        lock.release()
        return evening
    }

    private func close(_ id: String, _ temporary: TemporaryStore) throws {
        let other = try temporary.reopened(actor: "ben")
        _ = try other.perform(.close(reason: "spam"), on: [digest(id)], now: .noon.minutes(60))
    }

    @Test func `what waited is written, and then the program ends`() throws {
        let temporary = try DashboardLoopTests().shop()
        let evening = try leaving(temporary)
        evening.loop.settle()
        #expect(evening.loop.isOver)
        #expect(try temporary.store.thread(digest("4"), now: .noon.minutes(60))?.conversation.state == .waiting)
    }

    @Test func `an act that is refused meanwhile is told, and nobody is sent away`() throws {
        let temporary = try DashboardLoopTests().shop()
        let evening = try leaving(temporary)
        try close("4", temporary)
        evening.loop.settle()
        #expect(!evening.loop.isOver)
        #expect(evening.screen.contains("the conversation is closed"))
        #expect(!evening.screen.contains("leaving once"))
        evening.display.enqueue(.key(.character("q")))
        evening.loop.step()
        #expect(evening.loop.isOver)
    }

    @Test func `where nobody can be told any more, the log is`() throws {
        let temporary = try DashboardLoopTests().shop()
        let runner = EffectRunner(
            store: try temporary.impatient(), mailbox: try #require(Mailbox()), clock: { .noon }, say: { "\($0)" })
        let log = LogFile.logger(folder: temporary.folder + "/log")
        let lock = try ForeignLock(temporary.store.path)
        _ = runner.run(.append(.wait, on: [digest("4")], id: 1)) { _, _ in nil }
        runner.finish(patience: 0, log: log)
        lock.release()
        try close("4", temporary)
        runner.finish(patience: 0, log: log)
        let files = try FileManager.default.contentsOfDirectory(atPath: temporary.folder + "/log")
        let text = try files.map { try String(contentsOfFile: temporary.folder + "/log/" + $0, encoding: .utf8) }
            .joined()
        #expect(text.contains("acts that were not written: 1"))
        #expect(text.contains("an act came to nothing: the conversation is closed"))
    }
}

extension TemporaryStore {
    /// The same file, for a session that does not wait long for whoever holds it.
    func impatient() throws -> Store {
        try Store.open(
            store.path, options: StoreOptions(busyTimeout: 1, actor: Actor(name: "anna", osUser: "anna@test")))
    }
}
