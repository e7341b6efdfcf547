/// What a list is limited to, what a search looks for, what a view holds: one language for all
/// (`QueryLanguage.md` says it for users, `OneQueryLanguage.md` why it is so).
package struct Query: Equatable, Sendable {
    /// As it was typed.
    package let source: String
    package let root: QueryNode

    /// A query that nobody typed; `source` is what prints it.
    package init(_ root: QueryNode) {
        self.root = root.normalized
        source = self.root.printed
    }

    /// A query of one term.
    package init(_ term: QueryTerm) {
        self.init(.term(term))
    }

    init(source: String, root: QueryNode) {
        self.source = source
        self.root = root.normalized
    }

    /// Holds for every conversation.
    package static let everything = Query(.everything)

    /// The query in its plainest spelling; reading that gives the same `root`.
    package var printed: String { root.printed }
}

/// The tree of a query. A normalized tree has no `and` directly in an `and`, no `or` directly in an `or`, and no
/// list shorter than two.
package indirect enum QueryNode: Equatable, Sendable {
    /// `*`
    case everything
    case term(QueryTerm)
    case not(QueryNode)
    case and([QueryNode])
    case or([QueryNode])

    /// The same in the one form that the parser gives too.
    var normalized: QueryNode {
        switch self {
        case .everything, .term: return self
        case .not(let node): return .not(node.normalized)
        case .and(let nodes):
            let flat = nodes.map(\.normalized).flatMap { node in
                if case .and(let inner) = node { inner } else { [node] }
            }
            return flat.count == 1 ? flat[0] : flat.isEmpty ? .everything : .and(flat)
        case .or(let nodes):
            let flat = nodes.map(\.normalized).flatMap { node in
                if case .or(let inner) = node { inner } else { [node] }
            }
            return flat.count == 1 ? flat[0] : flat.isEmpty ? .not(.everything) : .or(flat)
        }
    }

    /// All terms, in the order in which they stand.
    package var terms: [QueryTerm] {
        switch self {
        case .everything: []
        case .term(let term): [term]
        case .not(let node): node.terms
        case .and(let nodes), .or(let nodes): nodes.flatMap(\.terms)
        }
    }
}

/// What a query needs to know besides the store: who asks, and where clocks stand there.
package struct QueryContext: Equatable, Sendable {
    /// Whose conversations `is:mine` means.
    package var me: String
    /// Conversations that `is:marked` means.
    package var marked: Set<Digest>
    /// Seconds east of UTC by which days begin.
    package var zoneOffset: Int

    package init(me: String = "", marked: Set<Digest> = [], zoneOffset: Int = 0) {
        self.me = me
        self.marked = marked
        self.zoneOffset = zoneOffset
    }
}
