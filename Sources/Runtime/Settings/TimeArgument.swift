import Conversations

/// What is wrong with a time on the command line.
nonisolated package enum TimeArgumentError: Error, Equatable, Sendable {
    /// Not written in one of the ways that are understood.
    case unreadable(String)
    /// Written well, but the calendar has no such day or the clock no such time.
    case noSuchTime(String)
    /// A time of day without `Z` or an offset.
    case withoutOffset(String)
}

/// Times on the command line.
nonisolated package enum TimeArgument {
    /// For `--now`: `2026-11-01T12:00:00Z`, `2026-11-01T13:00+01:00` (ISO 8601), a day
    /// (`2026-11-01`, from its midnight in UTC) or seconds since 1970 UTC.
    package static func moment(_ text: String) throws(TimeArgumentError) -> Moment {
        if let seconds = number(text) {
            guard epochSeconds.contains(seconds) else { throw .noSuchTime(text) }
            return Moment(seconds: seconds)
        }
        if text.wholeMatch(of: dateAlone) != nil {
            guard let midnight = midnight(text[...]) else { throw .noSuchTime(text) }
            return Moment(seconds: midnight)
        }
        guard let match = text.wholeMatch(of: dateAndTime)?.output else { throw .unreadable(text) }
        guard let zone = match.zone else { throw .withoutOffset(text) }
        let hour = Int64(match.hour) ?? 0
        let minute = Int64(match.minute) ?? 0
        let second = match.second.flatMap { Int64($0) } ?? 0
        guard let midnight = midnight(match.date), let offset = offset(zone), hour < 24, minute < 60, second < 60 else {
            throw .noSuchTime(text)
        }
        let seconds = midnight + hour * 3600 + minute * 60 + second - offset
        return Moment(milliseconds: seconds * 1000 + milliseconds(match.fraction))
    }

    /// For `--inbox-from`: a day (`2026-10-01`, from its midnight), so many days before now (`30d`), a time as for
    /// `--now`, or `all`, which is nil.
    ///
    /// - Parameter zoneOffset: Seconds east of UTC in which days begin.
    package static func inboxFrom(
        _ text: String, now: Moment, zoneOffset: Int = 0
    ) throws(TimeArgumentError) -> Moment? {
        if text == "all" { return nil }
        if text.hasSuffix("d"), let days = number(text.dropLast()) {
            guard (0...dayLimit).contains(days) else { throw .noSuchTime(text) }
            return now.advanced(seconds: -days * 86_400)
        }
        guard text.wholeMatch(of: dateAlone) != nil else { return try moment(text) }
        guard let midnight = midnight(text[...]) else { throw .noSuchTime(text) }
        return Moment(seconds: midnight - Int64(zoneOffset))
    }

    /// Years 1 to 9999.
    private static let epochSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
    /// A hundred years.
    private static let dayLimit: Int64 = 36_525

    private typealias DateAndTime = Regex<
        (
            Substring, date: Substring, hour: Substring, minute: Substring, second: Substring?, fraction: Substring?,
            zone: Substring?
        )
    >

    // Regex is not Sendable, so it is made anew where it is used.
    private static var dateAndTime: DateAndTime {
        /(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.(?<fraction>[0-9]{1,9}))?)?(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?/
    }

    private static var dateAlone: Regex<Substring> { /[0-9]{4}-[0-9]{2}-[0-9]{2}/ }

    /// Digits, with a sign before them or none.
    private static func number(_ text: some StringProtocol) -> Int64? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(text) ?? .max
    }

    /// Seconds since 1970 at which a day of the proleptic Gregorian calendar (ISO 8601) begins in UTC; nil: there is
    /// no such day. Foundation's calendar is Julian before 1582.
    private static func midnight(_ date: Substring) -> Int64? {
        let parts = date.split(separator: "-").compactMap { Int64($0) }
        guard parts.count == 3, parts[0] > 0, (1...12).contains(parts[1]) else { return nil }
        let (year, month, day) = (parts[0], parts[1], parts[2])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[Int(month) - 1]).contains(Int(day)) else { return nil }
        let before = year - 1
        let leapDays = before / 4 - before / 100 + before / 400
        let dayOfYear = Int64(lengths.prefix(Int(month) - 1).reduce(0, +)) + day - 1
        return (before * 365 + leapDays + dayOfYear - daysBefore1970) * 86_400
    }

    /// From the first day of year 1.
    private static let daysBefore1970: Int64 = 719_162

    /// `Z`, `+01:00`, `-0530`, in seconds.
    private static func offset(_ zone: Substring) -> Int64? {
        guard let sign = zone.first, "+-".contains(sign) else { return 0 }
        let digits = zone.filter(\.isWholeNumber)
        guard let hours = Int64(digits.prefix(2)), let minutes = Int64(digits.suffix(2)), hours < 24, minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    /// Of the digits after the point; what is finer is cut off.
    private static func milliseconds(_ fraction: Substring?) -> Int64 {
        guard let fraction else { return 0 }
        return Int64((fraction + "00").prefix(3)) ?? 0
    }
}
