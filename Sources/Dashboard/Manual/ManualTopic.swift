import Screen

/// A page of the manual as a value: `:help NAME` shows it, and the manual page of its name is made of it.
package struct ManualTopic: Equatable, Sendable {
    /// One piece of a page. What one types stands between backticks in prose.
    package enum Block: Equatable, Sendable {
        case heading(Phrase)
        case paragraph(Phrase)
        /// What one types, several forms of it, and what it means.
        case entry([String], Phrase)
        /// Lines that stay as they are.
        case verbatim([String])
    }

    /// As `:help` takes it.
    package let name: String
    /// What it is about, in a few words.
    package let summary: Phrase
    package let blocks: [Block]
    /// Its texts are said in English, whatever the language of the interface is.
    package let isEnglishOnly: Bool

    /// A page that was put together.
    package init(name: String, summary: Phrase, isEnglishOnly: Bool = false, blocks: [Block]) {
        self.name = name
        self.summary = summary
        self.isEnglishOnly = isEnglishOnly
        self.blocks = blocks
    }

    /// The page as a sheet shows it.
    func entries(_ catalogue: Catalogue) -> [Sheet.Entry] {
        let isForeign = isEnglishOnly && catalogue.language != Catalogue.english.language
        let note: [Sheet.Entry] = isForeign ? [.line("this page is in English only"), .blank] : []
        var entries = note
        var wasEntry = true
        for block in blocks {
            let isEntry = if case .entry = block { true } else { false }
            if !entries.isEmpty, !(isEntry && wasEntry), entries.last != .blank { entries.append(.blank) }
            wasEntry = isEntry || block.isHeading
            entries += block.entries(catalogue)
        }
        return entries
    }
}

extension ManualTopic.Block {
    fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }

    fileprivate func entries(_ catalogue: Catalogue) -> [Sheet.Entry] {
        switch self {
        case .heading(let phrase): [.heading(phrase)]
        case .paragraph(let phrase): [.text(Self.plain(catalogue.say(phrase)))]
        case .entry(let forms, let phrase):
            [.term(forms.joined(separator: ", "), Self.plain(catalogue.say(phrase)))]
        case .verbatim(let lines): lines.map { .text("  " + $0) }
        }
    }

    private static func plain(_ words: String) -> String { words.replacing("`", with: "") }
}
