import Conversations
import GRDB

extension Store {
    /// Replies in these states, oldest first.
    /// - Parameter after: the last row of the page before; nil: from the start. At most `limit` rows.
    package func outbox(
        _ states: [ReplyState], after: OutboxRow? = nil, limit: Int = 1000
    ) throws(StoreError) -> [OutboxRow] {
        try read { database in
            try OutboxRow.fetchAll(
                database,
                where: """
                    reply.state IN (\(states.map { "'\($0.rawValue)'" }.joined(separator: ", ")))
                    AND (reply.queued_at, reply.id) > (?, ?)
                    """,
                arguments: [after?.queuedAt.milliseconds ?? .min, after?.id ?? Digest(high: 0, low: 0)],
                limit: limit)
        }
    }

    /// Records that replies were carried away, in one transaction. Those that are exported already, or can
    /// still be taken back, are left out.
    /// - Returns: the ids that were marked.
    package func markExported(_ ids: [Digest], now: Moment) throws(StoreError) -> [Digest] {
        try mark(ids, .replyExported, now: now) { $0.state == .queued && $0.notBefore <= now }
    }

    /// Records what the platform did with a reply: `sent`, or `failed`, which opens the conversation again.
    /// - Throws: `StoreError.noSuchID`.
    package func markReply(_ id: Digest, failed: Bool, now: Moment) throws(StoreError) {
        let marked = try mark([id], failed ? .replyFailed : .replySent, now: now) { _ in true }
        guard !marked.isEmpty else { throw .noSuchID(id.hex) }
    }

    private func mark(
        _ ids: [Digest], _ kind: EventKind, now: Moment, where isMeant: (OutboxRow) -> Bool
    ) throws(StoreError) -> [Digest] {
        try write { database in
            let log = EventLog(database: database, device: device, actor: options.actor, now: now)
            var marked: [Digest] = []
            for id in ids {
                let found = try OutboxRow.fetchAll(database, where: "reply.id = ?", arguments: [id], limit: 1)
                guard let row = found.first, isMeant(row),
                    let queued = try Event.fetchAll(database, where: "WHERE id = ?", arguments: [id]).first
                else { continue }
                var entries = [
                    EventLog.Entry(subject: queued.subject, kind: kind, field: queued.field, payload: EventPayload())
                ]
                if kind == .replyFailed, let target = try ActTarget.fetch(database, queued.subject, shown: nil) {
                    entries += Act.reopen.entries(on: target)
                }
                try Projector(database).eventsChanged(try log.append(entries))
                marked.append(id)
            }
            return marked
        }
    }

    /// Finds a reply by a prefix of its id.
    /// - Throws: `StoreError.noSuchID`, `StoreError.ambiguousID`.
    package func findReply(_ prefix: String) throws(StoreError) -> Digest {
        let digits = prefix.lowercased()
        guard digits.count >= 8, digits.allSatisfy(\.isHexDigit) else { throw .noSuchID(prefix) }
        let found = try read { database in
            try Digest.fetchAll(
                database, sql: "SELECT id FROM reply WHERE lower(hex(id)) LIKE ? LIMIT 10", arguments: [digits + "%"])
        }
        guard let first = found.first else { throw .noSuchID(prefix) }
        guard found.count == 1 else { throw .ambiguousID(prefix, count: found.count) }
        return first
    }
}

extension OutboxRow {
    fileprivate static func fetchAll(
        _ database: Database, where condition: String, arguments: StatementArguments, limit: Int
    ) throws -> [OutboxRow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT reply.*, channel.platform, channel.name AS channel_name, message.key,
                    coalesce(message.permalink, '') AS permalink, message.author
                FROM reply JOIN message ON message.digest = reply.message
                JOIN channel ON channel.id = message.channel
                WHERE \(condition) ORDER BY reply.queued_at, reply.id LIMIT \(limit)
                """, arguments: arguments
        ).map { row in
            OutboxRow(
                id: row["id"], state: ReplyState(rawValue: row["state"]) ?? .queued, platform: row["platform"],
                channel: row["channel_name"], messageID: row["key"], permalink: row["permalink"],
                author: row["author"], text: row["text"], actor: row["actor"],
                queuedAt: Moment(milliseconds: row["queued_at"]), notBefore: Moment(milliseconds: row["not_before"]))
        }
    }
}
