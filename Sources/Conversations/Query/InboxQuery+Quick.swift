extension InboxQuery {
    /// Whether an index answers it at once, so that it may be read on the thread that owns the screen. All else may
    /// take long and is asked where a newer question can end it.
    package var isQuick: Bool {
        guard search == nil else { return false }
        guard let root = limit?.root else { return true }
        switch root {
        case .everything: return sort == .newest
        case .term(let term): return term.isIndexed(in: sort) || (term.isAge && sort == .newest)
        case .and(let nodes):
            let terms = nodes.compactMap { node in if case .term(let term) = node { term } else { nil } }
            return sort == .newest && terms.count == nodes.count
                && terms.allSatisfy { $0.isIndexed(in: sort) || $0.isAge }
                && terms.count { !$0.isAge } <= 1
        case .not, .or: return false
        }
    }
}

extension QueryTerm {
    /// Whether an index holds just the conversations for which it holds, in the list's order.
    fileprivate func isIndexed(in sort: InboxSort) -> Bool {
        switch self {
        case .state(.unanswered), .state(.todo): true
        case .state(.state), .state(.pending), .state(.marked), .state(.mine): sort == .newest
        case .assignee(let name), .channel(let name): sort == .newest && !name.isPrefix
        default: false
        }
    }

    /// Whether it names a stretch of the list ordered by age.
    fileprivate var isAge: Bool {
        switch self {
        case .before, .after, .since: true
        default: false
        }
    }
}
