import Conversations
import GRDB

/// Texts that were written and not yet sent: one for each message, moderator and device, updated in
/// place. What another terminal wrote meanwhile is kept in the history, never overwritten without trace.
struct Drafts {
    let database: Database
    let actor: String
    let device: Digest
    let session: String

    /// Removes the moderator's drafts for a message, also those that came with a copied store. What differs
    /// from the text that was sent is kept in the history.
    func drop(_ message: Digest, sent: String) throws {
        try database.execute(
            sql: """
                INSERT INTO draft_history (message, actor, text, saved_at)
                SELECT message, actor, text, saved_at FROM draft WHERE message = ? AND actor = ? AND text <> ?
                """, arguments: [message, actor, sent])
        try database.execute(
            sql: "DELETE FROM draft WHERE message = ? AND actor = ?", arguments: [message, actor])
    }

    func save(_ draft: Draft) throws {
        try database.execute(
            sql: """
                INSERT INTO draft_history (message, actor, text, saved_at)
                SELECT message, actor, text, saved_at FROM draft
                WHERE message = ? AND actor = ? AND device = ? AND session <> ? AND text <> ?
                """,
            arguments: [draft.message, actor, device, session, draft.text])
        try database.execute(
            sql: """
                INSERT INTO draft (message, actor, device, session, text, cursor, saved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (message, actor, device) DO UPDATE SET session = excluded.session,
                    text = excluded.text, cursor = excluded.cursor, saved_at = excluded.saved_at
                """,
            arguments: [
                draft.message, actor, device, session, draft.text, draft.cursor, draft.savedAt.milliseconds,
            ])
    }

    /// A reply that is taken back becomes a draft again, where none was begun since.
    func restore(_ events: [Event], now: Moment) throws {
        for event in events where event.kind == .replyQueued {
            let text = event.payload.text ?? ""
            let isThere = try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE message = ? AND actor = ? AND device = ?)",
                arguments: [event.subject, actor, device])
            if isThere != true {
                try save(Draft(message: event.subject, actor: actor, text: text, cursor: text.count, savedAt: now))
            }
        }
    }
}

extension Store {
    func drafts(_ database: Database) -> Drafts {
        Drafts(database: database, actor: options.actor.name, device: device, session: session)
    }

    /// Puts a draft on disk; an empty text removes it.
    package func saveDraft(_ draft: Draft) throws(StoreError) {
        try write { database in
            if draft.text.isEmpty {
                try drafts(database).drop(draft.message, sent: "")
            } else {
                try drafts(database).save(draft)
            }
        }
    }
}
