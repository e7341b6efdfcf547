// The fields that the reader takes of the Intercom API (its reference, 'Conversations').

enum IntercomConversationKey: Int, JSONKey {
    case id, title, created_at, source, conversation_parts, conversation_rating
}

/// `source`, and each part.
enum IntercomPartKey: Int, JSONKey {
    case id, part_type, subject, body, author, created_at, updated_at, assigned_to, attachments, redacted
}

/// Authors, assignees, attachments, the list of parts, the rating.
enum IntercomDetailKey: Int, JSONKey {
    case id, type, name, email, conversation_parts, total_count, rating
}
