extension Query {
    /// In bytes; longer ones are not read.
    package static let byteLimit = 4096
    package static let termLimit = 64
    /// Parentheses and negations in each other.
    package static let depthLimit = 24

    /// Reads what was typed. `or` binds least, then `and` (or nothing between two terms), then `not` (or `-`);
    /// nothing but blanks is everything.
    package init(parsing source: String) throws(QueryError) {
        guard source.utf8.count <= Self.byteLimit else {
            throw QueryError(.tooLong(limit: Self.byteLimit), column: 1)
        }
        do throws(QueryError) {
            var parser = QueryParser(tokens: try QueryLexer.tokens(of: source))
            self.init(source: source, root: try parser.parse())
        } catch {
            throw QueryError(error.fact, column: Self.characters(in: source, scalars: error.column - 1) + 1)
        }
    }

    /// How many characters begin in the first so many scalars.
    private static func characters(in source: String, scalars: Int) -> Int {
        String(source.unicodeScalars.prefix(scalars)).count
    }
}

/// Recursive descent over the tokens.
struct QueryParser {
    let tokens: [QueryToken]
    private var index = 0
    private var depth = 0
    private var termCount = 0

    init(tokens: [QueryToken]) {
        self.tokens = tokens
    }

    private var next: QueryToken? { index < tokens.count ? tokens[index] : nil }

    mutating func parse() throws(QueryError) -> QueryNode {
        guard !tokens.isEmpty else { return .everything }
        let node = try alternatives(after: nil)
        if let token = next { throw QueryError(.strayParenthesis, column: token.column) }
        return node
    }

    /// - Parameter opening: what needs something behind it.
    private mutating func alternatives(after opening: QueryToken?) throws(QueryError) -> QueryNode {
        var nodes = [try group(after: opening)]
        while let token = next, token.kind == .or {
            index += 1
            nodes.append(try group(after: token))
        }
        return .or(nodes)
    }

    private mutating func group(after opening: QueryToken?) throws(QueryError) -> QueryNode {
        var nodes = [try unary(after: opening)]
        while let token = next, token.kind != .or, token.kind != .close {
            if token.kind == .and {
                index += 1
                nodes.append(try unary(after: token))
            } else {
                nodes.append(try unary(after: nil))
            }
        }
        return .and(nodes)
    }

    private mutating func unary(after opening: QueryToken?) throws(QueryError) -> QueryNode {
        guard let token = next else {
            throw QueryError(.missingOperand(of: opening?.word ?? ""), column: opening?.column ?? 1)
        }
        switch token.kind {
        case .not:
            index += 1
            try enter(token)
            let node = try unary(after: token)
            depth -= 1
            return .not(node)
        case .open: return try parenthesized(token)
        case .close where opening == nil: throw QueryError(.strayParenthesis, column: token.column)
        case .and, .or, .close:
            let missing = token.kind == .close ? opening ?? token : token
            throw QueryError(.missingOperand(of: missing.word), column: missing.column)
        case .everything:
            index += 1
            return .everything
        case .text, .regex, .field:
            index += 1
            return .term(try term(token))
        }
    }

    private mutating func parenthesized(_ opening: QueryToken) throws(QueryError) -> QueryNode {
        index += 1
        try enter(opening)
        guard next != nil else { throw QueryError(.unclosedParenthesis, column: opening.column) }
        let node = try alternatives(after: opening)
        guard next?.kind == .close else { throw QueryError(.unclosedParenthesis, column: opening.column) }
        index += 1
        depth -= 1
        return node
    }

    private mutating func enter(_ token: QueryToken) throws(QueryError) {
        depth += 1
        guard depth <= Query.depthLimit else {
            throw QueryError(.tooDeep(limit: Query.depthLimit), column: token.column)
        }
    }

    private mutating func term(_ token: QueryToken) throws(QueryError) -> QueryTerm {
        termCount += 1
        guard termCount <= Query.termLimit else {
            throw QueryError(.tooManyTerms(limit: Query.termLimit), column: token.column)
        }
        switch token.kind {
        case .text(let text): return .text(try QueryValue.findable(text, column: token.column))
        case .regex(let pattern): return .regex(try QueryValue.regex(pattern, column: token.column))
        case .field(let prefix, let text, let column): return try QueryValue(prefix, text, column: column).term()
        case .open, .close, .and, .or, .not, .everything:
            throw QueryError(.missingOperand(of: token.word), column: token.column)
        }
    }
}
