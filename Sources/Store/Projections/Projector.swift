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
        try project(TouchedConversations(rows: conversations))
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

    /// Places all messages of a range of rows and derives their conversations, a stretch at a time.
    /// - Returns: circles of answers that were cut.
    @discardableResult
    func placeAndProject(
        newAbove: Int64, upTo last: Int64, placer: Placer, stretch: Int64 = Placer.stretch
    ) throws -> Int {
        var cutCycles = 0
        var next = newAbove + 1
        while next <= last {
            let end = min(next + stretch - 1, last)
            let touched = try placer.place(next...end)
            try project(touched)
            cutCycles += touched.cutCycles
            next = end + 1
        }
        return cutCycles
    }

    /// Derives these conversations anew from their messages and events.
    func project(_ touched: TouchedConversations) throws {
        let loader = try ConversationLoader(database)
        let writer = try ConversationWriter(database)
        let replies = RepliesProjection(database)
        for row in touched.rows.sorted() {
            let messages = try touched.inOrder(row) ?? loader.messages(row)
            guard !messages.isEmpty else {
                try writer.remove(row)
                continue
            }
            let events = try loader.events(row)
            let fold = ConversationFold(
                messages: messages, events: events, calmBefore: try loader.calmBefore(row, events: events))
            try writer.write(fold, row: row, root: touched.fresh[row])
            if loader.hasEvents {
                try replies.write(row, events: events)
            }
        }
    }
}

extension TouchedConversations {
    /// The messages of a conversation that was made just now; nil: it was there before.
    fileprivate func inOrder(_ row: Int64) -> [PlacedMessage]? {
        messages[row]?.sorted { ($0.time, $0.sequence, $0.row) < ($1.time, $1.sequence, $1.row) }
    }
}

/// Reads what a conversation is derived from.
struct ConversationLoader {
    private let messages: Statement
    private let events: Statement
    private let calm: Statement
    /// Whether anything was ever done to a conversation.
    let hasEvents: Bool
    private let floors: CalmFloors

    /// What the calm floors of a store look like.
    private enum CalmFloors {
        /// No import resolved anything.
        case none
        /// One import brought everything.
        case one(Int64)
        case many
    }

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
        let batches = try Row.fetchAll(database, sql: "SELECT calm_before FROM batch LIMIT 2")
        let isNone = try Bool.fetchOne(
            database, sql: "SELECT NOT EXISTS (SELECT 1 FROM batch WHERE calm_before IS NOT NULL)")
        if isNone ?? true {
            floors = .none
        } else if batches.count == 1, let only: Int64 = batches[0][0] {
            floors = .one(only)
        } else {
            floors = .many
        }
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
        guard !events.contains(where: { $0.isOn && $0.kind == .state }) else { return nil }
        switch floors {
        case .none: return nil
        case .one(let floor): return floor
        case .many:
            let floor = try Int64.fetchOne(calm, arguments: [conversation])
            return floor == .min ? nil : floor
        }
    }
}

/// Writes what was derived.
struct ConversationWriter {
    private let database: Database
    private let update: BulkStatement
    private let insert: BulkStatement

    private static let columns = [
        "first", "newest_time", "newest_sequence", "message_count", "inbound_count", "unread_count",
        "pending_count", "waiting_since", "state", "resolution", "reason", "until", "priority", "assignee", "labels",
        "is_todo", "resolved_at", "asked_at", "answered_at",
    ]

    init(_ database: Database) throws {
        self.database = database
        let place = "(SELECT channel FROM message WHERE id = ?1), (SELECT thread FROM message WHERE id = ?1)"
        let values = (1...Self.columns.count).map { "?\($0)" }.joined(separator: ", ")
        let names = Self.columns.joined(separator: ", ")
        update = try BulkStatement(
            database, sql: "UPDATE conversation SET (channel, thread, \(names)) = (\(place), \(values)) WHERE id = ?20")
        insert = try BulkStatement(
            database,
            sql: """
                INSERT INTO conversation (channel, thread, \(names), id, root) VALUES (\(place), \(values), ?20, ?21)
                """)
    }

    /// - Parameter root: of a conversation that has no row yet.
    func write(_ fold: ConversationFold, row: Int64, root: Digest?) throws {
        let statement = root == nil ? update : insert
        statement.bind(fold.first, at: 1)
        statement.bind(fold.newest?.time, at: 2)
        statement.bind(fold.newest?.sequence, at: 3)
        statement.bind(fold.count, at: 4)
        statement.bind(fold.inboundCount, at: 5)
        statement.bind(fold.unreadCount, at: 6)
        statement.bind(fold.pendingCount, at: 7)
        statement.bind(fold.waitingSince, at: 8)
        statement.bind(fold.state.rawValue, at: 9)
        statement.bind(fold.resolution?.rawValue, at: 10)
        statement.bind(fold.reason, at: 11)
        statement.bind(fold.until, at: 12)
        statement.bind(fold.priority.rawValue, at: 13)
        statement.bind(fold.assignee, at: 14)
        statement.bind(fold.labels.joined(separator: "\n"), at: 15)
        statement.bind(fold.isToDo, at: 16)
        statement.bind(fold.resolvedAt, at: 17)
        statement.bind(fold.askedAt, at: 18)
        statement.bind(fold.answeredAt, at: 19)
        statement.bind(row, at: 20)
        if let root { statement.bind(root, at: 21) }
        try statement.run()
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
