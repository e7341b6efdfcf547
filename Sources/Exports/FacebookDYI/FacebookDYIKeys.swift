// The fields that the reader takes of Facebook's 'Download your information' in JSON.

/// An element of `comments_v2` or of a list of posts.
enum FacebookItemKey: Int, JSONKey {
    case timestamp, data, attachments, title, labels, media

    var name: String { self == .labels ? "label_values" : String(describing: self) }
}

/// Data, comments, attachments, media and labelled values have few fields, and none means two things.
enum FacebookValueKey: Int, JSONKey {
    case comment, post, timestamp, author, group, data, uri, url, name, title, description, label, value, href
    case media, place, external, updated, labelled

    var name: String {
        switch self {
        case .external: "external_context"
        case .updated: "update_timestamp"
        case .labelled: "timestamp_value"
        default: String(describing: self)
        }
    }
}
