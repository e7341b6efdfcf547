/// One part of a time pattern.
enum TimeField: Equatable, Sendable {
    case year, shortYear, month, monthName, day, hour, halfDayHour, minute, second, fraction, halfDay, offset, weekday
    case literal(UInt8)

    /// The parts of a written pattern. Throws `FormatMappingFault.badTime`.
    static func fields(_ pattern: String, key: String) throws(FormatMappingFault) -> [TimeField] {
        var fields: [TimeField] = []
        var rest = Array(pattern.utf8)[...]
        while let first = rest.first {
            if first == UInt8(ascii: "'") {
                let inside = rest.dropFirst().prefix { $0 != first }
                guard inside.endIndex < rest.endIndex else {
                    throw .badTime(key: key, value: pattern, reason: "a quote is not closed")
                }
                fields += inside.isEmpty ? [.literal(first)] : inside.map(TimeField.literal)
                rest = rest[(inside.endIndex + 1)...]
            } else if (first | 0x20) &- UInt8(ascii: "a") < 26 {
                let run = rest.prefix { $0 == first }
                guard let field = TimeField(first, count: run.count) else {
                    let letters = String(decoding: run, as: UTF8.self)
                    throw .badTime(key: key, value: pattern, reason: "\(letters) means nothing")
                }
                fields.append(field)
                rest = rest.dropFirst(run.count)
            } else {
                fields.append(.literal(first))
                rest = rest.dropFirst()
            }
        }
        let hasYear = fields.contains(.year) || fields.contains(.shortYear)
        let hasMonth = fields.contains(.month) || fields.contains(.monthName)
        guard hasYear, hasMonth, fields.contains(.day) else {
            throw .badTime(key: key, value: pattern, reason: "year, month and day are needed")
        }
        guard fields.contains(.halfDayHour) == fields.contains(.halfDay) else {
            throw .badTime(key: key, value: pattern, reason: "h and a belong together")
        }
        return fields
    }

    private init?(_ letter: UInt8, count: Int) {
        switch (letter, count) {
        case (UInt8(ascii: "y"), 2): self = .shortYear
        case (UInt8(ascii: "y"), 1), (UInt8(ascii: "y"), 4): self = .year
        case (UInt8(ascii: "M"), 1...2): self = .month
        case (UInt8(ascii: "M"), 3...4): self = .monthName
        case (UInt8(ascii: "d"), 1...2): self = .day
        case (UInt8(ascii: "H"), 1...2): self = .hour
        case (UInt8(ascii: "h"), 1...2): self = .halfDayHour
        case (UInt8(ascii: "m"), 1...2): self = .minute
        case (UInt8(ascii: "s"), 1...2): self = .second
        case (UInt8(ascii: "S"), 1...9): self = .fraction
        case (UInt8(ascii: "a"), 1): self = .halfDay
        case (UInt8(ascii: "Z"), 1...5), (UInt8(ascii: "X"), 1...5), (UInt8(ascii: "x"), 1...5): self = .offset
        case (UInt8(ascii: "E"), 1...4): self = .weekday
        default: return nil
        }
    }

    /// Takes this part from the beginning of `text`; false: something else stands there.
    func take(from text: inout ArraySlice<UInt8>, into parts: inout TimeParts) -> Bool {
        switch self {
        case .year: number(4...4, &text, &parts.year)
        case .shortYear: number(2...2, &text, &parts.shortYear)
        case .month: number(1...2, &text, &parts.month)
        case .day: number(1...2, &text, &parts.day)
        case .hour: number(1...2, &text, &parts.hour)
        case .halfDayHour: number(1...2, &text, &parts.halfDayHour)
        case .minute: number(1...2, &text, &parts.minute)
        case .second: number(1...2, &text, &parts.second)
        case .fraction: parts.takeFraction(&text)
        case .monthName: parts.takeMonth(&text)
        case .halfDay: parts.takeHalfDay(&text)
        case .offset: parts.takeOffset(&text)
        case .weekday: !TimeParts.letters(&text).isEmpty
        case .literal(let byte): literal(byte, &text)
        }
    }

    private func number(
        _ digits: ClosedRange<Int>, _ text: inout ArraySlice<UInt8>, _ value: inout Int64?
    ) -> Bool {
        let run = text.prefix(digits.upperBound).prefix { $0 &- UInt8(ascii: "0") < 10 }
        guard digits.contains(run.count) else { return false }
        value = run.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        text = text.dropFirst(run.count)
        return true
    }

    /// U+202F NARROW NO-BREAK SPACE and U+00A0 stand for a blank: ICU writes them before AM and PM.
    private func literal(_ byte: UInt8, _ text: inout ArraySlice<UInt8>) -> Bool {
        if text.first == byte {
            text = text.dropFirst()
            return true
        }
        guard byte == 0x20 else { return false }
        for blank: [UInt8] in [[0xE2, 0x80, 0xAF], [0xC2, 0xA0]] where text.starts(with: blank) {
            text = text.dropFirst(blank.count)
            return true
        }
        return false
    }
}
