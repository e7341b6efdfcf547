/// What a query asks of a conversation. Terms about a message that stand in one `and` group hold for one message of
/// it; a `not` says that no message has it.
package indirect enum QueryMeaning: Equatable, Sendable {
    case everything
    case conversation(QueryTerm)
    /// One message of the conversation fulfils all this.
    case message(MessageCondition)
    case not(QueryMeaning)
    case all([QueryMeaning])
    case any([QueryMeaning])
}

/// What one message has to fulfil.
package indirect enum MessageCondition: Equatable, Sendable {
    case term(QueryTerm)
    case all([MessageCondition])
    case any([MessageCondition])
}

extension QueryNode {
    /// What the tree asks of a conversation.
    package var meaning: QueryMeaning {
        if let condition = messageCondition { return .message(condition) }
        switch self {
        case .everything: return .everything
        case .term(let term): return .conversation(term)
        case .not(let node): return .not(node.meaning)
        case .or(let nodes): return .any(nodes.map(\.meaning))
        case .and(let nodes):
            let others = nodes.filter { $0.messageCondition == nil }.map(\.meaning)
            let group = nodes.compactMap(\.messageCondition)
            guard let first = group.first else { return .all(others) }
            return .all(others + [.message(group.count == 1 ? first : .all(group))])
        }
    }

    /// The tree as a condition on one message; nil: there is a term about the conversation in it, or a `not`.
    private var messageCondition: MessageCondition? {
        switch self {
        case .everything, .not: return nil
        case .term(let term): return term.isAboutMessage ? .term(term) : nil
        case .and(let nodes): return Self.conditions(nodes).map(MessageCondition.all)
        case .or(let nodes): return Self.conditions(nodes).map(MessageCondition.any)
        }
    }

    private static func conditions(_ nodes: [QueryNode]) -> [MessageCondition]? {
        let conditions = nodes.compactMap(\.messageCondition)
        return conditions.count == nodes.count ? conditions : nil
    }
}
