/// A character reference of HTML (HTML Standard, section 13.5 and numeric character reference end state).
/// Controls become pictures and what is no character U+FFFD: behind a reference they are as dangerous as
/// they are raw.
enum HTMLReference {
    /// The character that `name` (between `&` and `;`) stands for; nil: it is text.
    static func character(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#") else {
            let named = HTMLEntities.named[String(decoding: name, as: UTF8.self)]
            return named == "\u{A0}" ? " " : named
        }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
            let number = UInt32(text, radix: isHexadecimal ? 16 : 10)
        else { return nil }
        return harmless(number)
    }

    private static func harmless(_ number: UInt32) -> Unicode.Scalar {
        switch number {
        case 0x09, 0x0A: Unicode.Scalar(UInt8(number))
        case 0x0D: "\n"
        case 0xA0: " "
        case 0: "\u{FFFD}"
        case 1..<0x20: XMLCharacters.picture(ofControl: UInt8(number))
        case 0x80..<0xA0: XMLEncoding.latin1Character(UInt8(number))
        default: Unicode.Scalar(number) ?? "\u{FFFD}"
        }
    }
}
