import Conversations
import GRDB

extension Store {
    /// Values that a prefix of a query may have in this store, for completion: those that begin so, in any case, in
    /// alphabetical order.
    /// - Parameter limit: at most 50.
    package func queryValues(
        _ prefix: QueryPrefix, beginning: String, limit: Int = 50
    ) throws(StoreError) -> [String] {
        try scan { database in
            let names = try QueryNames(database: database, wanted: QueryText(beginning, isPrefix: true))
                .values(of: prefix)
            return Array(Set(names).sorted().prefix(min(limit, 50)))
        }
    }
}

/// Names that begin like a text.
private struct QueryNames {
    let database: Database
    let wanted: QueryText

    /// Rows that are looked at where no index knows the names.
    private static let lookedAt = 5000

    func values(of prefix: QueryPrefix) throws -> [String] {
        switch prefix {
        case .channel: return try named("SELECT DISTINCT name FROM channel")
        case .platform: return try named("SELECT DISTINCT platform FROM channel")
        case .assignee: return try AssigneeNames.all(database).filter(wanted.means)
        case .label: return try labels()
        case .person: return try named("SELECT name FROM person")
        case .guideline:
            return try named(
                """
                SELECT DISTINCT guideline FROM (
                    SELECT json_extract(payload, '$.guideline') AS guideline FROM event INDEXED BY event_judging
                    WHERE kind = 'decision' AND is_on = 1 ORDER BY clock DESC LIMIT \(Self.lookedAt)
                ) WHERE guideline <> ''
                """)
        case .from, .to: return try accounts("handle") + accounts("name")
        case .state, .role, .priority, .decision, .language, .has, .before, .after, .since, .waiting, .resolved, .sent,
            .thread, .batch:
            return []
        }
    }

    private func named(_ statement: String) throws -> [String] {
        try String.fetchAll(database, sql: statement).filter(wanted.means)
    }

    /// Of the conversations with the newest messages.
    private func labels() throws -> [String] {
        let lists = try String.fetchAll(
            database,
            sql: """
                SELECT labels FROM conversation INDEXED BY conversation_labelled WHERE labels <> ''
                ORDER BY newest_time DESC, newest_sequence DESC, root DESC LIMIT \(Self.lookedAt)
                """)
        return lists.flatMap { $0.split(separator: "\n").map(String.init) }.filter(wanted.means)
    }

    /// - Parameter column: of `account`, with an index.
    private func accounts(_ column: String) throws -> [String] {
        try SQLRequest<String>(
            literal: """
                SELECT DISTINCT \(sql: column) FROM account WHERE \(sql: column) >= \(wanted.text) COLLATE NOCASE
                AND \(sql: column) < \(wanted.text + "\u{10FFFF}") COLLATE NOCASE AND \(sql: column) <> ''
                ORDER BY \(sql: column) COLLATE NOCASE LIMIT 50
                """
        ).fetchAll(database)
    }
}
