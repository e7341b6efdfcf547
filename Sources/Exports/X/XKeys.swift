// The fields that the reader takes of the X API v2 ('Data dictionary' of its documentation) and of what twarc2 adds.

/// A line: a response page, a post, or a line of a compliance job.
enum XLineKey: Int, JSONKey {
    case data, includes, errors, meta, id, text, action, reason
}

enum XPostKey: Int, JSONKey {
    case id, text, authorID, createdAt, conversationID, referenced, metrics, attachments, editHistory, note, language
    case author

    var name: String {
        switch self {
        case .authorID: "author_id"
        case .createdAt: "created_at"
        case .conversationID: "conversation_id"
        case .referenced: "referenced_tweets"
        case .metrics: "public_metrics"
        case .editHistory: "edit_history_tweet_ids"
        case .note: "note_tweet"
        case .language: "lang"
        default: String(describing: self)
        }
    }
}

enum XIncludesKey: Int, JSONKey {
    case users, media
}

enum XUserKey: Int, JSONKey {
    case id, username, name
}

/// Metrics, references, attachments, media and long texts have few fields, and none means two things.
enum XPartKey: Int, JSONKey {
    case type, id, text, likes, reposts, mediaKeys, media, mediaKey, url, preview

    var name: String {
        switch self {
        case .likes: "like_count"
        case .reposts: "retweet_count"
        case .mediaKeys: "media_keys"
        case .mediaKey: "media_key"
        case .preview: "preview_image_url"
        default: String(describing: self)
        }
    }
}
