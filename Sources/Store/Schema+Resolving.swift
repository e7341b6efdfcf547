extension Schema {
    /// When what is resolved was resolved or closed, UTC milliseconds; no day where the first import did it.
    static let resolving = """
        ALTER TABLE conversation ADD COLUMN resolved_at INTEGER;
        UPDATE conversation SET resolved_at = (
            SELECT event.recorded_at FROM event_place JOIN event ON event.id = event_place.event
            WHERE event_place.conversation = conversation.id AND event.field = 'state' AND event.is_on = 1
            ORDER BY event.clock DESC, event.device DESC, event.id DESC LIMIT 1
        ) WHERE state IN ('resolved', 'closed');
        CREATE INDEX conversation_resolved ON conversation (resolved_at) WHERE resolved_at IS NOT NULL;
        """
}
