/// Which day a line is of, for logs that write the time of day only: the day is said by lines of its own, or by the
/// file's name, and goes on at midnight.
struct IRCDays {
    /// A clock that runs back by less is set, or shifted with the season.
    private static let tolerance: Int64 = 90 * 60_000

    /// Days since 1970; nil: nobody said.
    private var day: Int64?
    private var year: Int64?
    private var lastClock: Int64?
    private var lastMonth: Int64?

    init(stem: String) {
        guard let found = IRCFileName(stem).date else { return }
        day = days(year: found.year, month: found.month, day: found.day)
        year = found.year
    }

    /// `--- Log opened Fri Mar 01 12:00:00 2024`, `--- Day changed Sat Mar 02 2024`, `Session Start: …`,
    /// `**** BEGIN LOGGING AT …`. True: it was such a line.
    mutating func take(_ line: Substring) -> Bool {
        guard let mark = Self.marks.first(where: { line.hasPrefix($0) }) else { return false }
        let words = line.dropFirst(mark.count).split(separator: " ")
        guard let index = words.firstIndex(where: { IRCStamp.month($0) != nil }), index + 1 < words.count,
            let month = IRCStamp.month(words[index]), let number = Int64(words[index + 1].prefix { $0.isNumber }),
            let last = words.last, let year = Int64(last), let found = days(year: year, month: month, day: number)
        else { return true }
        (day, self.year, lastClock, lastMonth) = (found, year, nil, month)
        return true
    }

    /// The time of a line. `written`: its characters, with the day before them where the line has none, so that the
    /// same words at the same time of another day are another message.
    mutating func time(of line: IRCLine, in zone: LocalZone?) -> ExportedTime {
        let written = String(line.written)
        let local: Int64?
        var said = written
        switch line.stamp {
        case .utc(let time): return ExportedTime(milliseconds: time, written: written, zoneIsKnown: true)
        case .local(let time): local = time
        case .clock(let clock):
            local = milliseconds(clock)
            if let day { said = "\(isoDay(day)) \(written)" }
        case .yearless(let month, let number, let clock):
            local = milliseconds(month, number, clock)
            if let year { said = "\(year) \(written)" }
        }
        guard let local else { return ExportedTime(milliseconds: nil, written: said, zoneIsKnown: false) }
        let milliseconds = zone.map { $0.utc(fromLocal: local) } ?? local
        return ExportedTime(milliseconds: milliseconds, written: said, zoneIsKnown: zone != nil)
    }

    private mutating func milliseconds(_ clock: Int64) -> Int64? {
        guard let today = day else { return nil }
        if let lastClock, clock < lastClock - Self.tolerance { day = today + 1 }
        lastClock = clock
        return day.map { $0 * millisecondsPerDay + clock }
    }

    /// December is followed by January of the next year.
    private mutating func milliseconds(_ month: Int64, _ number: Int64, _ clock: Int64) -> Int64? {
        guard var year else { return nil }
        if let lastMonth, month < lastMonth, lastMonth - month > 6 { year += 1 }
        (self.year, lastMonth) = (year, month)
        return days(year: year, month: month, day: number).map { $0 * millisecondsPerDay + clock }
    }

    private static let marks = [
        "--- Log opened ", "--- Log closed ", "--- Day changed ", "Session Start: ", "Session Time: ",
        "Session Close: ", "**** BEGIN LOGGING AT ", "**** ENDING LOGGING AT ",
    ]
}

/// `2024-03-01` of days since 1970. After Howard Hinnant, 'chrono-compatible low-level date algorithms',
/// civil_from_days.
func isoDay(_ days: Int64) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
}

private func padded(_ number: Int64, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
