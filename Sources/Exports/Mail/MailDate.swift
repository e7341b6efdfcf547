/// Times as mail writes them.
enum MailDate {
    struct Found: Equatable {
        /// Milliseconds since 1970 UTC; where the zone is not known, the local time read as if it were UTC.
        var milliseconds: Int64
        var zoneIsKnown: Bool
    }

    /// The date of RFC 5322, section 3.3, with the old forms of 4.3: years of two digits, named zones, comments.
    /// Nil: it is none. No mail is older than 1971: what says so comes from a clock that was not set.
    static func read(_ value: ArraySlice<UInt8>) -> Found? {
        guard value.count <= 4096, let words = words(value) else { return nil }
        var rest = words[...]
        if let first = rest.first, weekday(first) { rest = rest.dropFirst() }
        return dayFirst(rest) ?? monthFirst(rest)
    }

    /// `1 Mar 2024 12:00:00 +0100`
    private static func dayFirst(_ words: ArraySlice<ArraySlice<UInt8>>) -> Found? {
        let words = Array(words.prefix(5))
        guard words.count >= 4, let day = number(words[0], digits: 1...2), let month = month(words[1]),
            let year = year(words[2]), let clock = clock(words[3])
        else { return nil }
        guard words.count == 5 else { return found(year, month, day, clock, zone: .unknown) }
        return zone(words[4]).flatMap { found(year, month, day, clock, zone: $0) }
    }

    /// `Mar  1 12:00:00 +0100 2024`, as C's asctime writes it, the zone before or behind the year or not at all.
    static func monthFirst(_ words: ArraySlice<ArraySlice<UInt8>>) -> Found? {
        let words = Array(words.prefix(6))
        guard words.count >= 4, let month = month(words[0]), let day = number(words[1], digits: 1...2),
            let clock = clock(words[2])
        else { return nil }
        guard let yearIndex = words.indices.dropFirst(3).first(where: { number(words[$0], digits: 4...4) != nil }),
            let year = number(words[yearIndex], digits: 4...4)
        else { return nil }
        let zones = words.indices.dropFirst(3).filter { $0 != yearIndex }.compactMap { offset(words[$0]) }
        return found(year, month, day, clock, zone: zones.first.map(Zone.known) ?? .unknown)
    }

    private enum Zone {
        /// Milliseconds east of UTC.
        case known(Int64)
        case unknown
    }

    private static func found(
        _ year: Int64, _ month: Int64, _ day: Int64, _ clock: Int64, zone: Zone
    ) -> Found? {
        guard year >= 1971, let days = days(year: year, month: month, day: day) else { return nil }
        let local = days * millisecondsPerDay + clock
        return switch zone {
        case .known(let offset): Found(milliseconds: local - offset, zoneIsKnown: true)
        case .unknown: Found(milliseconds: local, zoneIsKnown: false)
        }
    }

    /// The words without comments, which may be nested and left open; nil: not ASCII.
    static func words(_ value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var depth = 0
        var plain: [UInt8] = []
        for byte in value {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case 0x80...: return nil
            default:
                if depth == 0 { plain.append(byte) }
                continue
            }
            plain.append(0x20)
        }
        return plain[...].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    }

    static func hasOpenComment(_ value: ArraySlice<UInt8>) -> Bool {
        value.count { $0 == UInt8(ascii: "(") } > value.count { $0 == UInt8(ascii: ")") }
    }
}

extension MailDate {
    static func weekday(_ word: ArraySlice<UInt8>) -> Bool {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(lowercase(word))
    }

    /// 1 to 12.
    private static func month(_ word: ArraySlice<UInt8>) -> Int64? {
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: lowercase(word)).map { Int64($0) + 1 }
    }

    private static func lowercase(_ word: ArraySlice<UInt8>) -> String {
        word.count > 3 ? "" : String(decoding: word, as: UTF8.self).lowercased()
    }

    private static func number(_ word: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int64? {
        guard digits.contains(word.count), word.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return word.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
    }

    /// RFC 5322, 4.3: two digits are 1950 to 2049, three count from 1900.
    private static func year(_ word: ArraySlice<UInt8>) -> Int64? {
        guard let number = number(word, digits: 2...4) else { return nil }
        switch word.count {
        case 2: return number < 50 ? number + 2000 : number + 1900
        case 3: return number + 1900
        default: return number
        }
    }

    /// `12:00` or `12:00:60`, in milliseconds; second 60 counts as the first of the next minute, as POSIX has it.
    private static func clock(_ word: ArraySlice<UInt8>) -> Int64? {
        let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0], digits: 1...2), hour < 24,
            let minute = number(parts[1], digits: 2...2), minute < 60
        else { return nil }
        guard parts.count == 3 else { return (hour * 60 + minute) * 60_000 }
        guard let second = number(parts[2], digits: 2...2), second <= 60 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1000
    }

    /// A zone that nobody knows is a local time (RFC 5322, 4.3); an offset that cannot be is no date at all.
    private static func zone(_ word: ArraySlice<UInt8>) -> Zone? {
        if let offset = offset(word) { return .known(offset) }
        let isName = word.allSatisfy { isASCIILetterOrDigit($0) } && word.contains { $0 >= UInt8(ascii: "A") }
        return isName ? .unknown : nil
    }

    /// `+0100`, `+01:00`, or a name of RFC 5322, 4.3; milliseconds east of UTC.
    private static func offset(_ word: ArraySlice<UInt8>) -> Int64? {
        guard let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return namedZones[String(decoding: word.prefix(4), as: UTF8.self).uppercased()].map { $0 * 3_600_000 }
        }
        let digits = ArraySlice(word.dropFirst().filter { $0 != UInt8(ascii: ":") })
        guard let value = number(digits, digits: 4...4), value / 100 < 24, value % 100 < 60 else { return nil }
        let offset = (value / 100 * 60 + value % 100) * 60_000
        return sign == UInt8(ascii: "-") ? -offset : offset
    }

    /// Hours east of UTC.
    private static let namedZones: [String: Int64] = [
        "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
        "PST": -8,
        "PDT": -7,
    ]
}
