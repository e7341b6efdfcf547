/// Classes of bytes in XML 1.0 (fifth edition), as far as a document in an ASCII superset needs them.
enum XMLCharacters {
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// A control character that XML 1.0 does not allow (section 2.2, production 2).
    static func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && !isBlank(byte) }

    static func beginsName(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    static func continuesName(_ byte: UInt8) -> Bool {
        beginsName(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    static func continuesReference(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#")
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The picture of a control character (U+2400 and following), so that it is seen and does nothing.
    static func picture(ofControl byte: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(0x2400 + UInt32(byte)) ?? "\u{FFFD}"
    }
}
