/// What stands between `&` and `;`. Nothing is looked up anywhere: there are five names and numbers.
enum XMLReference: Equatable {
    case character(Unicode.Scalar)
    /// A character that XML does not allow, made harmless.
    case repaired(Unicode.Scalar)
    /// A name that is not one of the five: it stays as it is written.
    case unknown

    init(_ name: [UInt8]) {
        guard name.first == UInt8(ascii: "#") else {
            self = Self.predefined(String(decoding: name, as: UTF8.self))
            return
        }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == UInt8(ascii: "x")
        self = Self.numbered(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    }

    private static func predefined(_ name: String) -> Self {
        switch name {
        case "amp": .character("&")
        case "lt": .character("<")
        case "gt": .character(">")
        case "quot": .character("\"")
        case "apos": .character("'")
        default: .unknown
        }
    }

    private static func numbered(_ digits: ArraySlice<UInt8>, radix: Int) -> Self {
        let text = String(decoding: digits, as: UTF8.self)
        guard !digits.isEmpty, digits.allSatisfy({ XMLCharacters.isDigit($0) || XMLCharacters.isLetter($0) }),
            text.allSatisfy({ $0.isHexDigit && (radix == 16 || $0.isNumber) })
        else { return .unknown }
        guard let number = UInt32(text, radix: radix), let scalar = Unicode.Scalar(number) else {
            return .repaired("\u{FFFD}")
        }
        if number < 0x20, XMLCharacters.isForbidden(UInt8(number)) {
            return .repaired(XMLCharacters.picture(ofControl: UInt8(number)))
        }
        return number == 0xFFFE || number == 0xFFFF ? .repaired("\u{FFFD}") : .character(scalar)
    }
}
