import Conversations

extension Schema {
    /// When the community began a conversation and when it was answered first (as `ConversationFold` says it), UTC
    /// milliseconds, and what a report walks along. Without the index over placements 30 days of 1,300,000 messages
    /// took 214 ms, and all of them 1.7 s.
    static let report = """
        ALTER TABLE conversation ADD COLUMN asked_at INTEGER;
        ALTER TABLE conversation ADD COLUMN answered_at INTEGER;
        UPDATE conversation SET asked_at = (
            SELECT min(sort_time) FROM placement INDEXED BY placement_order
            WHERE placement.conversation = conversation.id
            AND traits & \(asking) = \(MessageTraits.inbound.rawValue)
        );
        UPDATE conversation SET answered_at = (
            SELECT min(time) FROM (
                SELECT sort_time AS time FROM placement INDEXED BY placement_order
                WHERE placement.conversation = conversation.id AND sort_time >= conversation.asked_at
                AND traits & \(answering) = \(MessageTraits.team.rawValue)
                UNION ALL
                SELECT event.recorded_at FROM event_place JOIN event ON event.id = event_place.event
                WHERE event_place.conversation = conversation.id AND event.kind = 'reply.queued'
                AND event.is_on = 1 AND event.recorded_at >= conversation.asked_at
            )
        ) WHERE asked_at IS NOT NULL;
        CREATE INDEX conversation_asked ON conversation (asked_at, answered_at) WHERE asked_at IS NOT NULL;
        CREATE INDEX conversation_owed ON conversation (channel, asked_at, answered_at, waiting_since, is_todo)
            WHERE is_todo = 1 AND waiting_since IS NOT NULL;
        CREATE INDEX placement_time ON placement (sort_time, traits, conversation);
        """

    private static let asking = MessageTraits([.inbound, .timeless]).rawValue
    private static let answering = MessageTraits([.team, .lead, .timeless]).rawValue
}
