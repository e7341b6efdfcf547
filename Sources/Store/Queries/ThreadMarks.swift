import Conversations
import GRDB

/// Notes, decisions and replies of a conversation, by the message that each is about.
struct ThreadMarks {
    private var byMessage: [Digest: [ThreadRow]] = [:]
    private var decisions: [Digest: Event] = [:]

    init(database: Database, row: Int64) throws {
        let events = try Event.fetchAll(
            database,
            where: """
                JOIN event_place ON event_place.event = event.id
                WHERE event_place.conversation = ? AND event.is_on = 1 AND event.kind IN ('note', 'decision')
                ORDER BY event.clock DESC, event.device DESC LIMIT 1000
                """, arguments: [row])
        for event in events.reversed() {
            if event.kind == .decision {
                decisions[event.subject] = event
            }
            byMessage[event.subject, default: []].append(ThreadRow(event: event))
        }
        try addReplies(database, row: row)
    }

    private mutating func addReplies(_ database: Database, row: Int64) throws {
        let replies = try Row.fetchAll(
            database,
            sql: "SELECT * FROM reply WHERE conversation = ? AND sent_message IS NULL ORDER BY queued_at LIMIT 1000",
            arguments: [row])
        for reply in replies {
            let content = ReplyRow(row: reply)
            byMessage[content.message, default: []]
                .append(ThreadRow(id: reply["id"], depth: 0, content: .reply(content)))
        }
    }

    /// The message with the decision that holds.
    func decided(_ message: MessageRow) -> MessageRow {
        var message = message
        message.decision = decisions[message.digest]?.payload.decision
        return message
    }

    /// What stands below a message.
    func rows(below message: MessageRow, depth: Int) -> [ThreadRow] {
        byMessage[message.digest, default: []].map { row in
            var row = row
            row.depth = depth + 1
            if case .decision(var decision) = row.content,
                decisions[message.digest]?.payload.revision != message.revision.hex
            {
                decision.isOutdated = true
                row.content = .decision(decision)
            }
            return row
        }
    }
}

extension ThreadRow {
    fileprivate init(event: Event) {
        let payload = event.payload
        let content: Content =
            if event.kind == .decision {
                .decision(
                    DecisionRow(
                        actor: event.actor, time: event.recordedAt, decision: payload.decision ?? .kept,
                        guideline: payload.guideline ?? "", reason: payload.reason ?? ""))
            } else {
                .note(NoteRow(actor: event.actor, time: event.recordedAt, text: payload.text ?? ""))
            }
        self.init(id: event.id, depth: 0, content: content)
    }
}

extension ReplyRow {
    init(row: Row) {
        self.init(
            actor: row["actor"], time: Moment(milliseconds: row["queued_at"]), text: row["text"],
            state: ReplyState(rawValue: row["state"]) ?? .queued,
            notBefore: Moment(milliseconds: row["not_before"]), message: row["message"])
    }
}
