import Conversations
import TestSupport
import Testing

@testable import Runtime

@Suite struct DemoTests {
    @Test func `the newest message is five minutes old and the distances stay`() throws {
        let temporary = try TemporaryStore()
        let lines = """
            {"id":"1","author":"Mia","time":"2020-05-01T10:00:00Z","text":"erst"}
            {"id":"2","author":"Ole","time":"2020-05-01T11:00:00Z","text":"dann"}

            """
        _ = try Demo.fill(temporary.store, [DemoExport(name: "a.jsonl", bytes: Array(lines.utf8))], now: .noon)
        let times = try temporary.store.messages().compactMap(\.message.time.milliseconds)
        #expect(times == [Moment.noon.minutes(-65).milliseconds, Moment.noon.minutes(-5).milliseconds])
    }
}
