// The fields that the reader takes of the My Business API v4 (its reference, 'accounts.locations.reviews').

/// `Review`, and the wrapper of `batchGetReviews`.
enum GoogleBusinessReviewKey: Int, JSONKey {
    case name, reviewId, reviewer, starRating, comment, createTime, updateTime, reviewReply, review
}

/// `Reviewer` and `ReviewReply`.
enum GoogleBusinessPartKey: Int, JSONKey {
    case displayName, isAnonymous, comment, updateTime
}
