// The fields that the reader takes of the views and records of Bluesky's API (`app.bsky.feed.defs`).

/// A view of a post, or a record as `com.atproto.repo.listRecords` gives it.
enum BlueskyViewKey: Int, JSONKey {
    case uri, author, record, value, likeCount, repostCount, indexedAt, labels
}

enum BlueskyAuthorKey: Int, JSONKey {
    case did, handle, displayName
}

enum BlueskyRecordKey: Int, JSONKey {
    case text, createdAt, reply, facets, embed, langs
}

/// Replies, facets, embeds, labels and the account of a capture have few fields, and none means two things.
enum BlueskyPartKey: Int, JSONKey {
    case root, parent, uri, index, features, byteStart, byteEnd, media, record, images, external, video, alt, image, ref
    case cid, link, val, neg, identity, profile, did, handle, name

    var name: String {
        switch self {
        case .link: "$link"
        case .identity: "Identity"
        case .profile: "Profile"
        case .did: "DID"
        case .handle: "Handle"
        case .name: "DisplayName"
        default: String(describing: self)
        }
    }
}
