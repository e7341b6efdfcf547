import Conversations

/// Words as FTS5 understands them, each as a quoted string, so that nothing a person types is syntax
/// (sqlite.org/fts5.html, 3.1). Umlauts are found in both spellings: `gruesse` and `grusse` find `Grüße`.
enum SearchExpression {
    /// All of the texts, in a message's text or its author's name; nil: there are none.
    static func all(_ texts: [QueryText], authors: [QueryText] = []) -> String? {
        let parts = texts.map(either) + authors.map { "(author : \(either($0)))" }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    private static func either(_ text: QueryText) -> String {
        let spellings = spellings(of: text.text).map {
            "\"" + $0.replacing("\"", with: "\"\"") + "\"" + (text.isPrefix ? " *" : "")
        }
        return "(" + spellings.joined(separator: " OR ") + ")"
    }

    /// The words as typed, with umlauts as two letters, and with two letters as one. Diacritics themselves
    /// are the tokenizer's matter.
    private static func spellings(of words: String) -> [String] {
        let typed = words.lowercased().replacing("ß", with: "ss")
        let long = typed.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
        let short = long.replacing("ae", with: "a").replacing("oe", with: "o").replacing("ue", with: "u")
        var unique: [String] = []
        for spelling in [typed, long, short] where !unique.contains(spelling) {
            unique.append(spelling)
        }
        return unique
    }
}
