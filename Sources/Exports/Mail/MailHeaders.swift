import Glibc

/// The header fields that are read.
enum MailField: Int, CaseIterable {
    case from, sender, date, subject, references, received, precedence, messageID, inReplyTo, listID, listPost
    case autoSubmitted, autoReply, autoRespond, contentType, transferEncoding, disposition, language, archivedAt
    case spamFlag, gmailLabels

    /// In lower case.
    var name: String {
        switch self {
        case .messageID: "message-id"
        case .inReplyTo: "in-reply-to"
        case .listID: "list-id"
        case .listPost: "list-post"
        case .autoSubmitted: "auto-submitted"
        case .autoReply: "x-autoreply"
        case .autoRespond: "x-autorespond"
        case .contentType: "content-type"
        case .transferEncoding: "content-transfer-encoding"
        case .disposition: "content-disposition"
        case .language: "content-language"
        case .archivedAt: "archived-at"
        case .spamFlag: "x-spam-flag"
        case .gmailLabels: "x-gmail-labels"
        case .from, .sender, .date, .subject, .references, .received, .precedence: String(describing: self)
        }
    }

    /// Fields by the length of their names.
    static let byLength: [[(field: MailField, name: [UInt8])]] = {
        var table: [[(field: MailField, name: [UInt8])]] = Array(repeating: [], count: 32)
        for field in allCases { table[field.name.utf8.count].append((field, Array(field.name.utf8))) }
        return table
    }()
}

/// The header of a mail (RFC 5322, 2.2): where the fields that are read stand, and where the body begins.
struct MailHeaders {
    enum End {
        /// A blank line, or a line that is no field: the body begins.
        case body
        /// The mail ends behind a whole field: no body.
        case end
        /// The mail ends inside a line.
        case cut
    }

    private let bytes: ArraySlice<UInt8>
    /// By the field's number; empty: not there, since a value holds its line end at least.
    private var values = Array(repeating: 0..<0, count: MailField.allCases.count)
    /// Index of the body's first byte.
    private(set) var bodyStart: Int
    private(set) var end = End.end
    /// Fields of any name.
    private(set) var count = 0

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        bodyStart = bytes.endIndex
        scan()
    }

    /// The value unfolded (RFC 5322, 2.2.3), without blanks at its ends; the first, where there are several.
    subscript(field: MailField) -> ArraySlice<UInt8>? {
        let range = values[field.rawValue]
        guard !range.isEmpty else { return nil }
        let value = bytes[range]
        let plain = trimmed(value)
        guard plain.contains(0x0A) else { return plain }
        return ArraySlice(plain.filter { $0 != 0x0A && $0 != 0x0D })
    }

    /// The value as ASCII in lower case, for words of the protocol.
    func word(_ field: MailField) -> String {
        self[field].map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
    }

    private mutating func scan() {
        var line = bytes.startIndex
        var open: MailField?
        while line < bytes.endIndex {
            let lineEnd = endOfLine(from: line)
            let first = bytes[line]
            if first == 0x0A || (first == 0x0D && lineEnd == line + 2) {
                return finish(.body, bodyStart: lineEnd)
            }
            if first == 0x20 || first == 0x09 {
                if let open { values[open.rawValue] = values[open.rawValue].lowerBound..<lineEnd }
            } else if let colon = fieldNameEnd(bytes[line..<lineEnd]) {
                open = take(line..<colon.nameEnd, value: colon.valueStart..<lineEnd)
            } else if !isSeparator(bytes[line..<lineEnd]) {
                let isCut = bytes[lineEnd - 1] != 0x0A
                return finish(isCut ? .cut : .body, bodyStart: isCut ? bytes.endIndex : line)
            }
            if lineEnd == bytes.endIndex, bytes[lineEnd - 1] != 0x0A { end = .cut }
            line = lineEnd
        }
    }

    private mutating func finish(_ end: End, bodyStart: Int) {
        self.end = end
        self.bodyStart = bodyStart
    }

    /// Remembers a field that is read and was not there before; nil for all others.
    private mutating func take(_ name: Range<Int>, value: Range<Int>) -> MailField? {
        count += 1
        guard name.count < MailField.byLength.count else { return nil }
        for candidate in MailField.byLength[name.count] where isSame(bytes[name], candidate.name) {
            guard values[candidate.field.rawValue].isEmpty else { return nil }
            values[candidate.field.rawValue] = value
            return candidate.field
        }
        return nil
    }

    private func isSame(_ written: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        zip(written, name).allSatisfy { $0 == $1 || (isASCIILetterOrDigit($0) && $0 | 0x20 == $1) }
    }

    /// Index behind the line's end.
    private func endOfLine(from start: Int) -> Int {
        bytes[start...].withUnsafeBytes { rest in
            guard let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) else { return bytes.endIndex }
            return start + (UnsafeRawPointer(found) - base) + 1
        }
    }

    /// Mailers of old wrote the separator into the header, quoted or not.
    private func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
    }

    private func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var value = value.drop(while: isJSONBlank)
        while let last = value.last, isJSONBlank(last) { value = value.dropLast() }
        return value
    }
}

/// Where a field's name ends and its value begins, in a line that begins with a field (RFC 5322, 2.2: printable
/// ASCII but the colon; blanks before the colon are an old form); nil: no field.
func fieldNameEnd(_ line: ArraySlice<UInt8>) -> (nameEnd: Int, valueStart: Int)? {
    let name = line.prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
    let colon = line[name.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    guard !name.isEmpty, colon.first == UInt8(ascii: ":") else { return nil }
    return (name.endIndex, colon.startIndex + 1)
}
