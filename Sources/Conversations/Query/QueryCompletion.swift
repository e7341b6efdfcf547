/// What Tab offers in a query. What only the store knows is asked for with `request` and handed back.
package enum QueryCompletion {
    /// The word under the cursor, where it is a value that the store supplies.
    package struct Request: Equatable, Sendable {
        package var prefix: QueryPrefix
        /// What the value begins with.
        package var beginning: String

        /// A value that is typed outside of a query.
        package init(prefix: QueryPrefix, beginning: String) {
            self.prefix = prefix
            self.beginning = beginning
        }
    }

    package struct Candidate: Equatable, Sendable {
        /// What a candidate is, for whoever describes it.
        package enum Kind: Equatable, Sendable {
            case prefix(QueryPrefix)
            case flag(QueryFlag)
            case value(QueryPrefix)
        }

        /// The whole word, prefix included, as it is written.
        package var text: String
        package var kind: Kind
    }

    /// - Parameter cursor: in characters.
    package static func request(_ source: String, cursor: Int) -> Request? {
        guard let (prefix, value) = Word(source, cursor: cursor).field, prefix.isCompletedByStore else { return nil }
        return Request(prefix: prefix, beginning: value)
    }

    /// What the word under the cursor may become, in the order of the tables.
    /// - Parameters:
    ///   - cursor: in characters.
    ///   - values: what the store said to `request`.
    package static func candidates(_ source: String, cursor: Int, values: [String] = []) -> [Candidate] {
        let word = Word(source, cursor: cursor)
        guard let (prefix, value) = word.field else { return prefixes(beginning: word.text) }
        let known = prefix.isCompletedByStore ? values : prefix.examples
        return known.compactMap { candidate in
            guard candidate.lowercased().hasPrefix(value.lowercased()) else { return nil }
            let text = "\(prefix.rawValue):\(QueryText(candidate).printedValue)"
            return Candidate(text: text, kind: kind(prefix, candidate))
        }
    }

    /// The source with the word under the cursor replaced, and where the cursor comes to stand.
    package static func replacing(_ source: String, cursor: Int, with text: String) -> (source: String, cursor: Int) {
        let word = Word(source, cursor: cursor)
        let characters = Array(source)
        let before = String(characters[..<word.start])
        return (before + text + String(characters[word.cursor...]), (before + text).count)
    }

    private static func prefixes(beginning word: String) -> [Candidate] {
        QueryPrefix.allCases.filter { $0.rawValue.hasPrefix(word.lowercased()) }
            .map { Candidate(text: $0.rawValue + ":", kind: .prefix($0)) }
    }

    private static func kind(_ prefix: QueryPrefix, _ value: String) -> Candidate.Kind {
        guard prefix == .state, let flag = QueryFlag.allCases.first(where: { $0.word == value }) else {
            return .value(prefix)
        }
        return .flag(flag)
    }
}

/// What stands between the last blank or parenthesis (outside of quotes) and the cursor.
private struct Word {
    var start: Int
    var cursor: Int
    var text: String

    init(_ source: String, cursor: Int) {
        let characters = Array(source)
        self.cursor = min(max(cursor, 0), characters.count)
        start = 0
        var isQuoted = false
        for index in 0..<self.cursor {
            let character = characters[index]
            let isStart = index == start || characters[index - 1] == ":"
            if character == "\"", isQuoted || isStart {
                isQuoted.toggle()
            } else if !isQuoted, character.isWhitespace || character == "(" || character == ")" {
                start = index + 1
            } else if character == "-", index == start {
                start = index + 1
            }
        }
        text = String(characters[start..<self.cursor])
    }

    /// The prefix, and what of its value is there.
    var field: (QueryPrefix, String)? {
        guard let colon = text.firstIndex(of: ":"), let prefix = QueryPrefix(rawValue: text[..<colon].lowercased())
        else { return nil }
        let value = text[text.index(after: colon)...]
        return (prefix, String(value.first == "\"" ? value.dropFirst() : value))
    }
}
