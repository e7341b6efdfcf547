/// Takes a date of three numbers and a time of day from text, in the forms that telephones and spreadsheets of many
/// countries write: `13.03.24, 10:15`, `3/13/24, 10:15 PM`, `13. 6. 2018. 21:25:15`, `13.6.2018 klo 21.25.15`.
struct DateScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var index = 0
    private var marks: NumericDate.Marks = []

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var isAtEnd: Bool { index == scalars.count }
    var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// The characters from `start` to where the scanner stands, without the marks that nobody sees.
    func text(from start: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<index].filter { !isDirectionMark($0) })
        return text
    }

    /// Bytes in UTF-8 of what was taken.
    var utf8Count: Int { scalars[..<index].reduce(0) { $0 + UTF8.width($1) } }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    mutating func skipMarks() {
        while let next, isDirectionMark(next) { index += 1 }
    }

    /// True: there was at least one. Marks between blanks are passed over.
    @discardableResult
    mutating func skipBlanks() -> Bool {
        var found = false
        while let next, isDirectionMark(next) || isBlank(next) {
            found = found || isBlank(next)
            index += 1
        }
        return found
    }

    /// nil: here is no date with a time of day; the scanner stands anywhere then.
    mutating func date() -> NumericDate? {
        marks = []
        skipMarks()
        guard let first = number(1...4), let separator = separator() else { return nil }
        guard let second = number(1...2), self.separator() == separator, let third = number(1...4) else { return nil }
        _ = take(".")
        skipMarks()
        let hasComma = take(",") || take("\u{60C}")
        guard skipBlanks() || hasComma else { return nil }
        var meridiem = leadingMeridiem()
        guard let clock = clock() else { return nil }
        if meridiem == nil { meridiem = trailingMeridiem() }
        return NumericDate(
            first: first.value, second: second.value, third: third.value, firstDigits: first.digits,
            thirdDigits: third.digits, separator: separator, clock: clock.milliseconds(meridiem),
            hasSeconds: clock.second != nil, marks: marks)
    }

    private mutating func separator() -> Unicode.Scalar? {
        skipMarks()
        guard let next, next == "." || next == "/" || next == "-" else { return nil }
        index += 1
        if next == "." { skipBlanks() }
        skipMarks()
        return next
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> (value: Int64, digits: Int)? {
        var value: Int64 = 0
        var count = 0
        while let next, let digit = digitValue(next) {
            if !next.isASCII { marks.insert(.foreignDigits) }
            value = value &* 10 &+ digit
            count += 1
            index += 1
            guard count <= digits.upperBound else { return nil }
        }
        return digits.contains(count) ? (value, count) : nil
    }

    private mutating func clock() -> ClockParts? {
        guard let hour = number(1...2), let next, next == ":" || next == "." else { return nil }
        index += 1
        guard let minute = number(2...2) else { return nil }
        guard take(next) else { return ClockParts(hour: hour.value, minute: minute.value, second: nil) }
        guard let second = number(2...2) else { return nil }
        return ClockParts(hour: hour.value, minute: minute.value, second: second.value)
    }

    /// A word between date and time: one for 'at', or one for morning or afternoon.
    private mutating func leadingMeridiem() -> Meridiem? {
        let start = index
        var word = ""
        while let next, next.properties.isAlphabetic, word.unicodeScalars.count < 8 {
            word.unicodeScalars.append(next)
            index += 1
        }
        guard !word.isEmpty else { return nil }
        if let meridiem = eastAsianMeridiems[word] {
            marks.insert(.eastAsianMeridiem)
            skipBlanks()
            return meridiem
        }
        _ = take(".")
        if wordsForAt.contains(word), skipBlanks() { return nil }
        index = start
        return nil
    }

    private mutating func trailingMeridiem() -> Meridiem? {
        let start = index
        skipBlanks()
        if let found = arabicMeridiem() ?? latinMeridiem() { return found }
        index = start
        return nil
    }

    private mutating func arabicMeridiem() -> Meridiem? {
        if take("\u{645}") { return .afternoon }
        return take("\u{635}") ? .morning : nil
    }

    /// `AM`, `pm`, `a.m.`, `p. m.`
    private mutating func latinMeridiem() -> Meridiem? {
        guard let letter = next, "aApP".unicodeScalars.contains(letter) else { return nil }
        index += 1
        let hasDot = take(".")
        if hasDot { skipBlanks() }
        guard let second = next, second == "m" || second == "M" else { return nil }
        index += 1
        if hasDot { _ = take(".") }
        if letter.value < 0x61, !hasDot { marks.insert(.capitalMeridiem) }
        return letter == "a" || letter == "A" ? .morning : .afternoon
    }
}

extension NumericDate {
    /// nil: the text is anything else than a date of three numbers with a time of day.
    init?(_ text: String) {
        var scanner = DateScanner(Array(text.unicodeScalars))
        guard let date = scanner.date(), scanner.isAtEnd else { return nil }
        self = date
    }
}

private enum Meridiem {
    case morning, afternoon
}

private struct ClockParts {
    var hour: Int64
    var minute: Int64
    var second: Int64?

    /// nil: there is no such time of day. 24:00 ends the day (ISO 8601-1, 4.2.3).
    func milliseconds(_ meridiem: Meridiem?) -> Int64? {
        var hour = hour
        switch meridiem {
        case .morning where hour == 12: hour = 0
        case .afternoon where hour < 12: hour += 12
        default: break
        }
        let second = second ?? 0
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second < 60 else { return nil }
        return ((hour * 60 + minute) * 60 + second) * 1000
    }
}

private let eastAsianMeridiems: [String: Meridiem] = [
    "오전": .morning, "오후": .afternoon, "上午": .morning, "下午": .afternoon, "午前": .morning, "午後": .afternoon,
]
private let wordsForAt: Set = ["klo", "um", "at", "kl", "às", "à", "в", "u", "ob", "om"]

/// Marks of writing direction and the byte order mark: they are not seen, and telephones scatter them.
func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: true
    default: false
    }
}

/// A blank on one line, also the narrow ones that do not break.
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x202F, 0x2007, 0x2009: true
    default: false
    }
}

/// ASCII, Arabic-Indic, Persian and Devanagari digits.
private func digitValue(_ scalar: Unicode.Scalar) -> Int64? {
    switch scalar.value {
    case 0x30...0x39: Int64(scalar.value - 0x30)
    case 0x660...0x669: Int64(scalar.value - 0x660)
    case 0x6F0...0x6F9: Int64(scalar.value - 0x6F0)
    case 0x966...0x96F: Int64(scalar.value - 0x966)
    default: nil
    }
}
