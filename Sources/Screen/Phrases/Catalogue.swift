/// The phrases in one language. What it lacks is said in English.
package struct Catalogue: Hashable, Sendable {
    /// What gettext finds a translation by.
    package struct Entry: Hashable, Sendable {
        /// msgctxt.
        package var context: String?
        /// msgid, the English.
        package var id: String

        /// A key of a catalogue.
        package init(context: String? = nil, id: String) {
            self.context = context
            self.id = id
        }
    }

    /// The language itself; it needs no entries.
    package static let english = Catalogue(language: "en", entries: [:])

    /// ISO 639-1: `en`, `de`.
    package var language: String
    /// The translations: one, or one for each plural form.
    package var entries: [Entry: [String]]

    /// A catalogue of entries that are already read.
    package init(language: String, entries: [Entry: [String]]) {
        self.language = language
        self.entries = entries
    }

    /// The phrase in this language, its arguments in place.
    package func say(_ phrase: Phrase) -> String {
        let template = template(for: phrase)
        guard template.utf8.contains(UInt8(ascii: "%")) else { return template }
        return Self.fill(template, phrase.arguments.map(say))
    }

    private func say(_ argument: Phrase.Argument) -> String {
        switch argument {
        case .text(let text): text
        case .phrase(let phrase): say(phrase)
        }
    }

    private func template(for phrase: Phrase) -> String {
        let form = Self.pluralForm(of: phrase.count)
        let english = form == 1 ? phrase.pluralKey ?? phrase.key : phrase.key
        guard let forms = entries[Entry(context: phrase.context, id: phrase.key)] else { return english }
        let index = phrase.pluralKey == nil ? 0 : form
        guard forms.indices.contains(index), !forms[index].isEmpty else { return english }
        return forms[index]
    }

    /// English and German alike: `plural=(n != 1)`.
    private static func pluralForm(of count: Int?) -> Int {
        count == nil || count == 1 ? 0 : 1
    }

    /// Arguments are put in once, from left to right, so that a `%1` inside one of them stays as it is.
    private static func fill(_ template: String, _ arguments: [String]) -> String {
        var filled = ""
        var rest = template[...]
        while let percent = rest.firstIndex(of: "%") {
            filled += rest[..<percent]
            let after = rest[rest.index(after: percent)...]
            if let digit = after.first?.asciiValue, (0x31...0x39).contains(digit), Int(digit) - 0x31 < arguments.count {
                filled += arguments[Int(digit) - 0x31]
                rest = after.dropFirst()
            } else {
                filled += "%"
                rest = after.first == "%" ? after.dropFirst() : after
            }
        }
        return filled + rest
    }
}
