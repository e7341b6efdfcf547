import Conversations
import GRDB

extension Store {
    /// The clock of the newest event; what comes later is news.
    package func newestClock() throws(StoreError) -> Int64 {
        try read { try Int64.fetchOne($0, sql: "SELECT max(clock) FROM event") ?? 0 }
    }

    /// Whether somebody else took back, after a clock, what this actor had done, or set to another value what this actor
    /// had just set. Decisions go before the states that they bring.
    package func overruling(after clock: Int64) throws(StoreError) -> Overruling? {
        try read { database in
            let me = options.actor.name
            let undone = try Row.fetchOne(
                database, sql: Self.takenBackSQL, arguments: ["clock": clock, "me": me])
            if let undone {
                return Overruling(
                    actor: undone["actor"], kind: undone["kind"], author: undone["author"] ?? "", isUndo: true)
            }
            let found = try Row.fetchOne(
                database, sql: Self.overrulingSQL,
                arguments: ["clock": clock, "me": me, "window": Overruling.window])
            return found.map { Overruling(actor: $0["actor"], kind: $0["kind"], author: $0["author"] ?? "") }
        }
    }

    private static let takenBackSQL = """
        SELECT later.actor, mine.kind, first.author
        FROM event AS later
        JOIN event AS mine ON mine.id = later.subject
        LEFT JOIN event_place ON event_place.event = mine.id
        LEFT JOIN conversation ON conversation.id = event_place.conversation
        LEFT JOIN message AS first ON first.id = conversation.first
        WHERE later.clock > :clock AND later.actor <> :me AND later.kind = '\(EventKind.undo.word)' AND mine.actor = :me
        ORDER BY later.clock DESC LIMIT 1
        """

    /// Walks the few events after the clock; each looks once into those of its own field.
    private static let overrulingSQL = """
        SELECT later.actor, later.kind, first.author
        FROM event AS later
        LEFT JOIN event_place ON event_place.event = later.id
        LEFT JOIN conversation ON conversation.id = event_place.conversation
        LEFT JOIN message AS first ON first.id = conversation.first
        WHERE later.clock > :clock AND later.actor <> :me AND later.is_on = 1
            AND later.kind IN ('decision', 'state', 'assignee', 'priority')
            AND EXISTS (
                SELECT 1 FROM event AS mine
                WHERE mine.subject = later.subject AND mine.field = later.field AND mine.clock < later.clock
                    AND mine.actor = :me AND mine.is_on = 1 AND mine.payload <> later.payload
                    AND mine.recorded_at > later.recorded_at - :window
            )
        ORDER BY later.kind = 'decision' DESC, later.clock DESC LIMIT 1
        """
}
