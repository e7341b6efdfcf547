/// A day of the Gregorian calendar, also before it began. Days are counted from 1970-01-01.
///
/// The arithmetic is Howard Hinnant's `days_from_civil`, `civil_from_days` and `weekday_from_days`
/// (chrono-Compatible Low-Level Date Algorithms, howardhinnant.github.io/date_algorithms.html).
package struct CivilDate: Hashable, Sendable {
    package let year: Int
    /// 1 ... 12
    package let month: Int
    /// 1 ... 31
    package let day: Int

    /// nil: there is no such day, or its year has more than five digits.
    package init?(year: Int, month: Int, day: Int) {
        guard (-99_999...99_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
        guard CivilDate(daysSinceEpoch: daysSinceEpoch) == self else { return nil }
    }

    /// The day so many days after 1970-01-01.
    package init(daysSinceEpoch days: Int) {
        // An era is 400 years that begin in March; any `Moment` is far from the limits of `Int`.
        let shifted = days + 719_468
        let era = Self.floor(shifted, by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Negative before 1970.
    package var daysSinceEpoch: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = Self.floor(shifted, by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// 0 is Sunday.
    package var weekday: Int {
        let days = daysSinceEpoch + 4
        return days - Self.floor(days, by: 7) * 7
    }

    /// Division that rounds down, also below zero.
    package static func floor(_ value: Int, by divisor: Int) -> Int {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

/// A day and the seconds since its midnight, as clocks on the wall show it.
package struct LocalTime: Hashable, Sendable {
    package var date: CivilDate
    /// 0 ..< 86,400
    package var secondOfDay: Int

    /// - Parameter zoneOffset: seconds east of UTC, clamped to a day.
    package init(_ moment: Moment, zoneOffset: Int) {
        let seconds = CivilDate.floor(Int(moment.milliseconds), by: 1000) + min(max(zoneOffset, -86_400), 86_400)
        let days = CivilDate.floor(seconds, by: 86_400)
        date = CivilDate(daysSinceEpoch: days)
        secondOfDay = seconds - days * 86_400
    }

    /// `yyyy-MM-dd HH:mm`
    package var text: String {
        let minute = secondOfDay / 60
        return "\(Self.digits(date.year, 4))-\(Self.digits(date.month, 2))-\(Self.digits(date.day, 2))"
            + " \(Self.digits(minute / 60, 2)):\(Self.digits(minute % 60, 2))"
    }

    private static func digits(_ value: Int, _ count: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

/// How long ago something was, in the largest unit that fits: `now` (less than a minute), `5m`, `3h`, `2d`, `6w`,
/// `3y` (of 365 days), `99y+`. What is ahead, of a clock that was wrong, has a sign: `+3h`, at most `+99y`.
package func age(since moment: Moment, now: Moment) -> String {
    let isAhead = moment > now
    let (later, earlier) = isAhead ? (moment, now) : (now, moment)
    let (difference, overflow) = later.milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    let minutes = (overflow ? .max : difference) / 60_000
    guard minutes > 0 else { return "now" }
    let years = minutes / (365 * 24 * 60)
    let text =
        switch minutes {
        case ..<60: "\(minutes)m"
        case ..<(24 * 60): "\(minutes / 60)h"
        case ..<(7 * 24 * 60): "\(minutes / (24 * 60))d"
        case ..<(365 * 24 * 60): "\(minutes / (7 * 24 * 60))w"
        default: "\(min(years, 99))y"
        }
    return isAhead ? "+" + text : years > 99 ? text + "+" : text
}
