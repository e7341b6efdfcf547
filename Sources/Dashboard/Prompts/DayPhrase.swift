import Conversations

/// The part of a time phrase that goes by the calendar: a day, a time of day, or both.
struct DayPhrase {
    private enum Day: Equatable {
        /// So many days from today.
        case ahead(Int)
        /// 0 is Sunday.
        case weekday(Int)
        case date(CivilDate)
        /// A date without its year.
        case everyYear(month: Int, day: Int, typed: String)
    }

    /// nil: only a time was typed.
    private var day: Day?
    /// From midnight.
    private var minute: Int?

    init(_ words: [String]) throws(TimePhraseError) {
        let typed = words.first ?? ""
        var words = words[...]
        if let first = words.first, let day = try Self.day(first) {
            self.day = day
            words.removeFirst()
            if first == "tonight" { minute = TimePhrase.evening }
            if let next = words.first, Self.evenings.contains(next) {
                minute = TimePhrase.evening
                words.removeFirst()
            }
        }
        if let next = words.first, let time = try Self.minute(next) {
            minute = time
            words.removeFirst()
        }
        if let surplus = words.first { throw .unknown(surplus) }
        if day == .ahead(0), minute == nil { throw .missingTime(typed) }
    }

    func moment(_ clock: WallClock) throws(TimePhraseError) -> Moment {
        let today = clock.today.daysSinceEpoch
        let minute = minute ?? TimePhrase.morning
        func ahead(_ days: Int) -> Moment {
            clock.moment(CivilDate(daysSinceEpoch: today + days), minute: minute)
        }
        switch day {
        case nil: return ahead(0) > clock.now ? ahead(0) : ahead(1)
        case .ahead(let days): return ahead(days)
        case .weekday(let weekday): return ahead((weekday - clock.today.weekday + 6) % 7 + 1)
        case .date(let date): return clock.moment(date, minute: minute)
        case .everyYear(let month, let day, let typed):
            let dates = (0...8).compactMap { CivilDate(year: clock.today.year + $0, month: month, day: day) }
            let moments = dates.map { clock.moment($0, minute: minute) }
            guard let next = moments.first(where: { $0 > clock.now }) else { throw .noSuchDate(typed) }
            return next
        }
    }

    private static let evenings: Set<String> = ["evening", "abend"]

    private static let aheads = [
        "today": 0, "tonight": 0, "heute": 0, "tomorrow": 1, "morgen": 1, "übermorgen": 2, "uebermorgen": 2,
    ]

    private static let weekdays: [String: Int] = {
        let names = [
            "so sun sonntag sunday", "mo mon montag monday", "di tue tues dienstag tuesday",
            "mi wed mittwoch wednesday", "do thu thur thurs donnerstag thursday", "fr fri freitag friday",
            "sa sat samstag sonnabend saturday",
        ]
        return names.enumerated().reduce(into: [:]) { weekdays, entry in
            for name in entry.element.split(separator: " ") { weekdays[String(name)] = entry.offset }
        }
    }()

    private static func day(_ word: String) throws(TimePhraseError) -> Day? {
        // Typed or pasted, ü may be u and a diaeresis; String compares by canonical equivalence.
        if let days = aheads[word] { return .ahead(days) }
        let abbreviation = word.hasSuffix(".") ? String(word.dropLast()) : word
        if let weekday = weekdays[abbreviation] { return .weekday(weekday) }
        if word.contains("-") { return try isoDate(word) }
        return word.contains(".") ? try germanDate(word) : nil
    }

    /// `2026-12-01`
    private static func isoDate(_ word: String) throws(TimePhraseError) -> Day {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, let year = number(parts[0]), let month = number(parts[1]),
            let day = number(parts[2])
        else { throw .unknown(word) }
        return .date(try date(year, month, day, word))
    }

    /// `1.12.`, `1.12`, `1.12.26`, `1.12.2026`
    private static func germanDate(_ word: String) throws(TimePhraseError) -> Day {
        var parts = word.split(separator: ".", omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard (2...3).contains(parts.count), let day = number(parts[0]), let month = number(parts[1]) else {
            throw .unknown(word)
        }
        guard parts.count == 3 else {
            // A leap year, so that the 29th of February is a day.
            _ = try date(2000, month, day, word)
            return .everyYear(month: month, day: day, typed: word)
        }
        guard let year = number(parts[2]), parts[2].count.isMultiple(of: 2) else { throw .unknown(word) }
        return .date(try date(parts[2].count == 2 ? 2000 + year : year, month, day, word))
    }

    private static func date(
        _ year: Int, _ month: Int, _ day: Int, _ word: String
    ) throws(TimePhraseError) -> CivilDate {
        guard (1970...9999).contains(year), let date = CivilDate(year: year, month: month, day: day) else {
            throw .noSuchDate(word)
        }
        return date
    }

    /// `9:30`, `09:30`
    private static func minute(_ word: String) throws(TimePhraseError) -> Int? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = number(parts[0]), let minute = number(parts[1]) else { return nil }
        guard parts[0].count <= 2, parts[1].count == 2, hour < 24, minute < 60 else { throw .noSuchTime(word) }
        return hour * 60 + minute
    }

    /// One to four ASCII digits.
    private static func number(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
