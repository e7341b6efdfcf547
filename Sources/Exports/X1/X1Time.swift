/// A time as X wrote it until its API v2: `Wed Nov 15 12:00:45 +0000 2023`, in English whatever the account's language;
/// or one that every format has. The weekday is not compared: the day alone says which it is. nil: not usable.
func x1Time(_ written: String) -> ExportedTime? {
    if let time = exportedTime(written, in: nil) { return time }
    let parts = written.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, let month = x1Months.firstIndex(of: parts[1]), let day = x1Number(parts[2], digits: 2),
        let clock = x1Clock(parts[3]), let offset = x1Offset(parts[4]), let year = x1Number(parts[5], digits: 4),
        let date = days(year: year, month: Int64(month + 1), day: day)
    else { return nil }
    let milliseconds = date * millisecondsPerDay + clock - offset
    guard timeRange.contains(milliseconds) else { return nil }
    return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true)
}

private let x1Months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private func x1Number(_ text: Substring, digits: Int) -> Int64? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
    return Int64(text)
}

/// Milliseconds since midnight; second 60 is a leap second and counts as the first of the next minute.
private func x1Clock(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { x1Number($0, digits: 2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2], hour < 24, minute < 60,
        second <= 60
    else { return nil }
    return ((hour * 60 + minute) * 60 + second) * 1000
}

/// Milliseconds east of UTC of `+0100`.
private func x1Offset(_ text: Substring) -> Int64? {
    guard let sign = text.first, sign == "+" || sign == "-", text.utf8.count == 5,
        let hours = x1Number(text.dropFirst().prefix(2), digits: 2), let minutes = x1Number(text.suffix(2), digits: 2),
        hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == "+" ? 60_000 : -60_000)
}
