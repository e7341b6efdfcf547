import Foundation
import Testing

@testable import Conversations

@Suite struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (1969, 12, 31, -1, 3), (2026, 12, 1, 20_788, 2),
        (0, 3, 1, -719_468, 3),
    ])
    func `days are counted from 1970`(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(CivilDate(daysSinceEpoch: days) == date)
    }

    @Test func `every day of 800 years comes back`() {
        let wrong = (-146_097...146_097).filter { CivilDate(daysSinceEpoch: $0).daysSinceEpoch != $0 }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [
        (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (Int.max, 1, 1),
    ])
    func `there is no such day`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        (0, 0, "1970-01-01 00:00"), (0, 3600, "1970-01-01 01:00"), (-1, 0, "1969-12-31 23:59"),
        (1_796_115_599_999, -18_000, "2026-12-01 03:59"), (951_782_400_000, 0, "2000-02-29 00:00"),
    ])
    func `moments are written as clocks show them`(milliseconds: Int64, zoneOffset: Int, text: String) {
        #expect(LocalTime(Moment(milliseconds: milliseconds), zoneOffset: zoneOffset).text == text)
    }

    @Test(arguments: [Int64.min, .max], [Int.min, 0, .max])
    func `no moment and no zone is too far`(milliseconds: Int64, zoneOffset: Int) {
        let text = LocalTime(Moment(milliseconds: milliseconds), zoneOffset: zoneOffset).text
        #expect(text.hasPrefix(milliseconds < 0 ? "-29" : "29"))
    }

    @Test(
        arguments: [
            (0, "now"), (59, "now"), (60, "1m"), (3599, "59m"), (3600, "1h"), (86_399, "23h"), (86_400, "1d"),
            (604_799, "6d"), (604_800, "1w"), (31_449_600, "52w"), (31_536_000, "1y"), (95_040_000, "3y"),
            (-59, "now"), (-90, "+1m"), (-95_040_000, "+3y"), (64_000_000_000, "99y+"), (-64_000_000_000, "+99y"),
        ] as [(Int64, String)])
    func `ages use the largest unit`(seconds: Int64, text: String) {
        let moment = Moment(seconds: 1_000_000)
        #expect(age(since: moment, now: moment.advanced(seconds: seconds)) == text)
    }

    @Test func `ages of impossible moments do not overflow`() {
        let first = Moment(milliseconds: .min)
        let last = Moment(milliseconds: .max)
        #expect(age(since: first, now: last) == "99y+")
        #expect(age(since: last, now: first) == "+99y")
    }
}
