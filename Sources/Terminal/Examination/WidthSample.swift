import Screen

/// A text whose width the terminal is asked for. What is sent is `SafeText`, so what is compared is what lotse draws.
nonisolated package struct WidthSample: Equatable, Sendable {
    /// What is tested.
    package enum Kind: String, CaseIterable, Sendable {
        case wide, emoji, newEmoji = "new emoji", variation, joined, flag, skinTone = "skin tone", keycap
        case combining, ambiguous, indic, rightToLeft = "right to left"
    }

    package var kind: Kind
    /// As people write it.
    package var raw: String
    /// What lotse sends of it.
    package var text: SafeText

    /// The columns that lotse counts.
    package var columns: Int { text.columns }

    /// Whether any terminal could show it so wide: none takes more than two columns for a scalar.
    func canTake(_ columns: Int) -> Bool {
        (0...2 * raw.unicodeScalars.count).contains(columns)
    }

    init(_ kind: Kind) {
        self.kind = kind
        raw = kind.raw
        text = SafeText(kind.raw)
    }

    /// One of each kind.
    package static let all = Kind.allCases.map { WidthSample($0) }
}

nonisolated extension WidthSample.Kind {
    fileprivate var raw: String {
        switch self {
        case .wide: "\u{65E5}\u{672C}"
        case .emoji: "\u{1F600}"
        case .newEmoji: "\u{1FAE8}"
        case .variation: "\u{2764}\u{FE0F}"
        case .joined: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        case .flag: "\u{1F1E9}\u{1F1EA}"
        case .skinTone: "\u{1F44D}\u{1F3FD}"
        case .keycap: "1\u{FE0F}\u{20E3}"
        case .combining: "e\u{0301}"
        case .ambiguous: "\u{2026}\u{00A7}\u{2192}"
        case .indic: "\u{0915}\u{094D}\u{0937}"
        case .rightToLeft: "\u{05E9}\u{05DC}"
        }
    }
}
