/// Words as FTS5 understands them, each as a quoted string, so that nothing a person types is syntax
/// (sqlite.org/fts5.html, 3.1). Umlauts are found in both spellings: `gruesse` and `grusse` find `Grüße`.
struct SearchExpression {
    /// nil: no words. What has neither letter nor digit is no word: the index holds none of it.
    let match: String?

    init(_ words: [String]) {
        let parts = words.filter { $0.contains { $0.isLetter || $0.isNumber } }.compactMap(Self.part)
        match = parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    private static func part(_ word: String) -> String? {
        let isPrefix = word.hasSuffix("*") && word.count > 1
        let plain = isPrefix ? String(word.dropLast()) : word
        guard !plain.isEmpty else { return nil }
        let spellings = spellings(of: plain).map {
            "\"" + $0.replacing("\"", with: "\"\"") + "\"" + (isPrefix ? " *" : "")
        }
        return "(" + spellings.joined(separator: " OR ") + ")"
    }

    /// The word as typed, with umlauts as two letters, and with two letters as one. Diacritics themselves
    /// are the tokenizer's matter.
    private static func spellings(of word: String) -> [String] {
        let typed = word.lowercased().replacing("ß", with: "ss")
        let long = typed.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
        let short = long.replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
        var unique: [String] = []
        for spelling in [typed, long, short] where !unique.contains(spelling) {
            unique.append(spelling)
        }
        return unique
    }
}
