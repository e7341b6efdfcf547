/// Bytes of a line as text without what only colours it.
enum IRCText {
    /// UTF-8 where the whole line is, else Windows-1252: logs of many years mix them from line to line.
    /// U+0000 becomes U+2400. `isLegacy`: the line was not UTF-8.
    static func decoded(_ bytes: ArraySlice<UInt8>, repairs: inout Repairs) -> (text: String, isLegacy: Bool) {
        let plain = withoutCodes(bytes)
        if String(validating: plain, as: UTF8.self) != nil {
            return (plain.withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }, false)
        }
        var text = ""
        for byte in plain { text.unicodeScalars.append(windows1252(byte)) }
        if plain.contains(0) { repairs.insert(.nul) }
        return (text, true)
    }

    /// Without mIRC's codes: colours `0x03` and `0x04` with their numbers, bold, italics, underline, strike, monospace,
    /// reverse, reset (modern.ircdocs.horse, 'IRC Formatting').
    static func withoutCodes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x02, 0x0F, 0x11, 0x16, 0x1D, 0x1E, 0x1F: continue
            case 0x03: skipColour(bytes, &index, digits: 2) { $0 &- 0x30 < 10 }
            case 0x04: skipColour(bytes, &index, digits: 6) { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
            default: out.append(byte)
            }
        }
        return out
    }

    /// A colour, and after a comma the background's.
    private static func skipColour(
        _ bytes: ArraySlice<UInt8>, _ index: inout Int, digits: Int, _ isDigit: (UInt8) -> Bool
    ) {
        let first = bytes[index...].prefix(digits).prefix(while: isDigit).count
        guard first > 0 else { return }
        index += first
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ",") else { return }
        let second = bytes[(index + 1)...].prefix(digits).prefix(while: isDigit).count
        if second > 0 { index += second + 1 }
    }

    /// WHATWG Encoding, 'index windows-1252'; what it leaves out is the control of the same number.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        if byte == 0 { return "\u{2400}" }
        return byte &- 0x80 < 32 ? upperControls[Int(byte - 0x80)] : Unicode.Scalar(byte)
    }

    private static let upperControls = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// A notice without the addresses of people: `(user@host)` says where somebody lives.
    static func withoutAddresses(_ text: Substring) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).filter { !IRCWords.isAddress($0) }
            .joined(separator: " ")
    }
}
