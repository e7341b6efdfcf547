/// Answers of the Google Play Developer API: `reviews.list`, one or several pages in a file, and `reviews.get`, one or
/// several reviews one after the other.
package enum GooglePlayAPIReader: ExportReader {
    package static let format = "googleplay-api"
    package static let summary = "Google Play Developer API JSON: reviews with the developer's replies"
    package static let lacks = "no author ids, no app name, no first version of an edited review, one week only"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("reviews") || isReview(keys) else { return .no }
        let hasComment = hasMark("\"userComment\"", in: head) || hasMark("\"developerComment\"", in: head)
        return hasComment && hasMark("\"reviewId\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(
            .note(
                "Google Play's API gives the time of the last change only, of reviews of the last week; "
                    + "the app is not named: --channel PACKAGE names it."))
        var reader = GooglePlayReviewReader(options: options)
        if try isReview(topLevelKeys(walker.upcoming())) {
            try walker.eachObject(as: "reviews", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        } else {
            try walker.eachPage(listing: ["reviews"], yield: yield) { try reader.read(&$1, at: $2, yield: yield) }
        }
    }

    private static func isReview(_ keys: [String]) -> Bool { keys.contains("reviewId") && !keys.contains("reviews") }
}
