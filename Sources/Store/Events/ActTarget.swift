import Conversations
import GRDB

/// A conversation as acts need it.
struct ActTarget {
    var row: Int64
    /// The message that events on the conversation name.
    var anchor: Digest
    /// The newest message that the actor saw.
    var shownUpTo: (time: Int64, sequence: Int64)
    /// Whether that is known; else it is all that is there.
    var wasShown: Bool
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
                database,
                sql: "SELECT newest_time, newest_sequence, inbound_count FROM conversation WHERE id = ?",
                arguments: [row])
        else { return nil }
        var mark: (time: Int64, sequence: Int64) = (newest[0], newest[1])
        if let shown, (shown.time.milliseconds, shown.sequence) < mark {
            mark = (shown.time.milliseconds, shown.sequence)
        }
        guard let anchor = try anchor(database, row, mark) else { return nil }
        let later = try Int.fetchOne(database, sql: Self.later, arguments: [row, mark.time, mark.sequence])
        let atTime = try Int.fetchOne(database, sql: Self.atTime, arguments: [row, mark.time, mark.sequence])
        return ActTarget(
            row: row, anchor: anchor, shownUpTo: mark, wasShown: shown != nil, shown: newest[2] - (later ?? 0),
            shownAtTime: atTime ?? 0)
    }

    /// The newest inbound message that was shown: if the conversation is split later (its first message turns
    /// out to be ours), the act stays with whom it was about. Where there is none, the newest of all.
    private static func anchor(
        _ database: Database, _ row: Int64, _ mark: (time: Int64, sequence: Int64)
    ) throws -> Digest? {
        try Digest.fetchOne(database, sql: newestShown, arguments: [row, mark.time, mark.sequence])
            ?? Digest.fetchOne(database, sql: newestOfAll, arguments: [row])
    }

    // Each walks `placement_order` from an end that is near: a conversation may have 100,000 messages.

    static let newestShown = """
        \(digests) AND placement.traits & \(MessageTraits.inbound.rawValue) <> 0
        AND (placement.sort_time, placement.sequence) <= (?, ?) \(newestFirst)
        """

    static let newestOfAll = "\(digests) \(newestFirst)"

    private static let digests = """
        SELECT message.digest FROM placement INDEXED BY placement_order
        CROSS JOIN message ON message.id = placement.message WHERE placement.conversation = ?
        """

    private static let newestFirst = """
        ORDER BY placement.sort_time DESC, placement.sequence DESC, message.digest DESC LIMIT 1
        """

    /// Inbound messages that were not shown.
    static let later = """
        SELECT count(*) FROM placement INDEXED BY placement_order
        WHERE conversation = ? AND (sort_time, sequence) > (?, ?) AND traits & \(MessageTraits.inbound.rawValue) <> 0
        """

    /// Inbound messages that were shown, of the very time of the newest one.
    static let atTime = """
        SELECT count(*) FROM placement INDEXED BY placement_order
        WHERE conversation = ? AND sort_time = ? AND sequence <= ? AND traits & \(MessageTraits.inbound.rawValue) <> 0
        """

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
