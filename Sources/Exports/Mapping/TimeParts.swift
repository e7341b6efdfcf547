/// What was read of a time by its pattern.
struct TimeParts {
    var year: Int64?
    var shortYear: Int64?
    var month: Int64?
    var day: Int64?
    var hour: Int64?
    var halfDayHour: Int64?
    var isAfternoon = false
    var minute: Int64?
    var second: Int64?
    var thousandths: Int64 = 0
    /// Milliseconds east of UTC.
    var offset: Int64?

    /// Milliseconds since 1970 of the local time, as if it were UTC; nil: there is no such time.
    var milliseconds: Int64? {
        let full = year ?? shortYear.map { $0 < 70 ? 2000 + $0 : 1900 + $0 }
        guard let full, let month, let day, let date = days(year: full, month: month, day: day) else { return nil }
        var hour = hour ?? 0
        if let halfDayHour {
            guard (1...12).contains(halfDayHour) else { return nil }
            hour = halfDayHour % 12 + (isAfternoon ? 12 : 0)
        }
        let (minute, second) = (minute ?? 0, second ?? 0)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return date * millisecondsPerDay + ((hour * 60 + minute) * 60 + second) * 1000 + thousandths
    }

    mutating func takeFraction(_ text: inout ArraySlice<UInt8>) -> Bool {
        let run = text.prefix(9).prefix { $0 &- UInt8(ascii: "0") < 10 }
        guard !run.isEmpty else { return false }
        let digits = Array(run.prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 3 - run.count))
        thousandths = digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        text = text.dropFirst(run.count)
        return true
    }

    /// A name or its beginning of at least three letters, English or German, with or without a dot.
    mutating func takeMonth(_ text: inout ArraySlice<UInt8>) -> Bool {
        let word = String(decoding: Self.letters(&text), as: UTF8.self).lowercased()
        guard word.count >= 3, let found = Self.months.firstIndex(where: { $0.contains { $0.hasPrefix(word) } }) else {
            return false
        }
        month = Int64(found + 1)
        if text.first == UInt8(ascii: ".") { text = text.dropFirst() }
        return true
    }

    mutating func takeHalfDay(_ text: inout ArraySlice<UInt8>) -> Bool {
        let word = String(decoding: text.prefix(4), as: UTF8.self).lowercased()
        guard let mark = ["am", "pm", "a.m.", "p.m."].first(where: word.hasPrefix) else { return false }
        isAfternoon = mark.hasPrefix("p")
        text = text.dropFirst(mark.utf8.count)
        return true
    }

    /// `Z`, `UTC`, `GMT`, `+01:00`, `+0100`, `+01`.
    mutating func takeOffset(_ text: inout ArraySlice<UInt8>) -> Bool {
        let run = text.prefix(6).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ")") }
        let found = run.withUnsafeBufferPointer { bytes -> Int64? in
            var scanner = TimeScanner(bytes: bytes)
            guard let found = scanner.offset(), scanner.isAtEnd else { return nil }
            return found
        }
        guard let found else { return false }
        offset = found
        text = text.dropFirst(run.count)
        return true
    }

    /// The letters at the beginning; all bytes beyond ASCII count as such.
    static func letters(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let run = text.prefix { ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 >= 0x80 }
        text = text.dropFirst(run.count)
        return run
    }

    private static let months: [[String]] = [
        ["january", "januar", "jänner"], ["february", "februar", "feber"], ["march", "märz", "mrz"], ["april"],
        ["may", "mai"], ["june", "juni"], ["july", "juli"], ["august"], ["september"], ["october", "oktober"],
        ["november"], ["december", "dezember"],
    ]
}
