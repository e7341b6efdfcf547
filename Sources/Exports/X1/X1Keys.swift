// The fields that the readers take of a Tweet object of X's API v1.1 ('Tweet object' of its documentation) and of what
// the archive adds. The archive writes all numbers as strings.

enum X1PostKey: Int, JSONKey {
    case id, text, lang, user, entities
    case idText, fullText, createdAt, parentText, parent, likes, reposts, extended, reposted, media, editInfo

    var name: String {
        switch self {
        case .idText: "id_str"
        case .fullText: "full_text"
        case .createdAt: "created_at"
        case .parentText: "in_reply_to_status_id_str"
        case .parent: "in_reply_to_status_id"
        case .likes: "favorite_count"
        case .reposts: "retweet_count"
        case .extended: "extended_tweet"
        case .reposted: "retweeted_status"
        case .media: "extended_entities"
        case .editInfo: "edit_info"
        default: String(describing: self)
        }
    }
}

enum X1UserKey: Int, JSONKey {
    case id, name, idText, handle

    var name: String {
        switch self {
        case .idText: "id_str"
        case .handle: "screen_name"
        default: String(describing: self)
        }
    }
}

/// Entities, media and edit histories have few fields, and none means two things.
enum X1PartKey: Int, JSONKey {
    case urls, media, initial, edit, expanded, mediaAddress, versions, editControl

    var name: String {
        switch self {
        case .expanded: "expanded_url"
        case .mediaAddress: "media_url_https"
        case .versions: "editTweetIds"
        case .editControl: "editControlInitial"
        default: String(describing: self)
        }
    }
}

/// Lines of a stream that are no posts (X's documentation, 'Streaming message types').
enum X1LineKey: Int, JSONKey {
    case delete, status, idText

    var name: String { self == .idText ? "id_str" : String(describing: self) }
}
