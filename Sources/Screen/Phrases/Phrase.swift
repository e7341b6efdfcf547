/// A text of the interface. The English is the key; a `Catalogue` says it in the user's language.
///
/// `%1` … `%9` are the arguments, `%%` is a percent sign. Arguments may be outside text: they are put in raw,
/// and whoever draws the result makes it a `SafeText`.
package struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    /// What can stand in a phrase.
    package indirect enum Argument: Hashable, Sendable {
        case text(String)
        /// Said in the same language.
        case phrase(Phrase)
    }

    /// The English, and gettext's msgid.
    package var key: String
    /// The English for other counts than one; nil: the phrase counts nothing.
    package var pluralKey: String?
    /// What the plural is chosen by.
    package var count: Int?
    /// gettext's msgctxt, where one English word has two meanings.
    package var context: String?
    /// For `%1`, `%2` …
    package var arguments: [Argument]

    /// A phrase without arguments.
    package init(stringLiteral key: String) {
        self.init(key)
    }

    /// A phrase with its arguments in order.
    package init(_ key: String, context: String? = nil, _ arguments: any PhraseArgument...) {
        self.key = key
        self.context = context
        self.arguments = arguments.map(\.phraseArgument)
    }

    /// A phrase that counts: `%1` is the count, the arguments begin with `%2`.
    package init(
        one: String, other: String, count: Int, context: String? = nil, _ arguments: any PhraseArgument...
    ) {
        key = one
        pluralKey = other
        self.count = count
        self.context = context
        self.arguments = [count.phraseArgument] + arguments.map(\.phraseArgument)
    }

    /// In English.
    package var english: String { Catalogue.english.say(self) }
}

/// What can be an argument of a phrase: texts, numbers, phrases.
package protocol PhraseArgument {
    /// This value as an argument.
    var phraseArgument: Phrase.Argument { get }
}

extension String: PhraseArgument {
    package var phraseArgument: Phrase.Argument { .text(self) }
}

extension Substring: PhraseArgument {
    package var phraseArgument: Phrase.Argument { .text(String(self)) }
}

extension Int: PhraseArgument {
    package var phraseArgument: Phrase.Argument { .text(String(self)) }
}

extension Phrase: PhraseArgument {
    package var phraseArgument: Phrase.Argument { .phrase(self) }
}
