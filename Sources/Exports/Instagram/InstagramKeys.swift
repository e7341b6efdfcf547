// The fields that the reader takes of the Instagram Graph API's nodes ('IG Comment' and 'IG Media' of its reference).

enum InstagramNodeKey: Int, JSONKey {
    case id, text, caption, timestamp, username, from, user, owner, hidden, media, replies, comments, permalink
    case likeCount, parentID, mediaType, mediaAddress, children

    var name: String {
        switch self {
        case .likeCount: "like_count"
        case .parentID: "parent_id"
        case .mediaType: "media_type"
        case .mediaAddress: "media_url"
        default: String(describing: self)
        }
    }
}

/// Accounts, media and edges have few fields, and none means two things.
enum InstagramPartKey: Int, JSONKey {
    case id, username, data, mediaAddress

    var name: String { self == .mediaAddress ? "media_url" : String(describing: self) }
}
