import GRDB

/// Which conversations of a chat that is grouped by time have to be placed anew: a message there hangs on its
/// neighbour, so all that is less than the gap away from what changes, and so on until a pause.
struct ChatSpans {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Notes in `temp.dirty` what lies near its conversations.
    /// - Parameter rows: new messages, which have no conversation yet.
    func markNear(_ rows: ClosedRange<Int64>? = nil) throws {
        guard try hasChats() else { return }
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.chat_span;
                CREATE TEMP TABLE chat_span (
                    channel INTEGER PRIMARY KEY, low INTEGER NOT NULL, high INTEGER NOT NULL
                );
                """)
        if let rows { try widen(Self.placesOfNew(rows)) }
        repeat {
            try widen(Self.placesOfDirty)
        } while try markOverlapping()
    }

    private func hasChats() throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM channel WHERE grouping = 'byTime')") ?? false
    }

    /// - Parameter places: SQL that gives channels and times, in milliseconds.
    private func widen(_ places: String) throws {
        try database.execute(
            sql: """
                INSERT INTO chat_span (channel, low, high)
                SELECT place.channel, min(place.time), max(place.time) FROM (\(places)) AS place
                JOIN channel ON channel.id = place.channel AND channel.grouping = 'byTime'
                GROUP BY place.channel
                ON CONFLICT (channel) DO UPDATE SET low = min(low, excluded.low), high = max(high, excluded.high)
                """)
    }

    /// - Returns: whether any was not noted before.
    private func markOverlapping() throws -> Bool {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT conversation.id FROM chat_span
                JOIN conversation ON conversation.channel = chat_span.channel
                    AND conversation.newest_time > chat_span.low - \(Placer.chatGap)
                JOIN placement ON placement.message = conversation.first
                    AND placement.sort_time < chat_span.high + \(Placer.chatGap)
                """)
        return database.changesCount > 0
    }

    private static func placesOfNew(_ rows: ClosedRange<Int64>) -> String {
        """
        SELECT channel, sort_time AS time FROM message
        WHERE id BETWEEN \(rows.lowerBound) AND \(rows.upperBound)
        """
    }

    /// Where the messages of noted conversations stood and where they stand now: a surer time moves them.
    private static let placesOfDirty = """
        SELECT conversation.channel, placement.sort_time AS time FROM dirty
            JOIN conversation ON conversation.id = dirty.conversation
            JOIN placement ON placement.conversation = conversation.id
        UNION ALL
        SELECT message.channel, message.sort_time FROM dirty
            JOIN placement ON placement.conversation = dirty.conversation
            JOIN message ON message.id = placement.message
        """
}
