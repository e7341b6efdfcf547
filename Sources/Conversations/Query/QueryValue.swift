/// What follows a prefix, on its way to be a term.
struct QueryValue {
    let prefix: QueryPrefix
    let text: QueryText
    /// 1-based, in characters.
    let column: Int

    init(_ prefix: QueryPrefix, _ text: QueryText, column: Int) {
        self.prefix = prefix
        self.text = text
        self.column = column
    }

    func term() throws(QueryError) -> QueryTerm {
        switch prefix {
        case .channel: .channel(text)
        case .platform: .platform(text)
        case .label: .label(text)
        case .assignee: .assignee(text)
        case .guideline: .guideline(text)
        case .thread: .thread(text)
        case .from: .from(try Self.findable(text, column: column))
        case .to: .to(try Self.findable(text, column: column))
        case .person: .person(text)
        case .language: .language(word.lowercased())
        case .state: .state(try choice { name in QueryFlag.allCases.first { $0.word == name } })
        case .role: .role(try choice(QueryRole.init(rawValue:)))
        case .priority: .priority(try choice(Priority.init(word:)))
        case .decision: .decision(try choice(ModerationDecision.init(rawValue:)))
        case .has: .has(try choice(QueryPart.init(rawValue:)))
        case .before: .before(try date(word))
        case .after: .after(try date(word))
        case .since: .since(try date(word))
        case .waiting: .waiting(try wait())
        case .resolved: .resolved(try pastSpan())
        case .sent: .sent(try span())
        case .batch: .batch(try number())
        }
    }

    /// The value as it was typed, where a `*` at its end means nothing.
    private var word: String { text.text + (text.isPrefix ? "*" : "") }

    private func choice<Value>(_ find: (String) -> Value?) throws(QueryError) -> Value {
        if let value = find(word.lowercased()) { return value }
        let near = NearNames.suggestions(for: word, among: prefix.values ?? [])
        throw QueryError(.unknownValue(prefix, word, suggestions: near), column: column)
    }

    private func date(_ word: String) throws(QueryError) -> QueryDate {
        guard let date = QueryDate(word) else { throw QueryError(.badDate(word), column: column) }
        return date
    }

    private func span() throws(QueryError) -> QuerySpan {
        guard let dots = word.firstRange(of: "..") else { return .at(try date(word)) }
        let (first, last) = (String(word[..<dots.lowerBound]), String(word[dots.upperBound...]))
        switch (first.isEmpty, last.isEmpty) {
        case (true, true): throw QueryError(.badDate(word), column: column)
        case (false, true): return .from(try date(first))
        case (true, false): return .until(try date(last))
        case (false, false):
            let span = QuerySpan.between(try date(first), try date(last))
            guard !span.isSurelyBackwards else { throw QueryError(.badRange(word), column: column) }
            return span
        }
    }

    /// As `span`, and `>2d` for longer ago than that, `<2d` for not so long ago.
    private func pastSpan() throws(QueryError) -> QuerySpan {
        guard let sign = word.first, sign == ">" || sign == "<" else { return try span() }
        guard let duration = QueryDuration(String(word.dropFirst())) else {
            throw QueryError(.badDuration(word), column: column)
        }
        return sign == ">" ? .until(.ago(duration)) : .at(.ago(duration))
    }

    private func wait() throws(QueryError) -> QueryWait {
        guard let sign = word.first, sign == ">" || sign == "<", let duration = QueryDuration(String(word.dropFirst()))
        else { throw QueryError(.badDuration(word), column: column) }
        return QueryWait(isLonger: sign == ">", duration)
    }

    private func number() throws(QueryError) -> Int64 {
        guard let number = Int64(word), number > 0, String(number) == word else {
            throw QueryError(.badNumber(word), column: column)
        }
        return number
    }

    /// A text of which the index of words can hold something.
    static func findable(_ text: QueryText, column: Int) throws(QueryError) -> QueryText {
        guard text.text.unicodeScalars.contains(where: \.isIndexed) else {
            throw QueryError(.nothingToFind(text.text), column: column)
        }
        return text
    }

    static func regex(_ pattern: String, column: Int) throws(QueryError) -> String {
        do throws(TextPatternError) {
            _ = try TextPattern(pattern)
        } catch {
            throw QueryError(.badRegex(reason: error.reason), column: column + 1 + error.offset)
        }
        return pattern
    }
}

extension QuerySpan {
    /// Whether a range ends before it begins on any day it is asked.
    fileprivate var isSurelyBackwards: Bool {
        guard case .between(let first, let last) = self, let isFixed = first.isFixed, isFixed == last.isFixed else {
            return false
        }
        let now = Moment(milliseconds: 0)
        let (start, end) = (first.span(now: now, zoneOffset: 0).start, last.span(now: now, zoneOffset: 0).end)
        return isFixed ? start >= end : start > end
    }
}

extension QueryDate {
    /// Whether it means the same on every day; two that do can be compared, and so can two lengths of time.
    fileprivate var isFixed: Bool? {
        switch self {
        case .year, .month, .day: true
        case .ago: false
        case .today, .yesterday, .weekday: nil
        }
    }
}

extension Unicode.Scalar {
    /// Whether FTS5's unicode61 makes it part of a word: letters, numbers, private use (sqlite.org/fts5.html, 4.3.1).
    fileprivate var isIndexed: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
