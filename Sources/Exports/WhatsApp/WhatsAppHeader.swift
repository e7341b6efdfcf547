/// How one telephone writes the head of a message; all lines of a file are written alike.
struct WhatsAppStyle: Hashable {
    /// `[DATE, TIME] Name: text`, as iPhones write it; else `DATE, TIME - Name: text`.
    var isBracketed: Bool
    var hasSeconds: Bool
}

/// The head of a message: everything before the name.
struct WhatsAppHeader {
    enum Finding {
        case header(WhatsAppHeader)
        /// Date and time are there, but what must follow is not.
        case damaged
        case none
    }

    var date: NumericDate
    /// Date and time as they stand in the file, without marks that nobody sees.
    var written: String
    var style: WhatsAppStyle
    /// Bytes before the name.
    var length: Int

    /// Bytes of a line that are looked at; a head is shorter.
    private static let limit = 128

    static func find(in line: ArraySlice<UInt8>) -> Finding {
        guard let first = line.first, first &- 0x30 < 10 || first == UInt8(ascii: "[") || first >= 0x80 else {
            return .none
        }
        var scanner = DateScanner(Array(String(decoding: line.prefix(limit), as: UTF8.self).unicodeScalars))
        scanner.skipMarks()
        let isBracketed = scanner.take("[")
        scanner.skipMarks()
        let start = scanner.index
        guard let date = scanner.date() else { return .none }
        let written = scanner.text(from: start)
        guard ends(&scanner, isBracketed: isBracketed) else { return .damaged }
        let style = WhatsAppStyle(isBracketed: isBracketed, hasSeconds: date.hasSeconds)
        return .header(WhatsAppHeader(date: date, written: written, style: style, length: scanner.utf8Count))
    }

    private static func ends(_ scanner: inout DateScanner, isBracketed: Bool) -> Bool {
        if isBracketed {
            scanner.skipMarks()
            guard scanner.take("]") else { return false }
            return scanner.skipBlanks()
        }
        guard scanner.skipBlanks(), scanner.take("-") || scanner.take("\u{2013}") else { return false }
        return scanner.skipBlanks() || scanner.isAtEnd
    }

    /// Signal's text exports differ in nothing else: brackets, date with the year first, comma, no seconds.
    var isLikeSignal: Bool {
        style.isBracketed && !style.hasSeconds && date.separator == "-" && date.firstDigits == 4
            && written.utf8.contains(UInt8(ascii: ","))
    }
}
