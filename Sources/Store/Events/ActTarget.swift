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
    /// Those among them of the newest one's time.
    var shownAtTime: Int

    /// Finds a conversation by its key, by any message of it, or by a former key.
    static func row(_ database: Database, _ key: Digest) throws -> Int64? {
        try Int64.fetchOne(
            database,
            sql: """
                SELECT id FROM conversation WHERE root = :key
                UNION ALL
                SELECT placement.conversation FROM message JOIN placement ON placement.message = message.id
                WHERE message.digest = :key
                UNION ALL
                SELECT placement.conversation FROM alias JOIN message ON message.digest = alias.message
                JOIN placement ON placement.message = message.id WHERE alias.root = :key
                LIMIT 1
                """, arguments: ["key": key])
    }

    /// - Parameter shown: newest position that the actor saw; nil: all that is there.
    static func fetch(_ database: Database, _ key: Digest, shown: Position?) throws -> ActTarget? {
        guard let row = try row(database, key),
            let newest = try Row.fetchOne(
                database, sql: "SELECT newest_time, newest_sequence FROM conversation WHERE id = ?", arguments: [row])
        else { return nil }
        var mark: (time: Int64, sequence: Int64) = (newest[0], newest[1])
        if let shown, (shown.time.milliseconds, shown.sequence) < mark {
            mark = (shown.time.milliseconds, shown.sequence)
        }
        guard let anchor = try anchor(database, row, mark) else { return nil }
        let counts = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), coalesce(sum(sort_time = ?3), 0) FROM placement
                WHERE conversation = ?1 AND traits & ?2 <> 0 AND (sort_time, sequence) <= (?3, ?4)
                """,
            arguments: [row, MessageTraits.inbound.rawValue, mark.time, mark.sequence])
        return ActTarget(
            row: row, anchor: anchor, shownUpTo: mark, shown: counts?[0] ?? 0, shownAtTime: counts?[1] ?? 0)
    }

    /// The newest inbound message that was shown: if the conversation is split later (its first message turns
    /// out to be ours), the act stays with whom it was about.
    private static func anchor(
        _ database: Database, _ row: Int64, _ mark: (time: Int64, sequence: Int64)
    ) throws -> Digest? {
        try Digest.fetchOne(
            database,
            sql: """
                SELECT message.digest FROM placement JOIN message ON message.id = placement.message
                WHERE placement.conversation = ?1
                ORDER BY placement.traits & ?2 <> 0 AND (placement.sort_time, placement.sequence) <= (?3, ?4) DESC,
                    placement.sort_time DESC, placement.sequence DESC, message.digest DESC LIMIT 1
                """, arguments: [row, MessageTraits.inbound.rawValue, mark.time, mark.sequence])
    }

    /// A payload that says what was shown.
    var payload: EventPayload {
        var payload = EventPayload()
        payload.upToTime = shownUpTo.time
        payload.upToSequence = shownUpTo.sequence
        payload.shown = shown
        payload.shownAtTime = shownAtTime
        return payload
    }
}
