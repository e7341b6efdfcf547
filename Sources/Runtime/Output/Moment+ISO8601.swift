import Conversations

extension Moment {
    /// RFC 3339 in UTC to the millisecond, `2026-11-24T18:52:10.000Z`. Years outside 0...9999 have a sign and as
    /// many digits as they need (ISO 8601, expanded).
    nonisolated package var iso8601: String {
        let (day, rest) = (milliseconds.floorDivided(by: 86_400_000), milliseconds.floorRemainder(by: 86_400_000))
        let (year, month, dayOfMonth) = Moment.civil(day)
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { $0.digits(2) }
        return "\(Moment.written(year))-\(month.digits(2))-\(dayOfMonth.digits(2))"
            + "T\(clock.joined(separator: ":")).\((rest % 1000).digits(3))Z"
    }

    /// For lists: `2026-11-24 18:52`, in UTC.
    nonisolated package var minute: String {
        let full = iso8601
        return String(full.dropLast(8)).replacing("T", with: " ")
    }

    private nonisolated static func written(_ year: Int64) -> String {
        if (0...9999).contains(year) { return year.digits(4) }
        return (year < 0 ? "-" : "+") + abs(year).digits(6)
    }

    /// The civil date of a day counted from 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date
    /// algorithms"): works over the whole range without Foundation's calendars.
    private nonisolated static func civil(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = day + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted.floorRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}

extension Int64 {
    nonisolated fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    nonisolated fileprivate func floorRemainder(by divisor: Int64) -> Int64 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }

    nonisolated fileprivate func digits(_ count: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, count - digits.count)) + digits
    }
}
