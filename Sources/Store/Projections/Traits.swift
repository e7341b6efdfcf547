import Conversations
import GRDB

/// What a message is to the rules, worked out in SQL so that a whole import is one statement.
enum Traits {
    /// All traits that depend on the message and its account alone; `message` and `account` must be joined.
    static let expression = """
        (CASE WHEN coalesce(account.is_team, 0) = 1 THEN \(MessageTraits.team.rawValue)
            WHEN coalesce(account.is_bot, 0) = 1 OR message.kind = 'system'
                OR coalesce(message.status, '') IN ('spam', 'deleted') THEN 0
            ELSE \(MessageTraits.inbound.rawValue) END)
        | (CASE WHEN message.status = 'pending' AND NOT EXISTS (
                SELECT 1 FROM event WHERE event.subject = message.digest
                AND event.kind = 'decision' AND event.is_on = 1
            ) THEN \(MessageTraits.pending.rawValue) ELSE 0 END)
        """

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
