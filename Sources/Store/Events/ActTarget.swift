import Conversations
import GRDB

/// A conversation as acts need it.
struct ActTarget {
    var row: Int64
    /// The message that events on the conversation name.
    var anchor: Digest
    /// The newest message that the actor saw.
    var shownUpTo: (time: Int64, sequence: Int64)
    /// Inbound messages among those.
    var shown: Int

    /// Finds a conversation by its key, by a former key, or by any message of it.
    static func row(_ database: Database, _ key: Digest) throws -> Int64? {
        if let row = try Int64.fetchOne(
            database, sql: "SELECT id FROM conversation WHERE root = ?", arguments: [key])
        {
            return row
        }
        return try Int64.fetchOne(
            database,
            sql: """
                SELECT placement.conversation FROM message
                JOIN placement ON placement.message = message.id
                WHERE message.digest = coalesce((SELECT message FROM alias WHERE root = :key), :key)
                """,
            arguments: ["key": key])
    }

    /// - Parameter shown: newest position that the actor saw; nil: all that is there.
    static func fetch(_ database: Database, _ key: Digest, shown: Position?) throws -> ActTarget? {
        guard let row = try row(database, key) else { return nil }
        guard
            let found = try Row.fetchOne(
                database,
                sql: """
                    SELECT message.digest, newest_time, newest_sequence FROM conversation
                    JOIN message ON message.id = conversation.first WHERE conversation.id = ?
                    """, arguments: [row])
        else { return nil }
        var mark: (time: Int64, sequence: Int64) = (found["newest_time"], found["newest_sequence"])
        if let shown, (shown.time.milliseconds, shown.sequence) < mark {
            mark = (shown.time.milliseconds, shown.sequence)
        }
        let count = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM placement WHERE conversation = ? AND traits & ? <> 0
                AND (sort_time, sequence) <= (?, ?)
                """,
            arguments: [row, MessageTraits.inbound.rawValue, mark.time, mark.sequence])
        return ActTarget(row: row, anchor: found["digest"], shownUpTo: mark, shown: count ?? 0)
    }

    /// A payload that says what was shown.
    var payload: EventPayload {
        var payload = EventPayload()
        payload.upToTime = shownUpTo.time
        payload.upToSequence = shownUpTo.sequence
        payload.shown = shown
        return payload
    }
}
