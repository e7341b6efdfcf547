/// Times of feeds: RFC 3339 in Atom, RFC 822 (`Tue, 27 Jan 2015 14:56:57 +0100`) in RSS.
enum FeedTime {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    /// Hours of the zones that RFC 822, section 5.1 names.
    private static let zones: [Substring: Int64] = [
        "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8,
        "pdt": -7,
    ]

    /// nil: not usable.
    static func time(_ written: String, in zone: LocalZone?) -> ExportedTime? {
        exportedTime(written, in: zone) ?? mailTime(written, in: zone)
    }

    private static func mailTime(_ written: String, in zone: LocalZone?) -> ExportedTime? {
        guard written.utf8.count <= 64 else { return nil }
        var words = written.lowercased().split(separator: " ")[...]
        if words.first?.hasSuffix(",") == true { words = words.dropFirst() }
        guard words.count == 4 || words.count == 5, let day = day(words.prefix(3)),
            let clock = clock(words[words.startIndex + 3])
        else { return nil }
        let local = day * millisecondsPerDay + clock
        if words.count == 5 {
            guard let offset = words.last.flatMap(offset) else { return nil }
            return checked(local - offset, written, isKnown: true)
        }
        return checked(zone?.utc(fromLocal: local) ?? local, written, isKnown: zone != nil)
    }

    private static func checked(_ milliseconds: Int64, _ written: String, isKnown: Bool) -> ExportedTime? {
        guard timeRange.contains(milliseconds) else { return nil }
        return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: isKnown)
    }

    private static func day(_ words: ArraySlice<Substring>) -> Int64? {
        let parts = Array(words)
        guard parts.count == 3, let day = number(parts[0], 1...2), let year = number(parts[2], 2...4),
            let month = months.firstIndex(of: String(parts[1].prefix(3)))
        else { return nil }
        // RFC 822 wrote two digits of the year; feeds began in 1999.
        let full = parts[2].utf8.count == 2 ? year + (year < 70 ? 2000 : 1900) : year
        return days(year: full, month: Int64(month) + 1, day: day)
    }

    private static func clock(_ word: Substring) -> Int64? {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { number($0, 2...2) }
        guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1], hour < 24, minute < 60
        else { return nil }
        guard parts.count == 3 else { return (hour * 60 + minute) * 60_000 }
        guard let second = parts[2], second <= 60 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1000
    }

    private static func offset(_ word: Substring) -> Int64? {
        if let hours = zones[word] { return hours * 3_600_000 }
        guard let sign = word.first, sign == "+" || sign == "-", word.utf8.count == 5,
            let number = number(word.dropFirst(), 4...4), number / 100 < 24, number % 100 < 60
        else { return nil }
        return (number / 100 * 60 + number % 100) * (sign == "+" ? 60_000 : -60_000)
    }

    private static func number(_ word: Substring, _ digits: ClosedRange<Int>) -> Int64? {
        guard digits.contains(word.utf8.count), word.utf8.allSatisfy(XMLCharacters.isDigit) else { return nil }
        return Int64(word)
    }
}
