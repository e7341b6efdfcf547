// The fields that the reader takes of an outbox (W3C 'Activity Vocabulary', and what Mastodon adds).

enum MastodonActivityKey: Int, JSONKey {
    case type, actor, published, to, cc, object
}

enum MastodonNoteKey: Int, JSONKey {
    case id, type, summary, inReplyTo, published, updated, url, attributedTo, to, cc, content, contentMap, conversation
    case attachment, likes, shares, name, totalItems
}

/// `actor.json`
enum MastodonActorKey: Int, JSONKey {
    case id, url, name, preferredUsername
}
