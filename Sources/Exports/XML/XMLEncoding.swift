/// The encodings that a document may declare. Anything else is refused: guessing would show moderators
/// text that nobody wrote.
package enum XMLEncoding: Equatable, Sendable {
    case utf8
    /// ISO-8859-1 and windows-1252 alike, as the WHATWG Encoding Standard reads both labels: blogs that
    /// declared the first wrote the second.
    case latin1

    /// Reads the `encoding` of an XML declaration's text. Throws `ExportError.unsupportedEncoding`.
    init(declaration: [UInt8]) throws(ExportError) {
        guard let label = Self.label(in: String(decoding: declaration, as: UTF8.self)) else {
            self = .utf8
            return
        }
        switch label.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "windows-1252", "cp1252": self = .latin1
        default: throw .unsupportedEncoding(String(label.prefix(40)))
        }
    }

    private static func label(in declaration: String) -> Substring? {
        let words = declaration.split(maxSplits: 1, omittingEmptySubsequences: true) { $0.isWhitespace }
        guard let rest = words.last, let range = rest.firstRange(of: "encoding") else { return nil }
        let value = rest[range.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return value.dropFirst().prefix { $0 != quote }
    }

    /// The characters of windows-1252 at 0x80 to 0x9F; the five that are unassigned stand for themselves.
    static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The character of a byte at 0x80 or above in `latin1`.
    static func latin1Character(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(windows1252[Int(byte) - 0x80]) ?? "\u{FFFD}"
    }
}
