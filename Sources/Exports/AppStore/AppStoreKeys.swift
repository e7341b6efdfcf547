// The fields that the reader takes of the App Store Connect API (its reference, 'Customer Reviews').

/// A resource, a relationship, and the reference that it holds.
enum AppStoreResourceKey: Int, JSONKey {
    case type, id, attributes, relationships, response, review, data
}

/// The attributes of `CustomerReview` and `CustomerReviewResponseV1`.
enum AppStoreAttributeKey: Int, JSONKey {
    case rating, title, body, reviewerNickname, createdDate, responseBody, lastModifiedDate, state
}

/// `PagedDocumentLinks`.
enum AppStoreLinkKey: Int, JSONKey {
    case own, first, next

    var name: String { self == .own ? "self" : String(describing: self) }
}
