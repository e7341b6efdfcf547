/// The fields of a post.
enum DiscourseKey: Int, JSONKey {
    case id, postNumber, replyTo, username, name, userID, createdAt, updatedAt, cooked, raw, postType, actions
    case deletedAt, userDeleted, hidden, version, moderator, admin, staff, actionCode, topicID, topicSlug, topicTitle

    var name: String {
        switch self {
        case .postNumber: "post_number"
        case .replyTo: "reply_to_post_number"
        case .userID: "user_id"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        case .postType: "post_type"
        case .actions: "actions_summary"
        case .deletedAt: "deleted_at"
        case .userDeleted: "user_deleted"
        case .actionCode: "action_code"
        case .topicID: "topic_id"
        case .topicSlug: "topic_slug"
        case .topicTitle: "topic_title"
        default: String(describing: self)
        }
    }
}

/// One entry of `actions_summary`: what readers did to a post, and how often. 2 is a like; flags differ by site.
enum DiscourseActionKey: Int, JSONKey {
    case id, count
}
