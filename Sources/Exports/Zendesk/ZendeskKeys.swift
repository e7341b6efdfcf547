// The fields that the reader takes of the Zendesk Ticketing API (its reference, 'Tickets' and 'Ticket Comments').

enum ZendeskTicketKey: Int, JSONKey {
    case id, url, subject, description, requester_id, submitter_id, requester, created_at, via, comments, is_public
}

enum ZendeskCommentKey: Int, JSONKey {
    case id, author_id, author, body, html_body, plain_body, isPublic, attachments, via, created_at

    var name: String { self == .isPublic ? "public" : String(describing: self) }
}

/// Users, `via` and what is inside it, attachments.
enum ZendeskPartKey: Int, JSONKey {
    case id, name, role, channel, source, from, file_name, email, phone, address
}
