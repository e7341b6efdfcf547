import TestSupport
import Testing

@testable import Screen

/// Texts that people with bad intent, or with another script, put into names and messages.
enum NastyText {
    static let all: [String] = [
        "", " ", "\t", "\n", "\r\n", "\u{0}", "a\u{1B}[31mb\u{1B}]0;title\u{7}", "MODERATOR: ok\rFAKE", "a\u{8}\u{8}b",
        "\u{9B}2J", "\u{9D}0;x\u{9C}", "\u{85}x\u{2028}y\u{2029}z", "\u{7F}", "abc\u{202E}fdp.exe",
        "\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "z\u{200B}w\u{2060}\u{FEFF}\u{AD}\u{34F}",
        "\u{E0001}\u{E0061}\u{E007F}", "\u{FFF9}a\u{FFFA}b\u{FFFB}",
        "\u{FFFE}\u{10FFFF}" + String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self),
        "👨‍👩‍👧‍👦", "👍🏽", "🇩🇪🇫🇷", "❤️", "1️⃣", "👩🏿‍🚀", "\u{1FAE8}\u{1FAE9}", "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "漢字かなカナ한국어", "\u{1112}\u{1161}\u{11AB}", "\u{1161}\u{1161}", "ｆｕｌｌ", "क्षि पा", "สวัสดี", "مرحبا بالعالم", "שלום",
        "می‌خواهم", "\u{E000}\u{F8FF}\u{F0000}", "\u{378}\u{E0800}", "\u{301}\u{302}", " \u{301}", "a\u{20DD}",
        "Z" + String(repeating: "\u{300}\u{489}", count: 20), "\u{3164}", "\u{2800}", "\u{A0}", "\u{115F}\u{1160}",
        "\u{3248}\u{4DC0}", "Jörg Großmann", "a\u{FE0F}\u{FE0E}\u{E0100}", "\u{180B}\u{180E}",
        String(repeating: "\u{200B}", count: 300), "\u{D7B0}\u{D7CB}", "\u{FFFC}\u{FFFD}",
    ]

    /// A fixed sequence of scalars that leans towards the dangerous ranges.
    struct Generator {
        private var numbers: SplitMix64

        init(state: UInt64) {
            numbers = SplitMix64(seed: state)
        }

        mutating func next() -> UInt64 { numbers.next() }

        mutating func text() -> String {
            let ranges: [ClosedRange<UInt32>] = [
                0...0xFF, 0x300...0x36F, 0x600...0x6FF, 0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F,
                0x3000...0x30FF, 0xD7A0...0xD7FF, 0xE000...0xF8FF, 0xFE00...0xFFFF, 0x1F1E0...0x1FAFF,
                0xE0000...0xE01FF, 0...0x10FFFF,
            ]
            var text = String.UnicodeScalarView()
            for _ in 0..<(next() % 40) {
                let range = ranges[Int(next() % UInt64(ranges.count))]
                let value = range.lowerBound + UInt32(next() % UInt64(range.count))
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            return String(text)
        }
    }
}

/// What holds for every safe text, whatever it came from.
func expectSafe(_ text: SafeText, from raw: String, repertoire: Repertoire = .unicode) {
    let described = raw.unicodeScalars.prefix(40).map { String($0.value, radix: 16) }.joined(separator: " ")
    var measured = 0
    for scalar in text.plain.unicodeScalars {
        #expect(isSendable(scalar), "U+\(String(scalar.value, radix: 16)) was sent for \(described)")
        if repertoire == .ascii { #expect((0x20..<0x7F).contains(scalar.value), "not ASCII for \(described)") }
        measured += TextWidth.columns(of: scalar) ?? 1_000
    }
    #expect(text.columns == measured, "measured otherwise than sent: \(described)")
    #expect(text.columns == text.glyphs.reduce(0) { $0 + $1.width })
    #expect(text.glyphs.allSatisfy { (1...2).contains($0.width) && $0.marks.count <= 4 })
    #expect(text.deceptiveCount <= text.hiddenCount)

    var grid = CellGrid(size: Size(columns: text.columns + 1, rows: 1))
    #expect(grid.put(text, at: Point(column: 0, row: 0), style: .standard) == text.columns)
    #expect(grid.text == [text.plain + " "], "the grid shows something else: \(described)")
}

/// Written without the table, from the general categories and properties Swift knows.
private func isSendable(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
    default: break
    }
    return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint && !isBidiControl(scalar)
        && !(0xFFF9...0xFFFB).contains(scalar.value) && !properties.isVariationSelector && !properties.isJoinControl
}

/// Bidi_Control (UAX #9, 2), which Swift does not give.
private func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
}
