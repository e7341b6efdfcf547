import Conversations

/// Why a time phrase names no time; the text is the offending part as it was typed (in lower case).
package enum TimePhraseError: Error, Equatable, Sendable {
    /// No word of the grammar, or one too many.
    case unknown(String)
    /// The calendar has no such day, or its year is not in 1970 ... 9999.
    case noSuchDate(String)
    /// Hours are 0 ... 23, minutes 00 ... 59.
    case noSuchTime(String)
    /// A day that needs a time: `today`.
    case missingTime(String)
    /// The time is not after now.
    case past(String)
}

/// The times a moderator types for a snooze, a hold or a deadline, in English and German:
/// `30m` `2h` `3d` `1w`; `9:30`; a day, alone (09:00), with a time, or with `evening`/`abend` (20:00), the day
/// being `today` `tomorrow` `mon` `montag` `2026-12-01` `1.12.` `1.12.2026`; `tonight`.
package enum TimePhrase {
    /// Longer ones are not read.
    static let byteLimit = 200
    static let morning = 9 * 60
    static let evening = 20 * 60

    /// The moment a phrase means; nil: the phrase is empty, and what that means is the caller's.
    ///
    /// A weekday is the next one after today. A time alone, or a date without its year, is the next such.
    /// - Parameter zoneOffset: seconds east of UTC.
    package static func moment(
        _ phrase: String, now: Moment, zoneOffset: Int
    ) throws(TimePhraseError) -> Moment? {
        try moment(phrase, now: now, zoneOffsetAt: { _ in zoneOffset })
    }

    /// The same where the offset depends on the day: nine o'clock after the change to summer time is nine.
    /// - Parameter zoneOffsetAt: seconds east of UTC at a moment.
    package static func moment(
        _ phrase: String, now: Moment, zoneOffsetAt: @escaping (Moment) -> Int
    ) throws(TimePhraseError) -> Moment? {
        guard phrase.utf8.count <= byteLimit else { throw .unknown(String(phrase.prefix(20))) }
        let typed = phrase.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        let words = typed.filter { !fillers.contains($0) }
        guard !words.isEmpty else {
            if typed.isEmpty { return nil }
            throw .unknown(typed.joined(separator: " "))
        }
        let clock = WallClock(now: now, zoneOffsetAt: zoneOffsetAt)
        let moment: Moment
        if let seconds = seconds(words.joined()) {
            moment = now.advanced(seconds: seconds)
        } else {
            moment = try DayPhrase(words).moment(clock)
        }
        guard moment > now else { throw .past(typed.joined(separator: " ")) }
        return moment
    }

    /// Words people put in that change nothing.
    private static let fillers: Set<String> = ["at", "on", "in", "until", "um", "am", "bis", "uhr"]

    /// `30m`, `2h`, `3d`, `1w` and their words.
    private static func seconds(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 5, let count = Int64(digits), let unit = units[String(text.dropFirst(digits.count))]
        else { return nil }
        return count * unit
    }

    private static let units: [String: Int64] = {
        let names: [(Int64, [String])] = [
            (60, ["m", "min", "minute", "minutes", "minuten"]),
            (3600, ["h", "std", "hour", "hours", "stunde", "stunden"]),
            (86_400, ["d", "t", "day", "days", "tag", "tage", "tagen"]),
            (604_800, ["w", "week", "weeks", "woche", "wochen"]),
        ]
        return names.reduce(into: [:]) { units, entry in
            for name in entry.1 { units[name] = entry.0 }
        }
    }()
}

/// Now, and how clocks on the wall go.
struct WallClock {
    let now: Moment
    let zoneOffsetAt: (Moment) -> Int

    var today: CivilDate {
        LocalTime(now, zoneOffset: zoneOffsetAt(now)).date
    }

    /// The moment at which clocks show a time, `minute` counted from midnight. Asked twice, since the offset
    /// of the first guess may be that of the other side of a change.
    func moment(_ date: CivilDate, minute: Int) -> Moment {
        let local = Int64(date.daysSinceEpoch) * 86_400 + Int64(minute) * 60
        let guess = Moment(seconds: local - offset(at: now))
        return Moment(seconds: local - offset(at: Moment(seconds: local - offset(at: guess))))
    }

    private func offset(at moment: Moment) -> Int64 {
        Int64(min(max(zoneOffsetAt(moment), -86_400), 86_400))
    }
}
