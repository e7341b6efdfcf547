import Conversations
import GRDB

extension Store {
    /// One page of the inbox, newest first; at most 200 rows, by key and index. What looks for words, or for one
    /// row only, may take long and can be interrupted.
    package func inbox(_ query: InboxQuery, now: Moment) throws(StoreError) -> InboxPage {
        let selection = InboxSelection(query: query, now: now)
        guard query.limit?.words.isEmpty ?? true, query.count > 1 else { return try scan(selection.page) }
        return try read(selection.page)
    }

    /// One conversation by its key, a former key, or a message of it; nil: not there.
    package func conversation(_ key: Digest, now: Moment) throws(StoreError) -> InboxRow? {
        try read { database in
            guard let row = try ActTarget.row(database, key) else { return nil }
            return try InboxRow.fetchAll(database, sql: "SELECT \(row) AS id", now: now).first
        }
    }

}

/// Turns a query into SQL that walks an index.
struct InboxSelection {
    let query: InboxQuery
    let now: Moment

    /// Words that stand in more messages than this are tested row by row along the list's order; rarer
    /// ones are collected first.
    static let rareMatches = 2000

    func page(_ database: Database) throws -> InboxPage {
        var rows = try InboxRow.fetchAll(database, sql: try selection(database), arguments: arguments, now: now)
        let hasMore = rows.count > query.count
        rows = Array(rows.prefix(query.count))
        return InboxPage(query: query, rows: query.direction == .older ? rows : rows.reversed(), hasMore: hasMore)
    }

    /// Selects `id` in the order of the direction.
    private func selection(_ database: Database) throws -> String {
        let words = try wordCondition(database)
        let way = query.direction == .older ? "DESC" : "ASC"
        let order = """
            ORDER BY newest_time \(way), newest_sequence \(way), root \(way) LIMIT \(query.count + 1)
            """
        // Each branch walks its own index and stops early; together they are at most a few hundred rows.
        let branches = stateBranches.map { condition in
            """
            SELECT * FROM (
                SELECT conversation.id AS id, newest_time, newest_sequence, root FROM conversation
                WHERE \(condition)\(keyCondition)\(words) \(order)
            )
            """
        }
        return "SELECT id FROM (\(branches.joined(separator: " UNION ALL "))) \(order)"
    }

    private var keyCondition: String {
        guard query.from != nil else { return "" }
        return
            " AND (newest_time, newest_sequence, root) \(query.direction == .older ? "<" : ">") (:time, :sequence, :root)"
    }

    private var arguments: StatementArguments {
        var arguments: StatementArguments = ["now": now.milliseconds]
        if let from = query.from {
            arguments += ["time": from.time.milliseconds, "sequence": from.sequence, "root": from.digest]
        }
        if let match = query.limit.flatMap({ SearchExpression($0.words).match }) {
            arguments += ["match": match]
        }
        return arguments
    }
}

extension InboxSelection {
    /// Whether a snooze, a hold or a deadline is over.
    private static let isDue = "(until IS NOT NULL AND until <= :now AND state IN ('snoozed', 'held', 'community'))"

    /// Each branch walks one index; what time has opened again is a small branch of its own. None overlap.
    private var stateBranches: [String] {
        guard let limit = query.limit else { return ["is_todo = 1 AND :now IS NOT NULL", Self.isDue] }
        if limit.unanswered {
            return [
                "is_todo = 1 AND waiting_since IS NOT NULL AND :now IS NOT NULL",
                Self.isDue + " AND waiting_since IS NOT NULL",
            ].map { narrowed($0, by: limit) }
        }
        if limit.pending {
            return [narrowed("pending_count > 0 AND :now IS NOT NULL", by: limit)]
        }
        guard !limit.states.isEmpty else { return [":now IS NOT NULL"] }
        let states = limit.states.reduce(into: [ConversationState]()) { if !$0.contains($1) { $0.append($1) } }
        return states.flatMap(branches(of:))
    }

    private func narrowed(_ branch: String, by limit: Limit) -> String {
        guard !limit.states.isEmpty else { return branch }
        let states = limit.states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return branch + " AND CASE WHEN \(Self.isDue) THEN 'open' ELSE state END IN (\(states))"
    }

    private func branches(of state: ConversationState) -> [String] {
        let plain = "state = '\(state.rawValue)' AND :now IS NOT NULL"
        switch state {
        case .snoozed, .held, .community: return ["\(plain) AND NOT \(Self.isDue)"]
        case .open: return [plain, Self.isDue]
        case .new, .waiting, .resolved, .closed: return [plain]
        }
    }

    private func wordCondition(_ database: Database) throws -> String {
        guard let limit = query.limit, let match = SearchExpression(limit.words).match else { return "" }
        let found = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(Self.rareMatches))",
            arguments: [match])
        if found ?? 0 < Self.rareMatches {
            return """
                 AND conversation.id IN (
                    SELECT placement.conversation FROM search JOIN placement ON placement.message = search.rowid
                    WHERE search MATCH :match
                )
                """
        }
        return """
             AND EXISTS (
                SELECT 1 FROM placement AS place CROSS JOIN search ON search.rowid = place.message
                WHERE place.conversation = conversation.id AND search MATCH :match
            )
            """
    }
}

extension InboxRow {
    /// Rows of the conversations whose ids `sql` selects, in its order.
    static func fetchAll(
        _ database: Database, sql: String, arguments: StatementArguments = [], now: Moment
    ) throws -> [InboxRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT conversation.*, channel.platform, channel.name AS channel_name, author.author,
                    coalesce(thread.title, '') AS title, substr(revision.text, 1, 200) AS words,
                    EXISTS (
                        SELECT 1 FROM draft JOIN message ON message.digest = draft.message
                        JOIN placement ON placement.message = message.id
                        WHERE placement.conversation = conversation.id
                    ) AS has_draft,
                    (SELECT max(not_before) FROM reply WHERE conversation = conversation.id AND state = 'queued')
                        AS take_back
                FROM (\(sql)) AS chosen
                CROSS JOIN conversation ON conversation.id = chosen.id
                JOIN channel ON channel.id = conversation.channel
                JOIN message AS author ON author.id = conversation.first
                JOIN placement ON placement.message = conversation.first
                JOIN revision ON revision.id = placement.revision
                LEFT JOIN thread ON thread.id = conversation.thread
                """, arguments: arguments
        ).map { InboxRow(row: $0, now: now) }
    }

    private init(row: Row, now: Moment) {
        let until = (row["until"] as Int64?).map(Moment.init(milliseconds:))
        let state = ConversationState(rawValue: row["state"]) ?? .open
        let root: Digest = row["root"]
        self.init(
            id: root, state: state.effective(until: until, now: now), platform: row["platform"],
            channel: row["channel_name"], author: row["author"], title: row["title"], excerpt: row["words"],
            waitingSince: (row["waiting_since"] as Int64?).map(Moment.init(milliseconds:)),
            newest: Position(
                time: Moment(milliseconds: row["newest_time"]), sequence: row["newest_sequence"], digest: root),
            messageCount: row["message_count"], unreadCount: row["unread_count"], pendingCount: row["pending_count"],
            priority: Priority(rawValue: row["priority"]) ?? .normal, assignee: row["assignee"],
            labels: (row["labels"] as String).split(separator: "\n").map(String.init), hasDraft: row["has_draft"],
            until: until, takeBackUntil: (row["take_back"] as Int64?).map(Moment.init(milliseconds:)))
    }
}
