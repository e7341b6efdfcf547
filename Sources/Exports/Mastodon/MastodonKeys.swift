/// The fields of a status that the reader takes (Mastodon's API documentation, 'Status').
enum MastodonKey: Int, JSONKey {
    case id, uri, url, account, content, visibility, reblog, language
    case createdAt, editedAt, replyTo, warning, likes, boosts, media

    var name: String {
        switch self {
        case .createdAt: "created_at"
        case .editedAt: "edited_at"
        case .replyTo: "in_reply_to_id"
        case .warning: "spoiler_text"
        case .likes: "favourites_count"
        case .boosts: "reblogs_count"
        case .media: "media_attachments"
        default: String(describing: self)
        }
    }
}

enum MastodonAccountKey: Int, JSONKey {
    case uri, url, acct, bot, displayName

    var name: String { self == .displayName ? "display_name" : String(describing: self) }
}

enum MastodonMediaKey: Int, JSONKey {
    case url
}
