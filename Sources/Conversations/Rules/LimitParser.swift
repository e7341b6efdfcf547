/// Why a limit says nothing. Columns are 1-based, in characters of the source.
package enum LimitError: Error, Equatable, Sendable {
    /// No such `is:` value (as it was typed; the column is where it begins), and those that may be meant: the
    /// ones like it, or all.
    case unknownValue(String, column: Int, suggestions: [String])
    /// A phrase whose quote at `column` is not closed.
    case unterminatedQuote(column: Int)
}

extension Limit {
    /// Reads what was typed: words, phrases in straight quotes (each one entry of `words`), and `is:` with a
    /// state, `unanswered` or `pending`, in any case. A quote inside a word is part of it.
    package init(parsing source: String) throws(LimitError) {
        self.init(source: source)
        for token in try LimitToken.tokens(of: source) {
            if !token.isPhrase, let value = token.text.droppingIs {
                try take(value, column: token.column + 3)
            } else if !token.text.isEmpty {
                words.append(token.text)
            }
        }
    }

    /// What may follow `is:`.
    package static let values = ConversationState.allCases.map(\.rawValue) + ["unanswered", "pending"]

    private mutating func take(_ value: String, column: Int) throws(LimitError) {
        switch value.lowercased() {
        case "unanswered": unanswered = true
        case "pending": pending = true
        case let name:
            guard let state = ConversationState(rawValue: name) else {
                throw .unknownValue(value, column: column, suggestions: Self.suggestions(for: name))
            }
            if !states.contains(state) { states.append(state) }
        }
    }

    private static func suggestions(for name: String) -> [String] {
        let near = values.filter { value in
            !name.isEmpty && (value.hasPrefix(name) || isMistyped(name, of: value))
        }
        return near.isEmpty ? values : near
    }

    /// At most a third of the letters wrong, missing or too many.
    private static func isMistyped(_ name: String, of value: String) -> Bool {
        guard name.utf8.count <= 2 * value.utf8.count else { return false }
        return editDistance(Array(name), Array(value)) <= max(1, value.count / 3)
    }

    /// Levenshtein's distance, row by row.
    private static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (line, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (index, other) in right.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[index + 1]
                row[index + 1] = min(replaced, row[index] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}

/// A word or a phrase of a limit's source.
private struct LimitToken {
    var text: String
    /// Where it begins, 1-based, in characters.
    var column: Int
    var isPhrase: Bool

    static func tokens(of source: String) throws(LimitError) -> [LimitToken] {
        let characters = Array(source)
        var tokens: [LimitToken] = []
        var index = 0
        while index < characters.count {
            if characters[index].isWhitespace {
                index += 1
                continue
            }
            let isPhrase = characters[index] == "\""
            let start = isPhrase ? index + 1 : index
            let end = characters[start...].firstIndex { isPhrase ? $0 == "\"" : $0.isWhitespace }
            if isPhrase, end == nil { throw .unterminatedQuote(column: index + 1) }
            let limit = end ?? characters.count
            tokens.append(LimitToken(text: String(characters[start..<limit]), column: index + 1, isPhrase: isPhrase))
            index = isPhrase ? limit + 1 : limit
        }
        return tokens
    }
}

extension String {
    /// What follows `is:` at the beginning, in any case; nil: it does not begin so.
    fileprivate var droppingIs: String? {
        guard prefix(3).lowercased() == "is:" else { return nil }
        return String(dropFirst(3))
    }
}
