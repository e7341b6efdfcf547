import Conversations
import GRDB

/// The replies of a conversation, from their events and from our own messages that came back.
struct RepliesProjection {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func write(_ conversation: Int64, events: [Event]) throws {
        let replies = Dictionary(grouping: events.filter { $0.field.hasPrefix("reply:") && $0.isOn }, by: \.field)
            .values
            .compactMap { Reply(events: $0) }
            .sorted { $1.queued.isLater(than: $0.queued) }
        try database.cachedStatement(sql: "DELETE FROM reply WHERE conversation = ?")
            .execute(arguments: [conversation])
        guard !replies.isEmpty else { return }
        let earliest = replies.map(\.queued.recordedAt).min() ?? replies[0].queued.recordedAt
        var own = try ownMessages(conversation, after: earliest)
        for reply in replies {
            try insert(reply, conversation: conversation, sentAs: reply.takeMatch(from: &own))
        }
    }

    /// A revision of a message by the team that may be one of our replies come back. Any revision counts: what
    /// was edited on the platform later was sent all the same.
    struct OwnMessage {
        var row: Int64
        var time: Int64
        var text: String
    }

    private func ownMessages(_ conversation: Int64, after: Moment) throws -> [OwnMessage] {
        // Exports know time by the second or the minute; a reply that came back must not look older than
        // the act that queued it.
        let start = after.milliseconds - after.milliseconds % 60_000
        return try Row.fetchAll(
            database,
            sql: """
                SELECT placement.message, placement.sort_time, revision.text FROM placement
                JOIN revision ON revision.message = placement.message
                WHERE placement.conversation = ? AND placement.traits & ? <> 0 AND placement.sort_time >= ?
                ORDER BY placement.sort_time, placement.sequence, placement.message, revision.digest
                """,
            arguments: [conversation, MessageTraits.team.rawValue, start]
        ).map { OwnMessage(row: $0[0], time: $0[1], text: normalizedText($0[2])) }
    }

    private func insert(_ reply: Reply, conversation: Int64, sentAs message: OwnMessage?) throws {
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO reply (id, conversation, message, actor, text, queued_at, not_before, state, state_at,
                    state_by, sent_message)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                reply.queued.id, conversation, reply.queued.subject, reply.queued.actor, reply.text,
                reply.queued.recordedAt.milliseconds, reply.queued.payload.notBefore ?? 0,
                (message == nil ? reply.state : .sent).rawValue, reply.last.recordedAt.milliseconds,
                reply.last.actor, message?.row,
            ])
    }
}

/// One reply as its events leave it.
private struct Reply {
    var queued: Event
    var last: Event

    /// nil: it was taken back.
    init?(events: [Event]) {
        let ordered = events.sorted { $1.isLater(than: $0) }
        guard let queued = ordered.first(where: { $0.kind == .replyQueued }), let last = ordered.last else {
            return nil
        }
        self.queued = queued
        self.last = last
    }

    var text: String { queued.payload.text ?? "" }

    var state: ReplyState {
        switch last.kind {
        case .replyExported: .exported
        case .replySent: .sent
        case .replyFailed: .failed
        default: .queued
        }
    }

    /// Takes the earliest message of ours with this text that is not older than the reply.
    func takeMatch(from own: inout [RepliesProjection.OwnMessage]) -> RepliesProjection.OwnMessage? {
        let wanted = normalizedText(text)
        let start = queued.recordedAt.milliseconds - queued.recordedAt.milliseconds % 60_000
        guard let match = own.first(where: { $0.text == wanted && $0.time >= start }) else { return nil }
        own.removeAll { $0.row == match.row }
        return match
    }
}
