// The fields that the readers take of the archive beside those of the posts (`X1Keys.swift`).

/// An element of an archive's array: an object around what it holds.
enum XArchiveItemKey: Int, JSONKey {
    case tweet, account, noteTweet
}

/// `note-tweet.js`
enum XArchiveNoteKey: Int, JSONKey {
    case core, text
}

/// `account.js`
enum XArchiveAccountKey: Int, JSONKey {
    case id, handle, name

    var name: String {
        switch self {
        case .id: "accountId"
        case .handle: "username"
        case .name: "accountDisplayName"
        }
    }
}

/// An event of a conversation in `direct-messages.js`.
enum XArchiveMessageKey: Int, JSONKey {
    case messageCreate, id, text, senderId, createdAt, mediaUrls, urls, expanded
}
