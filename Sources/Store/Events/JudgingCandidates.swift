import Conversations
import GRDB

/// Looks at messages that one decision is meant for: which can be decided on, and what stands in the way of others.
struct JudgingCandidates {
    let database: Database

    /// A message as the store holds it now.
    private struct Found {
        var judged: JudgedMessage
        /// Row number of its conversation.
        var conversation: Int64
        var obstacle: JudgingObstacle?
    }

    /// - Parameter keys: of messages, in the order in which they are told.
    func plan(_ keys: [Digest], hasMore: Bool = false) throws -> JudgingPlan {
        var plan = JudgingPlan(messages: [], hasMore: hasMore)
        for key in keys {
            let found = try find(key)
            if let found, found.obstacle == nil {
                plan.messages.append(found.judged)
            } else {
                plan.leftOut[found?.obstacle ?? .gone, default: 0] += 1
            }
        }
        return plan
    }

    /// What can still be decided of what was asked for, with the rows of its conversations.
    func settled(
        _ wanted: [JudgedMessage]
    ) throws -> (messages: [(judged: JudgedMessage, row: Int64)], leftOut: [JudgingObstacle: Int]) {
        var messages: [(judged: JudgedMessage, row: Int64)] = []
        var leftOut: [JudgingObstacle: Int] = [:]
        for one in wanted {
            guard let found = try find(one.message) else {
                leftOut[.gone, default: 0] += 1
                continue
            }
            let obstacle = found.judged.revision == one.revision ? found.obstacle : .changed
            if let obstacle {
                leftOut[obstacle, default: 0] += 1
            } else {
                messages.append((found.judged, found.conversation))
            }
        }
        return (messages, leftOut)
    }

    private func find(_ key: Digest) throws -> Found? {
        guard
            let row = try Row.fetchOne(
                database.cachedStatement(sql: Self.statement), arguments: [key])
        else { return nil }
        let judged = JudgedMessage(message: key, revision: row["revision"], conversation: row["root"])
        return Found(judged: judged, conversation: row["conversation"], obstacle: Self.obstacle(row))
    }

    private static func obstacle(_ row: Row) -> JudgingObstacle? {
        let traits = MessageTraits(rawValue: row["traits"])
        let status: String? = row["status"]
        if traits.contains(.team) { return .ours }
        if row["is_decided"] { return .decided }
        if status == "deleted" || status == "spam" { return .deleted }
        if row["is_disputed"] { return .disputed }
        if row["state"] == ConversationState.closed.rawValue { return .closed }
        return nil
    }

    /// A decision counts where it judged what the message reads now.
    private static let statement = """
        SELECT revision.digest AS revision, conversation.root, placement.conversation, placement.traits,
            message.status, message.is_disputed, conversation.state,
            EXISTS (
                SELECT 1 FROM event WHERE event.subject = message.digest AND +event.kind = 'decision'
                AND event.is_on = 1 AND json_extract(event.payload, '$.revision') = lower(hex(revision.digest))
            ) AS is_decided
        FROM message
        JOIN placement ON placement.message = message.id
        JOIN conversation ON conversation.id = placement.conversation
        JOIN revision ON revision.id = placement.revision
        WHERE message.digest = ?
        """
}

extension Store {
    /// What one decision would be for. May take long and can be interrupted.
    /// - Parameter limit: messages that are looked at.
    package func judging(_ source: JudgingSource, limit: Int) throws(StoreError) -> JudgingPlan {
        try scan { database in
            let candidates = JudgingCandidates(database: database)
            switch source {
            case .firstOf(let keys):
                let shown = keys.prefix(limit)
                return try candidates.plan(
                    shown.map { try firstMessage(database, of: $0) ?? $0 }, hasMore: shown.count < keys.count)
            case .alike(let key):
                let alike = try AlikeMessages(database: database).keys(key, limit: limit)
                return try candidates.plan(alike.found, hasMore: alike.hasMore)
            }
        }
    }

    private func firstMessage(_ database: Database, of key: Digest) throws -> Digest? {
        guard let row = try ActTarget.row(database, key) else { return nil }
        return try Digest.fetchOne(
            database,
            sql: "SELECT message.digest FROM conversation JOIN message ON message.id = first WHERE conversation.id = ?",
            arguments: [row])
    }
}
