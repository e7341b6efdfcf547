import Conversations
import GRDB

/// A part of a query as SQL on a row of `conversation`.
struct QueryCondition {
    /// True for the conversations that fulfil it; null is as good as false.
    var test: SQL
    /// Ways to walk to just those (each with its own condition, which together give all of them, some twice
    /// perhaps); nil: only by testing one conversation after the other.
    var branches: [QueryBranch]?
    /// The smaller, the fewer rows are looked at on the way.
    var cost = Cost.walk

    /// What walking the branches costs, from least to most.
    enum Cost: Int, Comparable {
        /// At most `QueryCompiler.rareMatches` conversations, collected first.
        case rare
        case assignee, label, pending, channel, waiting, unanswered, state, todo, walk

        static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
    }

    /// Holds for none; there is nothing to walk.
    static let never = QueryCondition(test: "0", branches: [], cost: .rare)

    /// All of them: the cheapest is walked, the others are tested.
    static func all(_ conditions: [QueryCondition]) -> QueryCondition {
        var all = QueryCondition(test: joined(conditions.map(\.test), "AND"))
        let walkable = conditions.indices.filter { conditions[$0].branches != nil }
        guard let driver = walkable.min(by: { conditions[$0].cost < conditions[$1].cost }),
            let branches = conditions[driver].branches
        else { return all }
        let others = conditions.indices.filter { $0 != driver }.map { conditions[$0].test }
        all.branches = branches.map { $0.and(others) }
        all.cost = conditions[driver].cost
        return all
    }

    /// Any of them: walked where each can be and they are few.
    static func any(_ conditions: [QueryCondition]) -> QueryCondition {
        var any = QueryCondition(test: joined(conditions.map(\.test), "OR"))
        let branches = conditions.compactMap(\.branches)
        if branches.count == conditions.count, branches.map(\.count).reduce(0, +) <= QueryCompiler.branchLimit {
            any.branches = branches.flatMap(\.self)
            any.cost = conditions.map(\.cost).max() ?? .walk
        }
        return any
    }

    /// Null, which a comparison with a missing value gives, must not spread.
    var negated: QueryCondition {
        QueryCondition(test: "NOT coalesce((\(test)), 0)")
    }

    static func joined(_ tests: [SQL], _ word: String) -> SQL {
        guard !tests.isEmpty else { return word == "AND" ? "1" : "0" }
        return tests.map { "(\($0))" as SQL }.joined(separator: " \(word) ")
    }
}

/// One walk over conversations.
struct QueryBranch {
    enum Source {
        /// Along an index of `conversation`, of which `condition` names the part.
        case index(String)
        /// Along a statement that selects row numbers as `found`.
        case set(SQL)
    }

    var source: Source
    var condition: SQL

    static func index(_ name: String, _ condition: SQL) -> QueryBranch {
        QueryBranch(source: .index(name), condition: condition)
    }

    func and(_ tests: [SQL]) -> QueryBranch {
        QueryBranch(source: source, condition: QueryCondition.joined([condition] + tests, "AND"))
    }

    /// What stands between FROM and the end of WHERE.
    var sql: SQL {
        switch source {
        case .index(let name): "conversation INDEXED BY \(sql: name) WHERE (\(condition))"
        case .set(let set):
            """
            (SELECT DISTINCT found FROM (\(set))) AS chosen_first
            CROSS JOIN conversation ON conversation.id = chosen_first.found WHERE (\(condition))
            """
        }
    }
}
