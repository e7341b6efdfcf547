import Conversations
import Dashboard
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// What is loaded again, and when. What the dashboard's own store writes behind its back shows only once it loads.
@MainActor @Suite struct OwnWritesTests {
    @Test func `typing a draft loads nothing, and what somebody else does is there with the next look`() throws {
        let temporary = try DashboardLoopTests().shop()
        let evening = try DashboardLoopTests.Evening(temporary, columns: 160, rows: 40)
        try evening.press("enter r \"a\"")
        #expect(evening.screen.contains("3 to answer"))
        _ = try temporary.store.perform(.wait, on: [digest("1")], now: .noon.minutes(60))
        try evening.press("\"b\"")
        #expect(try temporary.store.thread(digest("4"), now: .noon)?.draft?.text == "ab")
        #expect(evening.screen.contains("3 to answer"))
        let other = try temporary.reopened(actor: "ben")
        _ = try other.perform(.wait, on: [digest("3")], now: .noon.minutes(60))
        evening.loop.step()
        evening.loop.settle()
        #expect(evening.screen.contains("1 to answer"))
    }

    @Test func `the list marks a draft that comes and one that goes`() throws {
        let evening = try DashboardLoopTests.Evening(try DashboardLoopTests().shop())
        try evening.press("enter r \"a\"")
        #expect(evening.loop.dashboard.inbox.rows.map(\.hasDraft) == [true, false, false])
        try evening.press("backspace")
        #expect(evening.loop.dashboard.inbox.rows.map(\.hasDraft) == [false, false, false])
    }

    @Test func `an own act is loaded with its answer`() throws {
        let evening = try DashboardLoopTests.Evening(try DashboardLoopTests().shop())
        try evening.press("w")
        #expect(evening.screen.contains("2 to answer"))
        try evening.press("u")
        #expect(evening.screen.contains("3 to answer"))
    }
}
