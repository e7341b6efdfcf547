// The fields that the reader takes of the Google Play Developer API v3 (its reference, 'REST Resource: reviews').

/// `Review`, and each of its `comments`.
enum GooglePlayReviewKey: Int, JSONKey {
    case reviewId, authorName, comments, userComment, developerComment
}

/// `UserComment` and `DeveloperComment`.
enum GooglePlayCommentKey: Int, JSONKey {
    case text, originalText, lastModified, starRating, reviewerLanguage, thumbsUpCount
}

/// `Timestamp`.
enum GooglePlayStampKey: Int, JSONKey {
    case seconds, nanos
}
