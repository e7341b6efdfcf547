/// A piece of a query's source.
struct QueryToken: Equatable {
    enum Kind: Equatable {
        case open, close
        case and, or, not
        case everything
        case text(QueryText)
        case regex(String)
        /// What follows the colon, and the column at which it begins.
        case field(QueryPrefix, QueryText, valueColumn: Int)
    }

    var kind: Kind
    /// As it was typed, for `and`, `or` and `not`.
    var word: String
    /// 1-based, in scalars: a mark that combines with a quote or a parenthesis must not hide it.
    var column: Int
}

/// Cuts a query's source into tokens.
struct QueryLexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var tokens: [QueryToken] = []

    static func tokens(of source: String) throws(QueryError) -> [QueryToken] {
        var lexer = QueryLexer(scalars: Array(source.unicodeScalars))
        while lexer.index < lexer.scalars.count { try lexer.step() }
        return lexer.tokens
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var column: Int { index + 1 }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        index + ahead < scalars.count ? scalars[index + ahead] : nil
    }

    private mutating func append(_ kind: QueryToken.Kind, _ word: String = "", column: Int) {
        tokens.append(QueryToken(kind: kind, word: word, column: column))
    }

    private mutating func step() throws(QueryError) {
        let start = column
        switch scalars[index] {
        case let blank where blank.properties.isWhitespace:
            index += 1
        case "(":
            index += 1
            append(.open, "(", column: start)
        case ")":
            index += 1
            append(.close, ")", column: start)
        case "\"":
            append(.text(try quoted()), column: start)
        case "/":
            append(.regex(try regex()), column: start)
        case "-" where peek(1).map { !$0.properties.isWhitespace && $0 != ")" } ?? false:
            index += 1
            append(.not, "-", column: start)
        default:
            try word()
        }
    }

    /// `"…"`, in which `\"` is a quote and `\\` a backslash; a `*` right behind makes it a beginning.
    private mutating func quoted() throws(QueryError) -> QueryText {
        let start = column
        index += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek(), scalar != "\"" {
            if scalar == "\\", let next = peek(1), next == "\"" || next == "\\" {
                text.append(next)
                index += 2
            } else {
                text.append(scalar)
                index += 1
            }
        }
        guard peek() != nil else { throw QueryError(.unclosedQuote, column: start) }
        index += 1
        let isPrefix = peek() == "*"
        if isPrefix { index += 1 }
        return QueryText(String(text), isPrefix: isPrefix)
    }

    /// `/…/`, in which `\/` is a slash; all else is PCRE2's.
    private mutating func regex() throws(QueryError) -> String {
        let start = column
        index += 1
        var pattern = String.UnicodeScalarView()
        while let scalar = peek(), scalar != "/" {
            if scalar == "\\", let next = peek(1) {
                if next != "/" { pattern.append(scalar) }
                pattern.append(next)
                index += 2
            } else {
                pattern.append(scalar)
                index += 1
            }
        }
        guard peek() != nil else { throw QueryError(.unclosedRegex, column: start) }
        index += 1
        return String(pattern)
    }

    /// A word up to a blank or a parenthesis; before a colon, the name of a prefix.
    private mutating func word() throws(QueryError) {
        let start = column
        if let name = fieldName() {
            try field(name, column: start)
            return
        }
        let text = bare()
        switch text.lowercased() {
        case "and": append(.and, text, column: start)
        case "or": append(.or, text, column: start)
        case "not": append(.not, text, column: start)
        case "*": append(.everything, text, column: start)
        default: append(.text(QueryText(bare: text)), column: start)
        }
    }

    private mutating func bare() -> String {
        let start = index
        while let scalar = peek(), !scalar.properties.isWhitespace, scalar != "(", scalar != ")" { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    /// Letters up to a colon; an address (`https://`) has none.
    private func fieldName() -> String? {
        let name = scalars[index...].prefix { $0.isASCII && $0.properties.isAlphabetic }
        guard !name.isEmpty, peek(name.count) == ":" else { return nil }
        if peek(name.count + 1) == "/", peek(name.count + 2) == "/" { return nil }
        return String(String.UnicodeScalarView(name))
    }

    private mutating func field(_ name: String, column start: Int) throws(QueryError) {
        guard let prefix = QueryPrefix(rawValue: name.lowercased()) else {
            let known = QueryPrefix.allCases.map(\.rawValue)
            let near = NearNames.suggestions(for: name, among: known)
            throw QueryError(.unknownPrefix(name, suggestions: near), column: start)
        }
        index += name.unicodeScalars.count + 1
        let valueColumn = column
        let value = peek() == "\"" ? try quoted() : QueryText(bare: bare())
        guard !value.text.isEmpty else {
            throw QueryError(.missingValue(prefix, suggestions: prefix.values ?? []), column: valueColumn)
        }
        append(.field(prefix, value, valueColumn: valueColumn), column: start)
    }
}

extension QueryText {
    /// As it stands without quotes: a `*` at the end makes it a beginning.
    init(bare text: String) {
        let scalars = text.unicodeScalars
        let isPrefix = scalars.count > 1 && scalars.last == "*"
        self.init(isPrefix ? String(scalars.dropLast()) : text, isPrefix: isPrefix)
    }
}
