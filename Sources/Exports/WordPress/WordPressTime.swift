import Foundation

/// Times as WordPress writes them: `yyyy-MM-dd HH:mm:ss`, and `0000-00-00 00:00:00` for none.
enum WordPressTime {
    /// Years in which a time can be meant; what lies outside is a slip or a joke, and is unknown.
    private static let years = 1971...2100

    /// The time of a comment and, where it is not simply the UTC that the export gives, what was done.
    static func time(utc: String, local: String, zone: String?) -> (time: ExportedTime, repair: String?) {
        if let milliseconds = milliseconds(utc) {
            return (ExportedTime(milliseconds: milliseconds, written: utc, zoneIsKnown: true), nil)
        }
        guard let milliseconds = milliseconds(local) else {
            let written = utc.isEmpty ? local : utc
            return (ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false), "time unknown")
        }
        guard let zone = zone.flatMap(TimeZone.init(identifier:)) else {
            let time = ExportedTime(milliseconds: milliseconds, written: local, zoneIsKnown: false)
            return (time, "no time in UTC, local time taken, zone unknown")
        }
        let time = ExportedTime(milliseconds: shift(milliseconds, from: zone), written: local, zoneIsKnown: true)
        return (time, "no time in UTC, local time taken")
    }

    /// Milliseconds since 1970 of `yyyy-MM-dd HH:mm:ss` read as UTC; nil: no such time.
    static func milliseconds(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count == 19, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A, bytes[16] == 0x3A,
            bytes[10] == 0x20 || bytes[10] == UInt8(ascii: "T"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19])
        else { return nil }
        return milliseconds(year: year, month: month, day: day, seconds: (hour, minute, second))
    }

    /// The export's own stamp: `Tue, 27 Jan 2015 14:56:57 +0000` (RFC 822, always in UTC in this format).
    static func stamp(_ text: String) -> Int64? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "+0000", let day = Int(words[1]), let year = Int(words[3]),
            let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
                .firstIndex(of: words[2])
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        return milliseconds(year: year, month: month + 1, day: day, seconds: (clock[0], clock[1], clock[2]))
    }

    private static func milliseconds(
        year: Int, month: Int, day: Int, seconds clock: (hour: Int, minute: Int, second: Int)
    ) -> Int64? {
        guard years.contains(year), (1...12).contains(month), (1...days(month, year)).contains(day),
            (0..<24).contains(clock.hour), (0..<60).contains(clock.minute), (0...60).contains(clock.second)
        else { return nil }
        let seconds = ((daysSince1970(year, month, day) * 24 + clock.hour) * 60 + clock.minute) * 60 + clock.second
        return Int64(seconds) * 1000
    }

    /// Days from 1970-01-01 in the Gregorian calendar (H. Hinnant, chrono-compatible date algorithms).
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let century = shifted / 400
        let yearOfEra = shifted - century * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return century * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func days(_ month: Int, _ year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Local time to UTC. Asked twice, because the zone's offset is a function of the UTC that is sought.
    private static func shift(_ local: Int64, from zone: TimeZone) -> Int64 {
        let seconds = Double(local) / 1000
        let first = zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))
        let second = zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds - Double(first)))
        return local - Int64(second) * 1000
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(XMLCharacters.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
