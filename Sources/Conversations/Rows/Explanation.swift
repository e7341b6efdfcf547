/// Why a conversation stands where it does: the query that it is measured by, where it came from, and what made its
/// state. Names and texts are raw text from outside.
package struct Explanation: Equatable, Sendable {
    /// A condition of the query.
    package struct Term: Equatable, Sendable {
        package let term: QueryTerm
        /// Whether the conversation fulfils it, taken alone.
        package let isMet: Bool
        /// It stands behind a `not`, so that it must not be fulfilled.
        package let isNegated: Bool

        /// A term that was looked at.
        package init(term: QueryTerm, isMet: Bool, isNegated: Bool) {
            self.term = term
            self.isMet = isMet
            self.isNegated = isNegated
        }
    }

    /// What one import brought of it.
    package struct Origin: Equatable, Sendable {
        /// The import's number.
        package let batch: Int64
        package let path: String
        package let importedAt: Moment
        /// Messages of the conversation that it brought.
        package let messages: Int

        /// An import that was found.
        package init(batch: Int64, path: String, importedAt: Moment, messages: Int) {
            self.batch = batch
            self.path = path
            self.importedAt = importedAt
            self.messages = messages
        }
    }

    /// What time has ended.
    package struct Ended: Equatable, Sendable {
        package let state: ConversationState
        package let at: Moment

        /// An end that was found.
        package init(state: ConversationState, at: Moment) {
            self.state = state
            self.at = at
        }
    }

    package let row: InboxRow
    package let query: Query
    /// Whether the whole query holds.
    package let isMet: Bool
    /// In the order in which they stand.
    package let terms: [Term]
    package let rule: StateRule
    /// A snooze, a hold or a deadline that time has ended, and when; nil: time ended nothing.
    package let ended: Ended?
    /// Newest first, at most `originLimit`.
    package let origins: [Origin]
    /// What was done to it, newest first, at most `eventLimit`.
    package let events: [Event]

    /// Imports and events that are told at most.
    package static let originLimit = 20
    package static let eventLimit = 50

    /// An explanation of its parts.
    package init(
        row: InboxRow, query: Query, isMet: Bool, terms: [Term], rule: StateRule,
        ended: Ended?, origins: [Origin], events: [Event]
    ) {
        self.row = row
        self.query = query
        self.isMet = isMet
        self.terms = terms
        self.rule = rule
        self.ended = ended
        self.origins = origins
        self.events = events
    }
}

extension QueryNode {
    /// All terms, in the order in which they stand, and whether each must not hold.
    package var signedTerms: [(term: QueryTerm, isNegated: Bool)] { signed(false) }

    private func signed(_ isNegated: Bool) -> [(term: QueryTerm, isNegated: Bool)] {
        switch self {
        case .everything: []
        case .term(let term): [(term, isNegated)]
        case .not(let node): node.signed(!isNegated)
        case .and(let nodes), .or(let nodes): nodes.flatMap { $0.signed(isNegated) }
        }
    }
}
