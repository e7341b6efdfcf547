import Testing

@testable import Conversations

@Suite struct QueryDateTests {
    /// 2026-03-04 00:30 in Berlin, a Wednesday; in UTC still Tuesday.
    private static let now = Moment(seconds: 1_772_580_600)
    private static let berlin = 3600

    private static func local(_ moment: Moment) -> String {
        LocalTime(moment, zoneOffset: berlin).text
    }

    @Test(arguments: [
        ("2026", "2026-01-01 00:00", "2027-01-01 00:00"), ("2026-12", "2026-12-01 00:00", "2027-01-01 00:00"),
        ("2024-02", "2024-02-01 00:00", "2024-03-01 00:00"), ("2026-01-31", "2026-01-31 00:00", "2026-02-01 00:00"),
        ("today", "2026-03-04 00:00", "2026-03-05 00:00"), ("yesterday", "2026-03-03 00:00", "2026-03-04 00:00"),
        ("wednesday", "2026-03-04 00:00", "2026-03-05 00:00"), ("thu", "2026-02-26 00:00", "2026-02-27 00:00"),
        ("2h", "2026-03-03 22:30", "2026-03-03 22:30"), ("3w", "2026-02-11 00:30", "2026-02-11 00:30"),
    ])
    func `a date covers its days where clocks stand`(word: String, start: String, end: String) throws {
        let span = try #require(QueryDate(word)).span(now: Self.now, zoneOffset: Self.berlin)
        #expect(Self.local(span.start) == start)
        #expect(Self.local(span.end) == end)
    }

    @Test(
        arguments: [
            ("2026-01..2026-03", "2026-01-01 00:00", "2026-04-01 00:00"), ("..2026-03", nil, "2026-04-01 00:00"),
            ("2026-01..", "2026-01-01 00:00", nil), ("2d", "2026-03-02 00:30", nil),
            ("2d..today", "2026-03-02 00:30", "2026-03-05 00:00"),
        ] as [(String, String?, String?)])
    func `a range covers both its ends`(word: String, start: String?, end: String?) throws {
        guard case .term(.sent(let span)) = try Query(parsing: "sent:" + word).root else {
            Issue.record("\(word)")
            return
        }
        let bounds = span.bounds(now: Self.now, zoneOffset: Self.berlin)
        #expect(bounds.start.map(Self.local) == start)
        #expect(bounds.end.map(Self.local) == end)
    }
}
