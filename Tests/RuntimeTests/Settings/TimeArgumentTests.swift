import Conversations
import Testing

@testable import Runtime

@Suite struct TimeArgumentTests {
    private let now = Moment(seconds: 1_793_534_400)

    @Test(
        arguments: [
            ("2026-11-01T12:00:00Z", 1_793_534_400_000), ("2026-11-01t12:00z", 1_793_534_400_000),
            ("2026-11-01 13:00:00+01:00", 1_793_534_400_000), ("2026-11-01T06:30:00-0530", 1_793_534_400_000),
            ("2026-11-01T12:00:00.5Z", 1_793_534_400_500), ("2026-11-01T12:00:00.123456789Z", 1_793_534_400_123),
            ("1793534400", 1_793_534_400_000), ("0", 0), ("-1", -1000), ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59.250Z", -750), ("2024-02-29T00:00:00Z", 1_709_164_800_000),
            ("1900-03-01T00:00:00Z", -2_203_891_200_000),
            ("9999-12-31T23:59:59Z", 253_402_300_799_000),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000),
        ] as [(String, Int64)])
    func `a moment is ISO 8601 or seconds`(text: String, milliseconds: Int64) throws {
        #expect(try TimeArgument.moment(text) == Moment(milliseconds: milliseconds))
    }

    @Test(
        arguments: [
            ("", .unreadable("")), ("yesterday", .unreadable("yesterday")),
            ("2026-11-01T12:00:00Z ", .unreadable("2026-11-01T12:00:00Z ")), ("+1", .unreadable("+1")),
            ("٢", .unreadable("٢")), ("-", .unreadable("-")), ("1\u{0}", .unreadable("1\u{0}")),
            ("2026-11-01T12:00:00", .withoutOffset("2026-11-01T12:00:00")),
            ("2026-02-29T12:00:00Z", .noSuchTime("2026-02-29T12:00:00Z")),
            ("1900-02-29T12:00:00Z", .noSuchTime("1900-02-29T12:00:00Z")),
            ("2026-13-01T12:00:00Z", .noSuchTime("2026-13-01T12:00:00Z")),
            ("0000-01-01T12:00:00Z", .noSuchTime("0000-01-01T12:00:00Z")),
            ("2026-11-01T24:00:00Z", .noSuchTime("2026-11-01T24:00:00Z")),
            ("2026-11-01T12:60:00Z", .noSuchTime("2026-11-01T12:60:00Z")),
            ("2026-11-01T12:00:00+24:00", .noSuchTime("2026-11-01T12:00:00+24:00")),
            ("99999999999999999999999", .noSuchTime("99999999999999999999999")),
            ("-99999999999999999999999", .noSuchTime("-99999999999999999999999")),
        ] as [(String, TimeArgumentError)])
    func `other texts are no moments`(text: String, error: TimeArgumentError) {
        #expect(throws: error) { try TimeArgument.moment(text) }
    }

    @Test func `the inbox begins with a day, some days ago, or with all`() throws {
        #expect(try TimeArgument.inboxFrom("all", now: now) == nil)
        #expect(try TimeArgument.inboxFrom("30d", now: now) == now.advanced(seconds: -30 * 86_400))
        #expect(try TimeArgument.inboxFrom("0d", now: now) == now)
        #expect(try TimeArgument.inboxFrom("2026-11-01", now: now) == now.advanced(seconds: -43_200))
        #expect(
            try TimeArgument.inboxFrom("2026-11-01", now: now, zoneOffset: 3600) == now.advanced(seconds: -46_800))
        #expect(try TimeArgument.inboxFrom("2026-11-01T12:00:00Z", now: now) == now)
    }

    @Test(
        arguments: [
            ("2026-11-31", .noSuchTime("2026-11-31")), ("-1d", .noSuchTime("-1d")), ("d", .unreadable("d")),
            ("99999999999999999999d", .noSuchTime("99999999999999999999d")), ("ALL", .unreadable("ALL")),
            ("30 d", .unreadable("30 d")), ("01.11.2026", .unreadable("01.11.2026")),
        ] as [(String, TimeArgumentError)])
    func `other beginnings are none`(text: String, error: TimeArgumentError) {
        #expect(throws: error) { try TimeArgument.inboxFrom(text, now: now) }
    }
}
