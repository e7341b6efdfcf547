import Conversations
import GRDB

/// Turns a query's meaning into SQL. It reads the store while it does: which channels a name means, which words
/// are rare. What a person typed becomes an argument, never text of a statement.
struct QueryCompiler {
    let database: Database
    let context: QueryContext
    let now: Moment
    let sort: InboxSort
    let patterns: PatternRun

    /// What is found in fewer messages than this is collected first; what is found in more is tested along the
    /// list's order, which soon fills a page.
    static let rareMatches = 2000
    /// What the index of words holds in fewer messages than this is tested against a set of them: 70 ms for 345,000 of
    /// 1,000,000 messages, where asking about each message took up to 3 s for a page.
    static let setMatches = 200_000
    /// Walks that are joined to one list at most.
    static let branchLimit = 12

    func condition(_ meaning: QueryMeaning) throws -> QueryCondition {
        switch meaning {
        case .everything: return QueryCondition(test: "1")
        case .conversation(let term): return try condition(term)
        case .message(let wanted): return try condition(wanted)
        case .not(let meaning): return try condition(meaning).negated
        case .all(let meanings): return .all(try meanings.map(condition))
        case .any(let meanings): return .any(try meanings.map(condition))
        }
    }

    /// Conversations that a statement selects as `found`: collected first where they are few.
    /// - Parameter isSurelyRare: was found out already.
    func collected(_ set: SQL, isSurelyRare: Bool = false) throws -> QueryCondition {
        var condition = QueryCondition(test: "+conversation.id IN (\(set))")
        if try isSurelyRare || isRare(set) {
            condition.branches = [QueryBranch(source: .set(set), condition: "1")]
            condition.cost = .rare
        }
        return condition
    }

    func isRare(_ statement: SQL) throws -> Bool {
        try isFewer(statement, than: Self.rareMatches)
    }

    /// Whether a statement gives fewer rows; it is not read further than that.
    func isFewer(_ statement: SQL, than count: Int) throws -> Bool {
        let counted = SQLRequest<Int>(
            literal: "SELECT count(*) FROM (SELECT 1 FROM (\(statement)) LIMIT \(sql: String(count)))")
        return try counted.fetchOne(database) ?? 0 < count
    }

    /// Walks that go in the order of the newest message; no use to another order.
    func walk(_ cost: QueryCondition.Cost, test: SQL, _ branches: [QueryBranch]) -> QueryCondition {
        guard sort == .newest else { return QueryCondition(test: test) }
        return QueryCondition(test: test, branches: branches, cost: cost)
    }
}

extension QueryCompiler {
    /// Whether a snooze, a hold or a deadline is over.
    private var isDue: SQL {
        "(until IS NOT NULL AND until <= \(now.milliseconds) AND state IN ('snoozed', 'held', 'community'))"
    }

    /// What time has opened again is a small walk of its own, in no order.
    private func due(_ condition: SQL = "1") -> QueryBranch {
        .index("conversation_until", "\(isDue) AND \(condition)")
    }

    func condition(_ flag: QueryFlag) throws -> QueryCondition {
        switch flag {
        case .state(let state): return effective(state)
        case .unread: return QueryCondition(test: "unread_count > 0")
        case .unanswered: return unanswered("1")
        case .pending:
            return walk(.pending, test: "pending_count > 0", [.index("conversation_pending", "pending_count > 0")])
        case .todo:
            return walk(.todo, test: "is_todo = 1 OR \(isDue)", [.index("conversation_todo", "is_todo = 1"), due()])
        case .marked:
            let marked = context.marked.sorted()
            guard !marked.isEmpty else { return .never }
            return try collected("SELECT id AS found FROM conversation WHERE root IN \(marked)")
        case .mine: return try assigned(to: QueryText(context.me))
        case .unassigned: return QueryCondition(test: "assignee IS NULL")
        case .drafted: return try collected(Self.drafted)
        }
    }

    private func effective(_ state: ConversationState) -> QueryCondition {
        let word = state.rawValue
        switch state {
        case .snoozed, .held, .community:
            let test: SQL = "state = \(word) AND NOT \(isDue)"
            return walk(.state, test: test, [.index("conversation_state", test)])
        case .open:
            return walk(
                .state, test: "state = \(word) OR \(isDue)", [.index("conversation_state", "state = \(word)"), due()])
        case .new, .waiting, .resolved, .closed:
            return walk(.state, test: "state = \(word)", [.index("conversation_state", "state = \(word)")])
        }
    }

    /// What needs an answer and fulfils a condition on `waiting_since`.
    func unanswered(_ condition: SQL, cost: QueryCondition.Cost = .unanswered) -> QueryCondition {
        let index = sort == .newest ? "conversation_waiting" : "conversation_longest"
        return QueryCondition(
            test: "waiting_since IS NOT NULL AND (is_todo = 1 OR \(isDue)) AND \(condition)",
            branches: [
                .index(index, "is_todo = 1 AND waiting_since IS NOT NULL AND \(condition)"),
                due("waiting_since IS NOT NULL AND \(condition)"),
            ], cost: cost)
    }

    static let drafted: SQL = """
        SELECT placement.conversation AS found FROM draft CROSS JOIN message ON message.digest = draft.message
        CROSS JOIN placement ON placement.message = message.id
        """
}
