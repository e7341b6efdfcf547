// The fields that the reader takes of the YouTube Data API v3 (its reference, 'CommentThreads' and 'Comments').

/// `commentThread` and `comment`.
enum YouTubeItemKey: Int, JSONKey {
    case id, snippet, replies
}

/// The snippet of a thread.
enum YouTubeThreadKey: Int, JSONKey {
    case videoId, channelId, topLevelComment, totalReplyCount, isPublic
}

/// The snippet of a comment.
enum YouTubeCommentKey: Int, JSONKey {
    case videoId, channelId, parentId, textDisplay, textOriginal, authorDisplayName, authorChannelId, likeCount
    case publishedAt, updatedAt, moderationStatus
}

/// `authorChannelId` and `replies`.
enum YouTubePartKey: Int, JSONKey {
    case value, comments
}
