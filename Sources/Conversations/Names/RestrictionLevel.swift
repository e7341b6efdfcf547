/// How freely a text mixes scripts (UTS #39, section 5.2). The levels above `singleScript` mix; `unrestricted` is not
/// told from `minimallyRestrictive`, since a name is no identifier and may hold any sign.
package enum RestrictionLevel: Int, Comparable, Sendable {
    case asciiOnly, singleScript, highlyRestrictive, moderatelyRestrictive, minimallyRestrictive

    package static func < (left: RestrictionLevel, right: RestrictionLevel) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The level of a whole text.
    package init(of text: String) {
        self.init(of: text.unicodeScalars)
    }

    init(of scalars: some Sequence<Unicode.Scalar>) {
        var scripts: Set<WritingSystem> = []
        var isASCII = true
        for scalar in scalars where !scalar.isASCII {
            isASCII = false
            scripts.insert(WritingSystem(scalar))
        }
        if isASCII {
            self = .asciiOnly
            return
        }
        if scalars.contains(where: { $0.isASCII && $0.properties.isAlphabetic }) { scripts.insert(.latin) }
        self.init(mixing: scripts.subtracting([.common, .inherited]))
    }

    /// Writing systems that are one although they use several scripts: Japanese, Korean, Chinese with Bopomofo.
    private static let together: [Set<WritingSystem>] = [
        [.han, .hiragana, .katakana], [.han, .hangul], [.han, .bopomofo],
    ]

    private init(mixing scripts: Set<WritingSystem>) {
        let besideLatin = scripts.subtracting([.latin])
        let isEastAsian = Self.together.contains { $0.isSuperset(of: besideLatin) }
        if scripts.count <= 1 || isEastAsian && besideLatin == scripts {
            self = .singleScript
        } else if isEastAsian {
            self = .highlyRestrictive
        } else if besideLatin.count == 1, besideLatin.isDisjoint(with: [.greek, .cyrillic, .other]) {
            self = .moderatelyRestrictive
        } else {
            self = .minimallyRestrictive
        }
    }

    /// Whether one word of a name mixes scripts as nobody writes: Latin with Cyrillic or Greek, say. Names in two
    /// scripts side by side, as in "Иван (Ivan)", are honest, so each word is looked at by itself.
    package static func isMixed(inWordsOf name: String) -> Bool {
        guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        return name.unicodeScalars.prefix(Skeleton.nameLimit).split(whereSeparator: isBetweenWords)
            .contains { RestrictionLevel(of: $0) > .moderatelyRestrictive }
    }

    private static func isBetweenWords(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isDefaultIgnorableCodePoint { return false }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .connectorPunctuation, .dashPunctuation,
            .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation,
            .mathSymbol, .currencySymbol, .otherSymbol:
            return true
        default: return false
        }
    }
}
