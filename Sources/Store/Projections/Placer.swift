import Conversations
import GRDB

/// Puts messages into conversations. What is placed anew is chosen here; where it goes is
/// `ThreadResolver`'s pure rule.
struct Placer {
    let database: Database

    /// Neighbours of a chat without replies belong together when they are less than this apart.
    static let chatGap: Int64 = 30 * 60 * 1000

    init(_ database: Database) {
        self.database = database
    }

    /// Places what an import brought (`temp.resolved`) and what it moves.
    /// - Returns: rows of all conversations that have to be derived anew.
    func placeImport(newAbove: Int64) throws -> TouchedConversations {
        try prepareDirty()
        if newAbove > 0 {
            try markMoved(newAbove: newAbove)
        }
        var touched = try placeDirty(newAbove: newAbove)
        let known = try Int64.fetchCursor(
            database,
            sql: "SELECT placement.conversation FROM known JOIN placement ON placement.message = known.message")
        while let row = try known.next() {
            touched.rows.insert(row)
        }
        try database.execute(
            sql: """
                UPDATE placement SET revision =
                    (SELECT \(MergeStatements.currentRevision) FROM message WHERE message.id = placement.message),
                    traits = (traits & \(Placer.threadTraits)) | (
                        SELECT \(Traits.expression) FROM message LEFT JOIN account ON account.id = message.account
                        WHERE message.id = placement.message
                    ),
                    sort_time = (SELECT sort_time FROM message WHERE message.id = placement.message)
                WHERE message IN (SELECT message FROM known)
                """)
        return touched
    }

    /// Places the conversations of an account anew, whose role changed, and those that hang below.
    func placeAgain(messagesOf account: Int64) throws -> TouchedConversations {
        try prepareDirty()
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT placement.conversation FROM message
                JOIN placement ON placement.message = message.id WHERE message.account = ?
                """, arguments: [account])
        var count = 0
        repeat {
            count = try Int.fetchOne(database, sql: "SELECT count(*) FROM dirty") ?? 0
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO dirty SELECT below.conversation FROM dirty
                    JOIN placement ON placement.conversation = dirty.conversation
                    JOIN message ON message.id = placement.message
                    JOIN message AS answer ON answer.parent = message.digest
                    JOIN placement AS below ON below.message = answer.id
                    """)
            try markChats()
        } while try Int.fetchOne(database, sql: "SELECT count(*) FROM dirty") ?? 0 > count
        return try placeDirty(newAbove: .max)
    }

    /// Places all messages; the tables of projections are empty.
    func placeAll() throws -> TouchedConversations {
        try prepareDirty()
        return try placeDirty(newAbove: 0)
    }

    static let threadTraits = MessageTraits.lead.rawValue | MessageTraits.answersTeam.rawValue
}

extension Placer {
    private func prepareDirty() throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.dirty;
                CREATE TEMP TABLE dirty (conversation INTEGER PRIMARY KEY);
                """)
    }

    /// Conversations that new messages move: whose missing root came, whose message got another parent, and
    /// all of a chat that is grouped by time.
    private func markMoved(newAbove: Int64) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT conversation.id FROM message
                JOIN conversation ON conversation.root = message.digest WHERE message.id > ?
                """, arguments: [newAbove])
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT placement.conversation FROM known
                JOIN message ON message.id = known.message
                JOIN placement ON placement.message = known.message
                WHERE message.parent IS NOT known.parent
                """)
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT conversation.id FROM conversation
                JOIN channel ON channel.id = conversation.channel WHERE channel.grouping = 'byTime'
                AND channel.id IN (SELECT message.channel FROM message WHERE message.id > ?)
                """, arguments: [newAbove])
    }

    private func markChats() throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT conversation.id FROM conversation
                JOIN channel ON channel.id = conversation.channel AND channel.grouping = 'byTime'
                WHERE conversation.channel IN (
                    SELECT channel FROM dirty JOIN conversation ON conversation.id = dirty.conversation
                )
                """)
    }

    private func placeDirty(newAbove: Int64) throws -> TouchedConversations {
        let candidates = try PlacementCandidates(database, newAbove: newAbove)
        let outside = try OutsideLookup(database)
        let resolved = try ThreadResolver.resolve(candidates.nodes, outside: outside.find)
        let writer = try PlacementWriter(database)
        for (candidate, placement) in zip(candidates.rows, resolved.placements) {
            try writer.write(candidate, placement)
        }
        try moveEvents()
        var touched = writer.touched
        touched.rows.formUnion(try Int64.fetchAll(database, sql: "SELECT conversation FROM dirty"))
        return touched
    }

    /// Events follow the message that they name, and find it when it comes after them.
    private func moveEvents() throws {
        try database.execute(
            sql: """
                INSERT INTO event_place (event, conversation)
                SELECT event.id, placement.conversation FROM event
                JOIN message ON message.digest = event.subject
                JOIN placement ON placement.message = message.id
                LEFT JOIN event_place ON event_place.event = event.id
                WHERE event_place.event IS NULL OR event_place.conversation IN (SELECT conversation FROM dirty)
                ON CONFLICT (event) DO UPDATE SET conversation = excluded.conversation
                """)
    }
}
