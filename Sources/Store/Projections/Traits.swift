import Conversations
import GRDB

/// What a message is to the rules, worked out in SQL so that a whole import is one statement.
enum Traits {
    // `+event.kind` keeps SQLite from walking all decisions of the store (event_judging) for each message; those on the
    // message itself are few (event_subject).
    /// All traits that depend on the message and its account alone; `message` and `account` must be joined.
    static let expression = """
        (CASE WHEN coalesce(account.is_team, 0) = 1 THEN \(MessageTraits.team.rawValue)
            WHEN coalesce(account.is_bot, 0) = 1 OR message.kind = 'system'
                OR coalesce(message.status, '') IN ('spam', 'deleted') THEN 0
            ELSE \(MessageTraits.inbound.rawValue) END)
        | (CASE WHEN message.status = 'pending' AND \(decision("= \(currentRevision)")) IS NULL
            THEN \(MessageTraits.pending.rawValue) ELSE 0 END)
        | (CASE WHEN EXISTS (
                SELECT 1 FROM event WHERE event.subject = message.digest AND +event.kind = 'decision'
            ) AND \(decision("= \(currentRevision)")) IS NULL AND \(decision("IS NOT NULL")) = 'kept'
            THEN \(MessageTraits.asksAgain.rawValue) ELSE 0 END)
        | (CASE WHEN message.time IS NULL THEN \(MessageTraits.timeless.rawValue) ELSE 0 END)
        """

    /// The latest decision on the message whose judged revision fulfils a condition; NULL: none.
    private static func decision(_ condition: String) -> String {
        """
        (SELECT json_extract(event.payload, '$.decision') FROM event
        WHERE event.subject = message.digest AND +event.kind = 'decision' AND event.is_on = 1
        AND json_extract(event.payload, '$.revision') \(condition)
        ORDER BY event.clock DESC, event.device DESC LIMIT 1)
        """
    }

    /// Hexadecimal digest of what the message reads now.
    private static let currentRevision =
        "(SELECT lower(hex(revision.digest)) FROM revision WHERE revision.id = \(MergeStatements.currentRevision))"

    /// The traits that threading gives stay as they are.
    private static let kept = MessageTraits.lead.rawValue | MessageTraits.answersTeam.rawValue

    static func refresh(_ database: Database, message: Digest) throws {
        try database.execute(
            sql: """
                UPDATE placement SET traits = (placement.traits & \(kept)) | (
                    SELECT \(expression) FROM message LEFT JOIN account ON account.id = message.account
                    WHERE message.id = placement.message
                ) WHERE message = (SELECT id FROM message WHERE digest = ?)
                """, arguments: [message])
    }
}
