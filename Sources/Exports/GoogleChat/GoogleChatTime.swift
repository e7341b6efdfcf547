/// `Monday, February 10, 2025 at 3:45:22 PM UTC`, with whatever blank before `PM`; German too. What is in no language
/// that is known is unknown.
func googleChatTime(_ written: String) -> ExportedTime? {
    var day, month, year: Int64?
    var clock: Int64?
    var isAfternoon: Bool?
    var zone: Bool = false
    for word in written.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "." }) {
        if let found = clockTime(word) {
            clock = found
        } else if let number = Int64(word), number >= 0 {
            if word.utf8.count == 4 { year = number } else if word.utf8.count <= 2 { day = number }
        } else if let found = months[word.prefix(3).lowercased()], month == nil, word != "Mon" {
            month = found
        } else if word == "AM" || word == "PM" {
            isAfternoon = word == "PM"
        } else if word == "UTC" {
            zone = true
        }
    }
    guard let day, let month, let year, var clock, zone, let date = days(year: year, month: month, day: day) else {
        return nil
    }
    let halfDay = millisecondsPerDay / 2
    if let isAfternoon {
        guard clock >= millisecondsPerDay / 24, clock < halfDay + millisecondsPerDay / 24 else { return nil }
        clock = clock % halfDay + (isAfternoon ? halfDay : 0)
    }
    return ExportedTime(milliseconds: date * millisecondsPerDay + clock, written: written, zoneIsKnown: true)
}

/// `3:45:22` as milliseconds; nil: it is none.
private func clockTime(_ word: Substring) -> Int64? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    let numbers = parts.compactMap { $0.utf8.count <= 2 ? Int64($0) : nil }
    guard numbers.count == parts.count, (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]) else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    guard (0..<60).contains(second) else { return nil }
    return ((numbers[0] * 60 + numbers[1]) * 60 + second) * 1000
}

private let months: [String: Int64] = [
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12,
]
