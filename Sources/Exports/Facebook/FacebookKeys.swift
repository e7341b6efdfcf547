// The fields that the reader takes of the Graph API's nodes ('Comment', 'Post' and 'Message' of its reference).

enum FacebookNodeKey: Int, JSONKey {
    case id, message, story, from, to, parent, comments, attachment, attachments, likes, shares
    case createdTime, likeCount, commentCount, canRemove, isHidden, isPrivate, permalink, updatedTime

    var name: String {
        switch self {
        case .createdTime: "created_time"
        case .likeCount: "like_count"
        case .commentCount: "comment_count"
        case .canRemove: "can_remove"
        case .isHidden: "is_hidden"
        case .isPrivate: "is_private"
        case .permalink: "permalink_url"
        case .updatedTime: "updated_time"
        default: String(describing: self)
        }
    }
}

/// Accounts, attachments, edges and counts have few fields, and none means two things.
enum FacebookPartKey: Int, JSONKey {
    case id, name, title, type, data, count, summary, total

    var name: String { self == .total ? "total_count" : String(describing: self) }
}
