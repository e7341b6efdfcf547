import Conversations
import GRDB

extension Store {
    /// One page of the inbox, in its order; at most 200 rows, by key and index. What may take long (words, one row
    /// only, all that no index answers) can be interrupted.
    package func inbox(_ query: InboxQuery, now: Moment) throws(StoreError) -> InboxPage {
        let page = { (database: Database) in
            var page = try InboxSelection.page(database, query, now: now)
            page.rows = try self.claims(database).marked(page.rows, now: now)
            return page
        }
        return query.isQuick && query.count > 1 ? try read(page) : try scan(page)
    }

    /// One conversation by its key, a former key, or a message of it; nil: not there.
    package func conversation(_ key: Digest, now: Moment) throws(StoreError) -> InboxRow? {
        try read { database in
            guard let row = try ActTarget.row(database, key) else { return nil }
            let found = try InboxRow.fetchAll(database, "SELECT \(row) AS id", now: now)
            return try claims(database).marked(found, now: now).first
        }
    }
}

extension InboxRow {
    /// Rows of the conversations whose ids a statement selects, in its order.
    static func fetchAll(
        _ database: Database, _ selection: SQL, now: Moment
    ) throws -> [InboxRow] {
        let team = try TeamNames(database)
        return try SQLRequest<Row>(
            literal: """
                SELECT conversation.*, channel.platform, channel.name AS channel_name, author.author,
                    coalesce(account.handle, '') AS handle, placement.traits,
                    coalesce(thread.title, '') AS title, substr(revision.text, 1, 200) AS words,
                    conversation.id IN (\(QueryCompiler.drafted)) AS has_draft,
                    (SELECT max(not_before) FROM reply WHERE conversation = conversation.id AND state = 'queued')
                        AS take_back
                FROM (\(selection)) AS chosen
                CROSS JOIN conversation ON conversation.id = chosen.id
                JOIN channel ON channel.id = conversation.channel
                JOIN message AS author ON author.id = conversation.first
                LEFT JOIN account ON account.id = author.account
                JOIN placement ON placement.message = conversation.first
                JOIN revision ON revision.id = placement.revision
                LEFT JOIN thread ON thread.id = conversation.thread
                """
        ).fetchAll(database).map { InboxRow(row: $0, now: now, team: team) }
    }

    private init(row: Row, now: Moment, team: TeamNames) {
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
            until: until, takeBackUntil: (row["take_back"] as Int64?).map(Moment.init(milliseconds:)),
            looksLikeTeam: team.isImitated(by: row))
    }
}
