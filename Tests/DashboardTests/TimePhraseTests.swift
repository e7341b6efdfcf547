import Conversations
import Testing

@testable import Dashboard

@Suite struct TimePhraseTests {
    /// Wednesday 2026-11-25, 10:15 in Berlin.
    static let now = Moment(seconds: 1_795_598_100)
    static let berlin = 3600

    private func text(_ phrase: String) throws -> String? {
        try TimePhrase.moment(phrase, now: Self.now, zoneOffset: Self.berlin)
            .map { LocalTime($0, zoneOffset: Self.berlin).text }
    }

    @Test(arguments: ["", "  \t"])
    func `nothing typed is nil`(phrase: String) throws {
        #expect(try text(phrase) == nil)
    }

    @Test(arguments: [
        ("30m", "2026-11-25 10:45"), ("2h", "2026-11-25 12:15"), ("3d", "2026-11-28 10:15"), ("1w", "2026-12-02 10:15"),
        ("2 Stunden", "2026-11-25 12:15"), ("in 30 min", "2026-11-25 10:45"), ("3T", "2026-11-28 10:15"),
    ])
    func `durations count from now`(phrase: String, expected: String) throws {
        #expect(try text(phrase) == expected)
    }

    @Test(arguments: [
        ("tomorrow", "2026-11-26 09:00"), ("Morgen", "2026-11-26 09:00"), ("morgen 14:30", "2026-11-26 14:30"),
        ("tonight", "2026-11-25 20:00"), ("heute  Abend", "2026-11-25 20:00"), ("heute 11:00", "2026-11-25 11:00"),
        ("morgen abend", "2026-11-26 20:00"), ("u\u{308}bermorgen", "2026-11-27 09:00"),
        ("mon", "2026-11-30 09:00"), ("Montag", "2026-11-30 09:00"), ("Do.", "2026-11-26 09:00"),
        ("wed", "2026-12-02 09:00"), ("di", "2026-12-01 09:00"), ("sunday", "2026-11-29 09:00"),
        ("am Samstag um 8:00 Uhr", "2026-11-28 08:00"), ("friday evening", "2026-11-27 20:00"),
    ])
    func `days are in the morning unless a time is named`(phrase: String, expected: String) throws {
        #expect(try text(phrase) == expected)
    }

    @Test(arguments: [
        ("10:16", "2026-11-25 10:16"), ("10:15", "2026-11-26 10:15"), ("9:30", "2026-11-26 09:30"),
        ("09:30", "2026-11-26 09:30"), ("0:00", "2026-11-26 00:00"),
        ("2026-12-01", "2026-12-01 09:00"), ("2026-12-01 09:30", "2026-12-01 09:30"), ("1.12.", "2026-12-01 09:00"),
        ("1.12", "2026-12-01 09:00"), ("1.12.2026 9:00", "2026-12-01 09:00"), ("01.12.26", "2026-12-01 09:00"),
        ("24.11.", "2027-11-24 09:00"), ("25.11. 11:00", "2026-11-25 11:00"), ("29.2.", "2028-02-29 09:00"),
    ])
    func `dates and times are the next such`(phrase: String, expected: String) throws {
        #expect(try text(phrase) == expected)
    }

    @Test(arguments: [
        ("gestern", TimePhraseError.unknown("gestern")), ("mon foo", .unknown("foo")), ("9:30 pm", .unknown("pm")),
        ("2x", .unknown("2x")), ("999999m", .unknown("999999m")), ("+2h", .unknown("+2h")), ("-2h", .unknown("-2h")),
        ("um", .unknown("um")), ("٣h", .unknown("٣h")), ("1.2.3.4", .unknown("1.2.3.4")),
        ("\u{1B}[2J", .unknown("\u{1B}[2j")),
        ("2026-02-29", .noSuchDate("2026-02-29")), ("31.4.", .noSuchDate("31.4.")),
        ("1.13.2026", .noSuchDate("1.13.2026")),
        ("1.1.0001", .noSuchDate("1.1.0001")), ("24:00", .noSuchTime("24:00")), ("9:5", .noSuchTime("9:5")),
        ("mon 9:60", .noSuchTime("9:60")), ("today", .missingTime("today")), ("heute", .missingTime("heute")),
        ("2026-11-24", .past("2026-11-24")), ("heute 10:15", .past("heute 10:15")), ("0m", .past("0m")),
    ])
    func `what names no time to come is refused with the part that does not`(phrase: String, error: TimePhraseError) {
        #expect(throws: error) { try text(phrase) }
    }

    @Test func `an endless phrase is cut`() {
        #expect(throws: TimePhraseError.unknown(String(repeating: "9", count: 20))) {
            try text(String(repeating: "9", count: 100_000))
        }
    }

    @Test func `nine o'clock stays nine across the change to summer time`() throws {
        /// 2027-03-28 01:00 UTC
        let change = Moment(seconds: 1_806_195_600)
        let moment = try TimePhrase.moment("2027-03-28", now: Self.now) { $0 < change ? 3600 : 7200 }
        #expect(moment.map { LocalTime($0, zoneOffset: 7200).text } == "2027-03-28 09:00")
        let before = try TimePhrase.moment("2027-03-28 1:30", now: Self.now) { $0 < change ? 3600 : 7200 }
        #expect(before.map { LocalTime($0, zoneOffset: 3600).text } == "2027-03-28 01:30")
    }
}
