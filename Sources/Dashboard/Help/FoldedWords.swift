import Foundation

/// Words that are looked for in texts of the interface. Case and accents do not matter, and `ae`, `oe`, `ue`, `ss`
/// stand for `ä`, `ö`, `ü`, `ß`, for keyboards that have no umlauts.
package struct FoldedWords: Equatable, Sendable {
    private let words: [String]

    /// What was typed, its words separated by blanks.
    package init(_ typed: String) {
        words = typed.split(whereSeparator: \.isWhitespace).map { Self.folded(String($0)) }
    }

    /// Whether there is nothing to look for; every text fulfils that.
    package var isEmpty: Bool { words.isEmpty }

    /// Whether a text holds every word.
    package func match(_ text: String) -> Bool {
        guard !words.isEmpty else { return true }
        let plain = Self.folded(text)
        let spelled = Self.folded(Self.spelledOut(text))
        return words.allSatisfy { plain.contains($0) || spelled.contains($0) }
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().replacing("ß", with: "ss").folding(options: .diacriticInsensitive, locale: nil)
    }

    private static func spelledOut(_ text: String) -> String {
        let composed = text.lowercased().precomposedStringWithCanonicalMapping
        return composed.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
    }
}
