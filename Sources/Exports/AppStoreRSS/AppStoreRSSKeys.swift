// The fields that the reader takes of the feed. Each value is an object with a `label`.

/// An entry: a review, or the app itself.
enum AppStoreEntryKey: Int, JSONKey {
    case id, author, updated, rating, title, content, voteSum, appName

    var name: String {
        switch self {
        case .rating: "im:rating"
        case .voteSum: "im:voteSum"
        case .appName: "im:name"
        default: String(describing: self)
        }
    }
}

/// A value, and the author.
enum AppStoreLabelKey: Int, JSONKey {
    case label, name, uri
}
