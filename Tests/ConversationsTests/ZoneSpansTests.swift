import Conversations
import Testing

@Suite struct ZoneSpansTests {
    private static let change = Moment(seconds: 1_792_890_000)  // 2026-10-25T01:00Z
    private static let end = Moment(seconds: 1_795_000_000)
    private let berlin = ZoneSpans(over: Moment(seconds: 1_790_000_000)...end) { $0 < change ? 7200 : 3600 }

    @Test func `the change of the clocks is found to the millisecond`() {
        #expect(berlin.offset(at: Self.change.milliseconds - 1) == 7200)
        #expect(berlin.offset(at: Self.change.milliseconds) == 3600)
        #expect(berlin.offset(at: .min) == 7200 && berlin.offset(at: .max) == 3600)
    }

    @Test(arguments: [(20_750, 7200), (20_751, 7200), (20_752, 3600)])
    func `a day begins at its own midnight`(day: Int, offset: Int64) {
        // 20,751 is 2026-10-25, whose clocks change at three.
        #expect(berlin.midnight(of: day) == Moment(seconds: Int64(day) * 86_400 - offset))
    }
}
