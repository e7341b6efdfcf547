import Conversations
import GRDB

extension Store {
    /// The replies of a conversation that whoever answers a message without looking at it knows of: their own, and
    /// those that are older than the message. What others wrote since is news to them.
    /// - Parameter isExact: the message alone is answered, not its conversation: replies to others are none of it.
    package func knownReplies(to message: Digest, isExact: Bool) throws(StoreError) -> Set<Digest> {
        try read { database in
            try Digest.fetchSet(
                database,
                sql: """
                    SELECT reply.id FROM message JOIN placement ON placement.message = message.id
                    JOIN reply ON reply.conversation = placement.conversation
                    WHERE message.digest = :message AND (
                        reply.actor = :actor OR reply.queued_at < message.time
                        OR (:exact AND reply.message <> message.digest)
                    )
                    """, arguments: ["message": message, "actor": options.actor.name, "exact": isExact])
        }
    }
}
