import Conversations
import Foundation
import GRDB

/// One hash of all that the store holds, in key order and without row numbers, batches and provenance:
/// equal for two stores that saw the same messages and events, in whatever order.
enum ContentDigest {
    /// Each query's rows are hashed in its order, by natural keys only.
    private static let queries: [String] = [
        "SELECT digest, platform, key, name, name_at, grouping FROM channel ORDER BY digest",
        "SELECT digest, key, title, title_at, link, link_at FROM thread ORDER BY digest",
        """
        SELECT account.digest, platform, key, handle, handle_at, account.name, name_at, is_bot, is_owner, is_team,
            person.digest
        FROM account LEFT JOIN person ON person.id = account.person ORDER BY account.digest
        """,
        "SELECT digest, name, roles FROM person ORDER BY digest",
        """
        SELECT message.digest, channel.digest, account.digest, author, author_at, message.key, thread.digest, parent, time,
            written, zone_known, sort_time, sequence, kind, is_private, status, status_at, likes, likes_at, shares,
            rating, language, permalink, attachments, is_disputed
        FROM message JOIN channel ON channel.id = message.channel
        LEFT JOIN account ON account.id = message.account LEFT JOIN thread ON thread.id = message.thread
        ORDER BY message.digest
        """,
        """
        SELECT message.digest, revision.digest, text, markup, edited_at, revision.observed_at, account.digest,
            revision.author
        FROM message JOIN revision ON revision.message = message.id
        LEFT JOIN account ON account.id = revision.account ORDER BY message.digest, revision.digest
        """,
        """
        SELECT message.digest, conversation.root, revision.digest, placement.sort_time, placement.sequence, traits
        FROM message JOIN placement ON placement.message = message.id
        JOIN conversation ON conversation.id = placement.conversation
        JOIN revision ON revision.id = placement.revision ORDER BY message.digest
        """,
        """
        SELECT root, channel.digest, thread.digest, first.digest, newest_time, newest_sequence,
            message_count, inbound_count, unread_count, pending_count, waiting_since, state, resolution, reason,
            until, priority, assignee, labels, is_todo, resolved_at, asked_at, answered_at
        FROM conversation JOIN channel ON channel.id = conversation.channel
        LEFT JOIN thread ON thread.id = conversation.thread
        JOIN message AS first ON first.id = conversation.first ORDER BY root
        """,
        """
        SELECT reply.id, conversation.root, reply.message, actor, text, queued_at, not_before, reply.state, state_at,
            state_by, sent.digest
        FROM reply JOIN conversation ON conversation.id = reply.conversation
        LEFT JOIN message AS sent ON sent.id = reply.sent_message ORDER BY reply.id
        """,
    ]

    /// What the log says, which the projections follow from; left out where two stores are compared
    /// that imported the same exports, since ids of events are drawn anew each time.
    private static let log = """
        SELECT event.id, event.is_on, conversation.root FROM event
        LEFT JOIN event_place ON event_place.event = event.id
        LEFT JOIN conversation ON conversation.id = event_place.conversation ORDER BY event.id
        """

    static func compute(_ database: Database, withLog: Bool) throws -> Digest {
        var builder = DigestBuilder()
        var running = Digest(high: 0, low: 0)
        for query in withLog ? queries + [log] : queries {
            let cursor = try Row.fetchCursor(database, sql: query)
            while let row = try cursor.next() {
                builder.add(running.bytes)
                for value in row.databaseValues {
                    add(value, to: &builder)
                }
                running = builder.finish()
            }
        }
        return running
    }

    private static func add(_ value: DatabaseValue, to builder: inout DigestBuilder) {
        switch value.storage {
        case .null: builder.add("null")
        case .int64(let number): builder.add("i\(number)")
        case .double(let number): builder.add("d\(number)")
        case .string(let text): builder.add("s" + text)
        case .blob(let data): builder.add(data)
        }
    }
}

extension Store {
    /// Hash of all published content, in key order.
    package func contentDigest() throws(StoreError) -> Digest {
        try read { try ContentDigest.compute($0, withLog: false) }
    }
}
