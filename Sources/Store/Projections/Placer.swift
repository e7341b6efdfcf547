import Conversations
import GRDB

/// Puts messages into conversations. What is placed anew is chosen here; where it goes is
/// `ThreadResolver`'s pure rule.
struct Placer {
    let database: Database
    /// SQL for the current revision of a new message, `message.id`.
    private let newRevision: String

    /// Neighbours of a chat without replies belong together when they are less than this apart.
    static let chatGap: Int64 = 30 * 60 * 1000

    init(_ database: Database, newRevision: String = MergeStatements.currentRevision) {
        self.database = database
        self.newRevision = newRevision
    }

    /// New messages are placed so many at a time: memory stays bounded whatever the size of an import.
    static let stretch: Int64 = 50_000

    /// Places new messages of a range of rows and what they move. A parent that comes in a later range moves
    /// them once more, as one of a later import would.
    /// - Returns: rows of all conversations that have to be derived anew.
    func place(_ rows: ClosedRange<Int64>) throws -> TouchedConversations {
        try prepareDirty()
        try markMoved(rows)
        return try placeDirty(rows)
    }

    /// Places messages anew that an import saw again (`temp.known`): what is said of them may have changed.
    /// - Returns: rows of all conversations that have to be derived anew.
    func placeKnown() throws -> TouchedConversations {
        try prepareDirty()
        try markChanged()
        try closeDownwards()
        var touched = try placeDirty(nil)
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
                    )
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
        try closeDownwards()
        return try placeDirty(nil)
    }

    /// Notes conversations that have to be placed anew, with what hangs below them, before messages leave them.
    /// - Parameter query: gives their rows.
    func mark(_ query: String) throws {
        try prepareDirty()
        try database.execute(sql: "INSERT OR IGNORE INTO dirty \(query)")
        try closeDownwards()
    }

    /// Places anew what `mark` noted. - Returns: rows of all conversations that have to be derived anew.
    func placeMarked() throws -> TouchedConversations {
        try placeDirty(nil)
    }

    /// What hangs below a message that is placed anew may move with it, and so on.
    private func closeDownwards() throws {
        var count = 0
        repeat {
            count = try Int.fetchOne(database, sql: "SELECT count(*) FROM dirty") ?? 0
            guard count > 0 else { return }
            try database.execute(
                sql: """
                    INSERT OR IGNORE INTO dirty SELECT below.conversation FROM dirty
                    JOIN placement ON placement.conversation = dirty.conversation
                    JOIN message ON message.id = placement.message
                    JOIN message AS answer ON answer.parent = message.digest
                    JOIN placement AS below ON below.message = answer.id
                    """)
            try ChatSpans(database).markNear()
        } while try Int.fetchOne(database, sql: "SELECT count(*) FROM dirty") ?? 0 > count
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

    /// Conversations that new messages move: whose missing root came, and those near them in a chat that is grouped
    /// by time.
    private func markMoved(_ rows: ClosedRange<Int64>) throws {
        let range: StatementArguments = [rows.lowerBound, rows.upperBound]
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT conversation.id FROM message
                JOIN conversation ON conversation.root = message.digest WHERE message.id BETWEEN ? AND ?
                """, arguments: range)
        try ChatSpans(database).markNear(rows)
    }

    /// Conversations of known messages of which something is said now that decides where they belong, of
    /// accounts that turned out to be bots, and of channels that turned out to be chats.
    private func markChanged() throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO dirty SELECT placement.conversation FROM known
                JOIN message ON message.id = known.message
                JOIN placement ON placement.message = known.message
                WHERE (message.parent, message.account, message.channel, message.sort_time, message.sequence)
                    IS NOT (known.parent, known.account, known.channel, known.sort_time, known.sequence);
                INSERT OR IGNORE INTO dirty SELECT placement.conversation FROM known_account
                JOIN account ON account.id = known_account.account AND account.is_bot <> known_account.is_bot
                JOIN message ON message.account = account.id
                JOIN placement ON placement.message = message.id;
                INSERT OR IGNORE INTO dirty SELECT conversation.id FROM known_channel
                JOIN channel ON channel.id = known_channel.channel AND channel.grouping <> known_channel.grouping
                JOIN conversation ON conversation.channel = channel.id;
                """)
        try ChatSpans(database).markNear()
    }

    /// - Parameter rows: new messages to place besides those of the dirty conversations.
    private func placeDirty(_ rows: ClosedRange<Int64>?) throws -> TouchedConversations {
        let candidates = try PlacementCandidates(database, rows: rows, newRevision: newRevision)
        let outside = try OutsideLookup(database)
        let resolved = try ThreadResolver.resolve(candidates.nodes, outside: outside.find)
        let writer = try PlacementWriter(database)
        for (candidate, placement) in zip(candidates.rows, resolved.placements) {
            try writer.write(candidate, placement)
        }
        try moveEvents()
        var touched = writer.touched
        touched.cutCycles = resolved.cutCycles.count
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
