/// Reads a time as exports write it; nil where it is not usable, and then the message's time is unknown.
///
/// Understood: ISO 8601 with `T` or a blank, with or without seconds, up to nine digits of fraction, `Z`, `UTC` or
/// an offset; dates alone; German dates (`24.12.2024 18:30`); seconds, milliseconds or microseconds since 1970.
/// Nothing is guessed: a month 13, a year 0 or a number that fits no unit is unknown.
package func exportedTime(_ written: String, in zone: LocalZone?) -> ExportedTime? {
    var text = written
    let found = text.withUTF8 { bytes in
        calendarTime(bytes) ?? epochMilliseconds(bytes).map { (milliseconds: $0, zoneIsKnown: true) }
    }
    guard var found else { return nil }
    if !found.zoneIsKnown, let zone {
        found = (zone.utc(fromLocal: found.milliseconds), true)
    }
    guard timeRange.contains(found.milliseconds) else { return nil }
    return ExportedTime(milliseconds: found.milliseconds, written: written, zoneIsKnown: found.zoneIsKnown)
}

/// Years 1 to 9999, in milliseconds since 1970 UTC: what calendars and ISO 8601 with four digits agree on.
let timeRange: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

private func calendarTime(_ bytes: UnsafeBufferPointer<UInt8>) -> (milliseconds: Int64, zoneIsKnown: Bool)? {
    var scanner = TimeScanner(bytes: bytes)
    guard let day = scanner.isoDay() ?? scanner.germanDay() else { return nil }
    guard !scanner.isAtEnd else { return (day * millisecondsPerDay, false) }
    guard let clock = scanner.clock() else { return nil }
    guard !scanner.isAtEnd else { return (day * millisecondsPerDay + clock, false) }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return (day * millisecondsPerDay + clock - offset, true)
}

let millisecondsPerDay: Int64 = 86_400_000

/// Milliseconds since 1970 of a number without exponent. The unit follows from the size: seconds reach the year
/// 9999 with 12 digits, milliseconds begin in 2001, microseconds in 2001; what lies between fits none.
func epochMilliseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var scanner = TimeScanner(bytes: bytes)
    let isNegative = scanner.take(UInt8(ascii: "-"))
    guard let whole = scanner.number(digits: 1...17) else { return nil }
    var fraction: Int64 = 0
    if !scanner.isAtEnd {
        guard scanner.take(UInt8(ascii: ".")), let part = scanner.fraction() else { return nil }
        fraction = part
    }
    guard scanner.isAtEnd else { return nil }
    switch whole {
    case ...253_402_300_799: return isNegative ? -(whole * 1000 + fraction) : whole * 1000 + fraction
    case 1_000_000_000_000..<100_000_000_000_000 where !isNegative: return whole
    case 1_000_000_000_000_000...99_999_999_999_999_999 where !isNegative: return whole / 1000
    default: return nil
    }
}
