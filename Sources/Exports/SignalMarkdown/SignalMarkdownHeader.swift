/// The beginning of a message: `[2019-12-24, 12:23] Jane: `, or in newer versions `[2019-12-24 12:23:05] Jane: `
/// (`Message.to_md` in signal-export's `models.py`), which WhatsApp writes as well.
struct SignalMarkdownHeader {
    enum Style { case withComma, withSeconds }

    var style: Style
    /// Date and time as they stand in the brackets.
    var written: String
    /// The name's bytes.
    var name: ArraySlice<UInt8>
    /// What follows on the line.
    var rest: ArraySlice<UInt8>

    private static let longestName = 512

    /// nil: the line goes on with the message before it.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.first == UInt8(ascii: "["), let close = line.prefix(24).firstIndex(of: UInt8(ascii: "]")) else {
            return nil
        }
        let stamp = line[(line.startIndex + 1)..<close]
        guard let style = Self.style(of: stamp) else { return nil }
        let words = line[(close + 1)...]
        guard words.first == 0x20, let colon = Self.colon(in: words.dropFirst()) else { return nil }
        self.style = style
        written = String(decoding: stamp, as: UTF8.self)
        name = words[(words.startIndex + 1)..<colon]
        rest = words[(colon + 1)...].drop { $0 == 0x20 }
    }

    /// nil: no date and time in one of the styles.
    private static func style(of stamp: ArraySlice<UInt8>) -> Style? {
        stamp.withUnsafeBufferPointer { bytes in
            var scanner = TimeScanner(bytes: bytes)
            guard scanner.isoDay() != nil else { return nil }
            let hasComma = scanner.take(UInt8(ascii: ","))
            guard scanner.clock() != nil, scanner.isAtEnd else { return nil }
            if hasComma { return .withComma }
            return bytes.count == "2019-12-24 12:23:05".utf8.count && bytes[10] == 0x20 ? .withSeconds : nil
        }
    }

    /// The first colon that a blank or the line's end follows, behind something.
    private static func colon(in words: ArraySlice<UInt8>) -> Int? {
        let part = words.prefix(longestName)
        let found = part.indices.first { index in
            part[index] == UInt8(ascii: ":") && (index + 1 == words.endIndex || words[index + 1] == 0x20)
        }
        return found.flatMap { $0 > words.startIndex ? $0 : nil }
    }

    /// The time, its zone as the options name it.
    func time(in zone: LocalZone?) -> ExportedTime {
        let time = exportedTime(written.replacing(",", with: ""), in: zone)
        return ExportedTime(
            milliseconds: time?.milliseconds, written: written, zoneIsKnown: time?.zoneIsKnown ?? false)
    }
}
