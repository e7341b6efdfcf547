import Conversations
import GRDB

/// Keeps the projections true after events, messages or roles changed. Always inside the transaction
/// that changed them.
struct Projector {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Events were written or switched: finds their conversations and derives these anew.
    func eventsChanged(_ events: [Event]) throws {
        var conversations: Set<Int64> = []
        for event in events {
            guard let row = try place(event) else { continue }
            conversations.insert(row)
            if event.kind == .decision {
                try Traits.refresh(database, message: event.subject)
            }
        }
        try project(conversations.sorted())
    }

    /// Notes the conversation that now holds the message which the event names.
    private func place(_ event: Event) throws -> Int64? {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO event_place (event, conversation)
                SELECT ?, placement.conversation FROM message JOIN placement ON placement.message = message.id
                WHERE message.digest = ?
                ON CONFLICT (event) DO UPDATE SET conversation = excluded.conversation
                """)
        try statement.execute(arguments: [event.id, event.subject])
        return try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT conversation FROM event_place WHERE event = ?"),
            arguments: [event.id])
    }

    /// Derives these conversations anew from their messages and events.
    func project(_ conversations: [Int64]) throws {
        let loader = try ConversationLoader(database)
        let writer = try ConversationWriter(database)
        for row in conversations {
            let messages = try loader.messages(row)
            guard !messages.isEmpty else {
                try writer.remove(row)
                continue
            }
            let events = try loader.events(row)
            let fold = ConversationFold(
                messages: messages, events: events, calmBefore: try loader.calmBefore(row, events: events))
            try writer.write(fold, row: row)
            try RepliesProjection(database).write(row, events: events)
        }
    }
}

/// Reads what a conversation is derived from.
struct ConversationLoader {
    private let messages: Statement
    private let events: Statement
    private let calm: Statement
    private let hasEvents: Bool
    private let calmIsPossible: Bool

    init(_ database: Database) throws {
        messages = try database.cachedStatement(
            sql: """
                SELECT message, sort_time, sequence, traits FROM placement WHERE conversation = ?
                ORDER BY sort_time, sequence, message
                """)
        events = try database.cachedStatement(
            sql: """
                SELECT \(Event.columns) FROM event_place JOIN event ON event.id = event_place.event
                WHERE event_place.conversation = ?
                """)
        calm = try database.cachedStatement(
            sql: """
                SELECT min(coalesce(batch.calm_before, -9223372036854775808)) FROM placement
                JOIN provenance ON provenance.message = placement.message
                JOIN batch ON batch.id = provenance.batch WHERE placement.conversation = ?
                """)
        hasEvents = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM event_place)") ?? false
        calmIsPossible =
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM batch WHERE calm_before IS NOT NULL)") ?? false
    }

    func messages(_ conversation: Int64) throws -> [PlacedMessage] {
        let cursor = try Row.fetchCursor(messages, arguments: [conversation])
        var result: [PlacedMessage] = []
        while let row = try cursor.next() {
            result.append(
                PlacedMessage(
                    row: row[0], time: row[1], sequence: row[2], traits: MessageTraits(rawValue: row[3])))
        }
        return result
    }

    func events(_ conversation: Int64) throws -> [Event] {
        guard hasEvents else { return [] }
        return try Row.fetchAll(events, arguments: [conversation]).map(Event.init(row:))
    }

    /// The earliest of the calm floors of all imports that brought a message of it: a conversation that
    /// one import left open is never closed by a later one.
    func calmBefore(_ conversation: Int64, events: [Event]) throws -> Int64? {
        guard calmIsPossible, !events.contains(where: { $0.isOn && $0.kind == .state }) else { return nil }
        let floor = try Int64.fetchOne(calm, arguments: [conversation])
        return floor == .min ? nil : floor
    }
}

/// Writes what was derived.
struct ConversationWriter {
    private let database: Database
    private let update: Statement

    init(_ database: Database) throws {
        self.database = database
        update = try database.cachedStatement(
            sql: """
                UPDATE conversation SET
                    channel = (SELECT channel FROM message WHERE id = :first),
                    thread = (SELECT thread FROM message WHERE id = :first),
                    first = :first, excerpt = :excerpt, newest_time = :time, newest_sequence = :sequence,
                    message_count = :count, inbound_count = :inbound, unread_count = :unread,
                    pending_count = :pending, waiting_since = :waiting, state = :state, resolution = :resolution,
                    reason = :reason, until = :until, priority = :priority, assignee = :assignee,
                    labels = :labels, is_todo = :todo
                WHERE id = :id
                """)
    }

    func write(_ fold: ConversationFold, row: Int64) throws {
        try update.execute(arguments: [
            "first": fold.first, "excerpt": fold.excerpt, "time": fold.newest?.time,
            "sequence": fold.newest?.sequence, "count": fold.count, "inbound": fold.inboundCount,
            "unread": fold.unreadCount, "pending": fold.pendingCount, "waiting": fold.waitingSince,
            "state": fold.state.rawValue, "resolution": fold.resolution?.rawValue, "reason": fold.reason,
            "until": fold.until, "priority": fold.priority.rawValue, "assignee": fold.assignee,
            "labels": fold.labels.joined(separator: "\n"), "todo": fold.isToDo, "id": row,
        ])
    }

    /// A conversation whose messages all moved to others leaves; its key stays as an alias.
    func remove(_ row: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO alias (root, message)
                SELECT conversation.root, message.digest FROM conversation
                JOIN message ON message.id = conversation.first WHERE conversation.id = ?
                ON CONFLICT (root) DO UPDATE SET message = excluded.message
                """, arguments: [row])
        try database.execute(sql: "DELETE FROM reply WHERE conversation = ?", arguments: [row])
        try database.execute(sql: "DELETE FROM conversation WHERE id = ?", arguments: [row])
    }
}
