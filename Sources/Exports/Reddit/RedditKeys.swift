/// The fields that the readers take from comments (`t1`), posts (`t3`) and private messages (`t4`); the same names in
/// listings of the API and in the dumps of Pushshift and arctic_shift.
enum RedditKey: Int, JSONKey {
    case id, name, subreddit, author, body, title, selftext, url, permalink, context, subject, replies, distinguished
    case score, edited, spam, removed, linkID, parentID, linkTitle, createdTime, hidesScore, removedBy, meta

    var name: String {
        switch self {
        case .linkID: "link_id"
        case .parentID: "parent_id"
        case .linkTitle: "link_title"
        case .createdTime: "created_utc"
        case .hidesScore: "score_hidden"
        case .removedBy: "removed_by_category"
        case .meta: "_meta"
        default: String(describing: self)
        }
    }
}

/// What arctic_shift saw of a record when it looked a second time.
enum RedditMetaKey: Int, JSONKey {
    case wasDeletedLater, removalType

    var name: String { self == .removalType ? "removal_type" : "was_deleted_later" }
}

/// A thing of the API, its `data`, and what listings and `more` stubs hold.
enum RedditThingKey: Int, JSONKey {
    case kind, data, children, count
}
