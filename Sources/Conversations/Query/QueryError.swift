/// Why a query cannot be read: a fact, and where.
package struct QueryError: Error, Equatable, Sendable {
    package enum Fact: Equatable, Sendable {
        /// No such prefix (as it was typed), and those that may be meant: the ones like it, or all.
        case unknownPrefix(String, suggestions: [String])
        /// The prefix has no such value, and those that may be meant: the ones like it, or all.
        case unknownValue(QueryPrefix, String, suggestions: [String])
        /// Nothing follows the colon; what could, where it is a fixed list.
        case missingValue(QueryPrefix, suggestions: [String])
        case unclosedQuote
        case unclosedRegex
        case unclosedParenthesis
        /// A parenthesis closes that was never opened.
        case strayParenthesis
        /// `and`, `or`, `not` or a pair of parentheses with nothing to hold for; the word as it was typed.
        case missingOperand(of: String)
        /// Neither letter nor digit: the index of words holds none of it.
        case nothingToFind(String)
        case badDate(String)
        /// The second time of a range is before the first.
        case badRange(String)
        case badDuration(String)
        case badNumber(String)
        /// PCRE2 does not understand it, and why.
        case badRegex(reason: String)
        /// In bytes.
        case tooLong(limit: Int)
        case tooManyTerms(limit: Int)
        case tooDeep(limit: Int)
    }

    /// 1-based, in characters of the source.
    package var column: Int
    package var fact: Fact

    package init(_ fact: Fact, column: Int) {
        self.fact = fact
        self.column = column
    }
}
