import Conversations
import GRDB

/// Texts that were written and not yet sent: one for each message, moderator and session. A session that goes on with
/// the draft of another, which is closed, takes its place; one that writes at the same time writes its own, and both
/// stand.
struct Drafts {
    let database: Database
    let actor: String
    let device: Digest
    let session: String

    /// Removes what this session wrote to a message, and whatever else of the moderator's says just what was sent. An
    /// own text that differs is kept in the history; those of others, and of the moderator's other sessions, stand.
    func drop(_ message: Digest, sent: String) throws {
        try database.execute(
            sql: """
                INSERT INTO draft_history (message, actor, text, saved_at)
                SELECT message, actor, text, saved_at FROM draft
                WHERE message = ? AND actor = ? AND session = ? AND text <> ?
                """, arguments: [message, actor, session, sent])
        try database.execute(
            sql: "DELETE FROM draft WHERE message = ? AND actor = ? AND (session = ? OR text = ?)",
            arguments: [message, actor, session, sent])
    }

    /// Keeps what a draft says before another text takes its place.
    func keep(_ draft: Draft) throws {
        try database.execute(
            sql: """
                INSERT INTO draft_history (message, actor, text, saved_at) SELECT :message, :actor, :text, :time
                WHERE NOT EXISTS (
                    SELECT 1 FROM draft_history WHERE message = :message AND actor = :actor AND text = :text
                )
                """,
            arguments: [
                "message": draft.message, "actor": actor, "text": draft.text, "time": draft.savedAt.milliseconds,
            ])
    }

    /// Drafts of a conversation: from the few that there are to it, never through its messages.
    static let ofConversation = """
        SELECT draft.* FROM draft CROSS JOIN message ON message.digest = draft.message
        CROSS JOIN placement ON placement.message = message.id WHERE placement.conversation = ?
        """

    /// What was a draft to a conversation once, newest first. Either may be long, the history or the conversation: the
    /// shorter one is walked.
    func earlier(_ conversation: Int64) throws -> [Draft] {
        let isShort = try Bool.fetchOne(
            database,
            sql: """
                SELECT message_count < (SELECT coalesce(max(id), 0) FROM draft_history) FROM conversation WHERE id = ?
                """, arguments: [conversation])
        return try Row.fetchAll(
            database, sql: isShort == true ? Self.earlierByMessage : Self.earlierByHistory,
            arguments: [conversation, ThreadPage.earlierLimit]
        ).map {
            Draft(
                message: $0["message"], actor: $0["actor"], text: $0["text"], cursor: ($0["text"] as String).count,
                savedAt: Moment(milliseconds: $0["saved_at"]))
        }
    }

    static let earlierByHistory = """
        SELECT draft_history.message, actor, text, saved_at FROM draft_history
        CROSS JOIN message ON message.digest = draft_history.message
        CROSS JOIN placement ON placement.message = message.id
        WHERE placement.conversation = ? ORDER BY saved_at DESC, draft_history.id DESC LIMIT ?
        """

    static let earlierByMessage = """
        SELECT draft_history.message, actor, text, saved_at FROM placement
        CROSS JOIN message ON message.id = placement.message
        CROSS JOIN draft_history INDEXED BY draft_history_message ON draft_history.message = message.digest
        WHERE placement.conversation = ? ORDER BY saved_at DESC, draft_history.id DESC LIMIT ?
        """

    /// - Parameter taken: the draft that this one goes on with. It goes, unless its own session has written on.
    func save(_ draft: Draft, over taken: Draft?) throws {
        if let taken, taken.session != session {
            try database.execute(
                sql: "DELETE FROM draft WHERE message = ? AND actor = ? AND session = ? AND text = ?",
                arguments: [taken.message, actor, taken.session, taken.text])
        }
        guard !draft.text.isEmpty else {
            if let taken, taken.session != session { try keep(taken) }
            return try drop(draft.message, sent: "")
        }
        try database.execute(
            sql: """
                INSERT INTO draft (message, actor, device, session, text, cursor, saved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (message, actor, session) DO UPDATE SET device = excluded.device,
                    text = excluded.text, cursor = excluded.cursor, saved_at = excluded.saved_at
                """,
            arguments: [
                draft.message, actor, device, session, draft.text, draft.cursor, draft.savedAt.milliseconds,
            ])
    }

    /// A reply that is taken back becomes a draft of its author again: of this session, where it has begun none since;
    /// a colleague's belongs to no session, so that whichever she opens next goes on with it.
    func restore(_ events: [Event], now: Moment) throws {
        for event in events where event.kind == .replyQueued {
            let text = event.payload.text ?? ""
            let author = Drafts(
                database: database, actor: event.actor, device: event.device,
                session: event.actor == actor ? session : event.id.hex)
            let draft = Draft(
                message: event.subject, actor: event.actor, text: text, cursor: text.count, savedAt: now)
            // Beside a draft that was begun since it is an earlier one.
            try author.hasBegun(event.subject) ? author.keep(draft) : author.save(draft, over: nil)
        }
    }

    /// A reply that goes out after all leaves no draft that would send it a second time.
    func send(_ events: [Event]) throws {
        for event in events where event.kind == .replyQueued {
            try database.execute(
                sql: "DELETE FROM draft WHERE message = ? AND actor = ? AND text = ?",
                arguments: [event.subject, event.actor, event.payload.text ?? ""])
        }
    }

    private func hasBegun(_ message: Digest) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE message = ? AND actor = ? AND session = ?)",
            arguments: [message, actor, session]) ?? false
    }

    /// The draft to go on with, and those of others: other moderators, and sessions of this one that are writing now.
    func sorted(_ drafts: [Draft], now: Moment) throws -> (own: Draft?, others: [Draft]) {
        let writing = try Claims(database: database, session: session).others(now: now)
        let isFree = { (draft: Draft) in
            !writing.contains { $0.session == draft.session && $0.message == draft.message }
        }
        let mine = drafts.filter { $0.actor == actor }
        let own = mine.last { $0.session == session } ?? mine.last(where: isFree)
        return (own, drafts.filter { $0 != own })
    }
}

extension Store {
    func drafts(_ database: Database) -> Drafts {
        Drafts(database: database, actor: options.actor.name, device: device, session: session)
    }

    /// Keeps what a draft of this actor says in the history, where it can be fetched back.
    package func keepDraft(_ draft: Draft) throws(StoreError) {
        try write { try drafts($0).keep(draft) }
    }

    /// Puts a draft on disk; an empty text removes it.
    /// - Parameter taken: the draft that it goes on with, which another session wrote.
    package func saveDraft(_ draft: Draft, over taken: Draft? = nil) throws(StoreError) {
        try write { try drafts($0).save(draft, over: taken) }
    }
}
