import Conversations
import GRDB

/// Which messages of a conversation nobody of the team has seen, by the rule by which the conversation counts them.
struct ThreadUnread {
    /// nil: nobody has seen any.
    private var mark: ShownMark?
    /// Row numbers of older ones that came late.
    private var late: Set<Int64> = []
    private let isNone: Bool

    /// - Parameter count: how many are unread, as the conversation counts them.
    init(database: Database, row: Int64, count: Int) throws {
        isNone = count == 0
        guard count > 0 else { return }
        mark = try Self.newestMark(database, row)
        guard let mark else { return }
        let after = try Int.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM placement WHERE conversation = ? AND (sort_time, sequence) > (?, ?)
                    AND traits & \(MessageTraits.inbound.rawValue) <> 0
                """, arguments: [row, mark.time, mark.sequence])
        let missing = count - (after ?? 0)
        guard missing > 0 else { return }
        // Rows are numbered as they come: what came last had not come yet when the others were shown.
        late = try Int64.fetchSet(
            database,
            sql: """
                SELECT message FROM placement WHERE conversation = ? AND (sort_time, sequence) <= (?, ?)
                    AND traits & \(MessageTraits.inbound.rawValue) <> 0 ORDER BY message DESC LIMIT ?
                """, arguments: [row, mark.time, mark.sequence, missing])
    }

    /// Whether it is one of them.
    func contains(_ message: PlacedMessage) -> Bool {
        guard !isNone, message.traits.contains(.inbound) else { return false }
        guard let mark else { return true }
        return message.isAfter((mark.time, mark.sequence)) || late.contains(message.row)
    }

    private static func newestMark(_ database: Database, _ row: Int64) throws -> ShownMark? {
        try Event.fetchAll(
            database,
            where: """
                JOIN event_place ON event_place.event = event.id
                WHERE event_place.conversation = ? AND event.is_on = 1
                """, arguments: [row]
        ).filter(\.kind.isApplied).compactMap(\.payload.mark).max()
    }
}
