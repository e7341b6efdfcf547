/// A time as a query writes it. What it means depends on now and on where clocks stand, so a kept query goes along.
package enum QueryDate: Equatable, Sendable {
    case year(Int)
    case month(year: Int, month: Int)
    case day(CivilDate)
    case today
    case yesterday
    /// The latest day of that name, today included; 0 is Sunday.
    case weekday(Int)
    /// So long before now: a point, not a day.
    case ago(QueryDuration)

    static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]

    /// Reads `2026`, `2026-01`, `2026-01-31`, `today`, `yesterday`, a weekday (also its first three letters), `2d`;
    /// nil: it is none of these.
    init?(_ word: String) {
        let word = word.lowercased()
        switch word {
        case "today": self = .today
        case "yesterday": self = .yesterday
        default:
            if let weekday = Self.weekdays.firstIndex(where: { $0 == word || $0.prefix(3) == word }) {
                self = .weekday(weekday)
            } else if let duration = QueryDuration(word) {
                self = .ago(duration)
            } else if let calendar = Self.calendar(word) {
                self = calendar
            } else {
                return nil
            }
        }
    }

    private static func calendar(_ word: String) -> QueryDate? {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let year = number(parts[0], digits: 4), year >= 1970 else { return nil }
        guard parts.count > 1 else { return .year(year) }
        guard let month = number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
        guard parts.count > 2 else { return .month(year: year, month: month) }
        guard let day = number(parts[2], digits: 2) else { return nil }
        return CivilDate(year: year, month: month, day: day).map(QueryDate.day)
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// As it is written.
    package var word: String {
        switch self {
        case .year(let year): Self.padded(year, 4)
        case .month(let year, let month): "\(Self.padded(year, 4))-\(Self.padded(month, 2))"
        case .day(let date): "\(Self.padded(date.year, 4))-\(Self.padded(date.month, 2))-\(Self.padded(date.day, 2))"
        case .today: "today"
        case .yesterday: "yesterday"
        case .weekday(let day): Self.weekdays[day]
        case .ago(let duration): duration.word
        }
    }

    private static func padded(_ value: Int, _ count: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

extension QueryDate {
    /// The time that it covers: from its first moment to before `end`. A point begins and ends at once.
    package func span(now: Moment, zoneOffset: Int) -> (start: Moment, end: Moment) {
        if case .ago(let duration) = self {
            let moment = now.advanced(seconds: -duration.seconds)
            return (moment, moment)
        }
        let (first, last) = days(today: LocalTime(now, zoneOffset: zoneOffset).date)
        func midnight(_ day: Int) -> Moment {
            Moment(seconds: Int64(day) * 86_400 - Int64(min(max(zoneOffset, -86_400), 86_400)))
        }
        return (midnight(first), midnight(last + 1))
    }

    /// Its first and last day, counted from 1970-01-01.
    private func days(today: CivilDate) -> (first: Int, last: Int) {
        let today = today.daysSinceEpoch
        switch self {
        case .year(let year): return (Self.first(year, 1), Self.first(year + 1, 1) - 1)
        case .month(let year, let month):
            return (Self.first(year, month), (month < 12 ? Self.first(year, month + 1) : Self.first(year + 1, 1)) - 1)
        case .day(let date): return (date.daysSinceEpoch, date.daysSinceEpoch)
        case .today, .ago: return (today, today)
        case .yesterday: return (today - 1, today - 1)
        case .weekday(let weekday):
            let back = (CivilDate(daysSinceEpoch: today).weekday - weekday + 7) % 7
            return (today - back, today - back)
        }
    }

    private static func first(_ year: Int, _ month: Int) -> Int {
        CivilDate(year: year, month: month, day: 1)?.daysSinceEpoch ?? 0
    }
}
