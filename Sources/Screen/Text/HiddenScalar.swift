/// Scalars that are never sent: how the detail view names them, and which of them are everyday spelling.
enum HiddenScalar {
    /// `<RLO>`, `<ZWSP>`, else `<U+XXXX>`.
    static func mark(for scalar: Unicode.Scalar) -> String {
        "<\(abbreviations[scalar.value] ?? number(scalar))>"
    }

    /// `U+` and at least four hexadecimal digits.
    static func number(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// True for what honest writers type without knowing: the selector and joiner inside an emoji, and the
    /// joiners between letters of Arabic and Indic scripts (the CONTEXTJ rule of RFC 5892, A.1, simplified).
    static func isOrdinary(_ scalar: Unicode.Scalar, after: Unicode.Scalar?, before: Unicode.Scalar?) -> Bool {
        guard let after else { return false }
        switch scalar.value {
        case 0xFE0E, 0xFE0F:
            return isEmoji(after)
        case 0x200D where before.map(isEmoji) == true:
            return isEmoji(after) || after.value == 0xFE0F
        case 0x200C, 0x200D:
            return isJoiningLetter(after) && before.map(isJoiningLetter) == true
        default:
            return false
        }
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmoji
    }

    private static func isJoiningLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x0620...0x08FF).contains(scalar.value) || (0x0900...0x0DFF).contains(scalar.value)
    }

    private static let abbreviations: [UInt32: String] = [
        0xAD: "SHY", 0x34F: "CGJ", 0x61C: "ALM", 0x180E: "MVS",
        0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM",
        0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO",
        0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
        0xFE0E: "VS15", 0xFE0F: "VS16", 0xFEFF: "BOM",
    ]
}
