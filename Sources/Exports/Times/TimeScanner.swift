/// Takes the parts of a written time from its bytes, one after the other.
struct TimeScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func take(_ byte: UInt8, or other: UInt8) -> Bool { take(byte) || take(other) }

    /// As many digits as there are, if their count lies in `digits` (at most 18).
    mutating func number(digits: ClosedRange<Int>) -> Int64? {
        let start = position
        var value: Int64 = 0
        while position < bytes.count, position - start <= digits.upperBound, let digit = digit(at: position) {
            value = value &* 10 &+ digit
            position += 1
        }
        guard digits.contains(position - start) else {
            position = start
            return nil
        }
        return value
    }

    /// Up to nine digits after the point, as whole milliseconds.
    mutating func fraction() -> Int64? {
        let start = position
        guard var value = number(digits: 1...9) else { return nil }
        let count = position - start
        for _ in 0..<max(0, count - 3) { value /= 10 }
        for _ in 0..<max(0, 3 - count) { value *= 10 }
        return value
    }

    /// `2024-12-24`, as days since 1970.
    mutating func isoDay() -> Int64? {
        let start = position
        if let year = number(digits: 4...4), take(UInt8(ascii: "-")), let month = number(digits: 2...2),
            take(UInt8(ascii: "-")), let day = number(digits: 2...2)
        {
            return days(year: year, month: month, day: day)
        }
        position = start
        return nil
    }

    /// `24.12.2024`, as days since 1970.
    mutating func germanDay() -> Int64? {
        guard let day = number(digits: 1...2), take(UInt8(ascii: ".")), let month = number(digits: 1...2),
            take(UInt8(ascii: ".")), let year = number(digits: 4...4)
        else { return nil }
        if take(UInt8(ascii: ",")), isAtEnd { return nil }
        return days(year: year, month: month, day: day)
    }

    /// `T18:30:00.123`, as milliseconds. 24:00 ends the day (ISO 8601-1, 4.2.3); second 60 is a leap second and
    /// counts as the first of the next minute, as POSIX has it.
    mutating func clock() -> Int64? {
        guard take(UInt8(ascii: "T"), or: UInt8(ascii: " ")) || take(UInt8(ascii: "t")),
            let hour = number(digits: 2...2), take(UInt8(ascii: ":")), let minute = number(digits: 2...2)
        else { return nil }
        var second: Int64 = 0
        var part: Int64 = 0
        if take(UInt8(ascii: ":")) {
            guard let found = number(digits: 2...2) else { return nil }
            second = found
            if take(UInt8(ascii: "."), or: UInt8(ascii: ",")) {
                guard let found = fraction() else { return nil }
                part = found
            }
        }
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0 && part == 0), minute < 60, second <= 60 else {
            return nil
        }
        // Leap seconds end an hour of UTC, and offsets are multiples of a quarter of an hour.
        guard second < 60 || minute % 15 == 14 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1000 + part
    }

    /// `Z`, `UTC`, `+01:00`, `+0100` or `+01`, as milliseconds east of UTC.
    mutating func offset() -> Int64? {
        _ = take(0x20)
        if take(UInt8(ascii: "Z"), or: UInt8(ascii: "z")) { return 0 }
        if take(UInt8(ascii: "U")) { return take(UInt8(ascii: "T")) && take(UInt8(ascii: "C")) ? 0 : nil }
        if take(UInt8(ascii: "G")) { return take(UInt8(ascii: "M")) && take(UInt8(ascii: "T")) ? 0 : nil }
        let isEast = take(UInt8(ascii: "+"))
        guard isEast || take(UInt8(ascii: "-")) else { return nil }
        guard let hours = twoDigits(), hours < 24 else { return nil }
        var minutes: Int64 = 0
        if !isAtEnd {
            _ = take(UInt8(ascii: ":"))
            guard let found = twoDigits(), found < 60 else { return nil }
            minutes = found
        }
        return (hours * 60 + minutes) * (isEast ? 60_000 : -60_000)
    }

    private mutating func twoDigits() -> Int64? {
        guard position + 2 <= bytes.count, let tens = digit(at: position), let ones = digit(at: position + 1) else {
            return nil
        }
        position += 2
        return tens * 10 + ones
    }

    private func digit(at index: Int) -> Int64? {
        let value = bytes[index] &- UInt8(ascii: "0")
        return value < 10 ? Int64(value) : nil
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar; nil: there is no such day in the years 1 to 9999.
/// After Howard Hinnant, 'chrono-compatible low-level date algorithms', days_from_civil.
func days(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
        day <= daysInMonth(month, isLeap: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

private func daysInMonth(_ month: Int64, isLeap: Bool) -> Int64 {
    switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
