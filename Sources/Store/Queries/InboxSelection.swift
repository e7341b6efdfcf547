import Conversations
import GRDB

/// One page of the inbox: walks an index (or several, each to the end of the page) and never sorts more than a few
/// hundred rows, or the few thousand that a rare word was found in.
struct InboxSelection {
    private let database: Database
    private let query: InboxQuery
    private let now: Moment
    private let patterns: PatternRun
    private let condition: QueryCondition
    private let rowLimit: Int

    static func page(_ database: Database, _ query: InboxQuery, now: Moment) throws -> InboxPage {
        let patterns = PatternRun()
        let select = { try InboxSelection(database: database, query: query, now: now, patterns: patterns).page() }
        return query.usesPatterns ? try patterns.with(database, select) : try select()
    }

    /// - Parameter rowLimit: rows that are selected at most; nil: those of the page and one more.
    init(database: Database, query: InboxQuery, now: Moment, patterns: PatternRun, rowLimit: Int? = nil) throws {
        self.database = database
        self.rowLimit = rowLimit ?? query.count + 1
        self.query = query
        self.now = now
        self.patterns = patterns
        let compiler = QueryCompiler(
            database: database, context: query.context, now: now, sort: query.sort, patterns: patterns)
        let limit = query.limit?.root.meaning ?? .conversation(.state(.todo))
        let wanted = [limit] + (query.search.map { [$0.root.meaning] } ?? [])
        var conditions = try wanted.map(compiler.condition)
        if query.sort == .waiting { conditions.append(compiler.unanswered("1")) }
        condition = .all(conditions)
    }

    /// How many conversations a query holds for; counting stops at `cap`.
    static func count(_ database: Database, _ query: InboxQuery, cap: Int, now: Moment) throws -> Int {
        try roots(database, query, limit: cap, now: now).count
    }

    /// The first conversations of a list, by their roots, in its order.
    static func roots(_ database: Database, _ query: InboxQuery, limit: Int, now: Moment) throws -> [Digest] {
        let patterns = PatternRun()
        let select = {
            let selection = try InboxSelection(
                database: database, query: query, now: now, patterns: patterns, rowLimit: limit)
            return try selection.roots()
        }
        return query.usesPatterns ? try patterns.with(database, select) : try select()
    }

    private func roots() throws -> [Digest] {
        guard let selection else { return [] }
        return try SQLRequest<Digest>(
            literal: """
                SELECT conversation.root FROM (\(selection)) AS chosen
                CROSS JOIN conversation ON conversation.id = chosen.id
                """
        ).fetchAll(database)
    }

    private func page() throws -> InboxPage {
        var rows = try selection.map { try InboxRow.fetchAll(database, $0, now: now) } ?? []
        let hasMore = rows.count > query.count
        rows = Array(rows.prefix(query.count))
        return InboxPage(
            query: query, rows: query.direction == .older ? rows : rows.reversed(), hasMore: hasMore,
            regexLimitHits: patterns.limitHits)
    }

    /// Selects `id` in the order of the direction; nil: nothing can fulfil the query.
    private var selection: SQL? {
        let walks = self.walks.map { "SELECT * FROM (\($0))" as SQL }
        guard let first = walks.first else { return nil }
        guard walks.count > 1 else { return "SELECT id FROM (\(first))" }
        return "SELECT id FROM (\(walks.joined(separator: " UNION "))) \(order)"
    }

    /// Each gives the first rows of its own, in order; together they hold the page.
    var walks: [SQL] {
        let branches = condition.branches ?? [.index("conversation_order", condition.test)]
        return branches.map { branch in
            "SELECT conversation.id AS id, \(keys) FROM \(branch.sql)\(goingOn) \(order)"
        }
    }

    private var columns: [String] {
        query.sort == .newest ? ["newest_time", "newest_sequence", "root"] : ["waiting_since", "root"]
    }

    private var keys: SQL {
        SQL(sql: columns.joined(separator: ", "))
    }

    /// Whether rows come with their keys ascending.
    private var isAscending: Bool {
        (query.sort == .waiting) == (query.direction == .older)
    }

    private var order: SQL {
        let ordered = columns.map { $0 + (isAscending ? " ASC" : " DESC") }.joined(separator: ", ")
        return "ORDER BY \(sql: ordered) LIMIT \(sql: String(rowLimit))"
    }

    private var goingOn: SQL {
        guard let from = query.from else { return "" }
        let sign = isAscending ? ">" : "<"
        switch query.sort {
        case .newest:
            return " AND (\(keys)) \(sql: sign) (\(from.time.milliseconds), \(from.sequence), \(from.digest))"
        case .waiting: return " AND (\(keys)) \(sql: sign) (\(from.time.milliseconds), \(from.digest))"
        }
    }
}

extension InboxQuery {
    fileprivate var usesPatterns: Bool {
        [limit, search].compactMap(\.self).flatMap(\.root.terms).contains { term in
            if case .regex = term { true } else { false }
        }
    }
}
