import Conversations
import Screen

extension QueryError {
    /// The fact as a sentence, with its column.
    package var phrase: Phrase { Phrase("column %1: %2", column, fact.phrase) }
}

extension QueryError.Fact {
    fileprivate var phrase: Phrase {
        switch self {
        case .unknownPrefix(let name, let near):
            Phrase("there is no prefix %1:; there is %2; quotes make it a word", name, Self.list(near))
        case .unknownValue(let prefix, let value, let near):
            Phrase("%1:%2 is unknown; there is %3", prefix.rawValue, value, Self.list(near))
        case .missingValue(let prefix, let known):
            known.isEmpty
                ? Phrase("nothing follows %1:", prefix.rawValue)
                : Phrase("nothing follows %1:; there is %2", prefix.rawValue, Self.list(known))
        case .unclosedQuote: Phrase("the quotation mark is never closed")
        case .unclosedRegex: Phrase("the pattern has no / at its end")
        case .unclosedParenthesis: Phrase("the parenthesis is never closed")
        case .strayParenthesis: Phrase("the parenthesis was never opened")
        case .missingOperand(let word): Phrase("something is missing beside %1", word)
        case .nothingToFind(let text): Phrase("%1 has neither letter nor digit; only a /pattern/ finds it", text)
        case .badDate(let text): Phrase("%1 is no date; try 2026-01-31, yesterday, monday, 2w", text)
        case .badRange(let text): Phrase("%1 ends before it begins", text)
        case .badDuration(let text): Phrase("%1 is no wait; try >2d or <4h", text)
        case .badNumber(let text): Phrase("%1 is no number of an import", text)
        case .badRegex(let reason): Phrase("the pattern is wrong: %1", reason)
        case .tooLong(let limit): Phrase("the query is longer than %1 bytes", limit)
        case .tooManyTerms(let limit): Phrase("the query has more than %1 terms", limit)
        case .tooDeep(let limit): Phrase("more than %1 parentheses in each other", limit)
        }
    }

    private static let listed = 12

    private static func list(_ names: [String]) -> String {
        names.prefix(listed).joined(separator: ", ") + (names.count > listed ? " …" : "")
    }
}

extension QueryCompletion.Candidate {
    /// What it means, where that is not plain.
    package var summary: Phrase? {
        switch kind {
        case .prefix(let prefix): prefix.summary
        case .flag(let flag): flag.summary
        case .value: nil
        }
    }
}

extension QueryTerm {
    /// What it asks for, in words.
    package var words: Phrase {
        switch self {
        case .regex: Phrase("a pattern in a text", context: "query")
        case .state(let flag):
            flag.summary ?? Phrase("in this state now: %1", Phrase(flag.word, context: "state"))
        default: prefix?.summary ?? Phrase("a word in a text or a name", context: "query")
        }
    }
}

extension QueryPrefix {
    /// What it asks for.
    package var summary: Phrase {
        switch self {
        case .state: Phrase("state or mark", context: "query")
        case .channel: Phrase("name of the channel", context: "query")
        case .platform: Phrase("kind of place", context: "query")
        case .from: Phrase("who wrote", context: "query")
        case .to: Phrase("whose message was answered", context: "query")
        case .person: Phrase("person behind the account", context: "query")
        case .role: Phrase("role of who wrote", context: "query")
        case .label: Phrase("label", context: "query")
        case .assignee: Phrase("assigned to", context: "query")
        case .priority: Phrase("priority", context: "query")
        case .guideline: Phrase("guideline of a decision", context: "query")
        case .decision: Phrase("decision that holds", context: "query")
        case .language: Phrase("language, as de", context: "query")
        case .has: Phrase("what belongs to it", context: "query")
        case .before: Phrase("newest message before", context: "query")
        case .after: Phrase("newest message after", context: "query")
        case .since: Phrase("newest message since", context: "query")
        case .waiting: Phrase("waits for us longer or shorter than", context: "query")
        case .resolved: Phrase("resolved or closed at this time", context: "query")
        case .sent: Phrase("a message of this time", context: "query")
        case .thread: Phrase("id in the thread, or its title", context: "query")
        case .batch: Phrase("number of the import", context: "query")
        }
    }
}

extension QueryFlag {
    /// What it means; nil: the word says it.
    package var summary: Phrase? {
        switch self {
        case .unread: Phrase("holds what nobody of us has seen", context: "query")
        case .unanswered: Phrase("needs an answer", context: "query")
        case .pending: Phrase("waits for a decision", context: "query")
        case .todo: Phrase("what the inbox shows", context: "query")
        case .marked: Phrase("marked here", context: "query")
        case .mine: Phrase("assigned to me", context: "query")
        case .unassigned: Phrase("assigned to nobody", context: "query")
        case .drafted: Phrase("has a draft", context: "query")
        case .state: nil
        }
    }
}
