/// Answers of the Google Business Profile API (My Business API v4): reviews of one place (`reviews`) or of several
/// (`locationReviews`), one or several pages in a file, or single reviews one after the other.
package enum GoogleBusinessReader: ExportReader {
    package static let format = "googlebusiness"
    package static let summary = "Google Business Profile API JSON: reviews with the owner's replies"
    package static let lacks = "no author ids, no language, no name of the place"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("reviews") || keys.contains("locationReviews") || isReview(keys) else { return .no }
        let hasMarks = hasMark("\"reviewId\"", in: head) || hasMark("\"reviewer\"", in: head)
        let isWord = starWords.contains { hasMark($0, in: head) }
        return hasMarks && isWord && hasMark("\"starRating\"", in: head) ? .certain : .no
    }

    private static let starWords: [StaticString] = [
        "\"ONE\"", "\"TWO\"", "\"THREE\"", "\"FOUR\"", "\"FIVE\"", "\"STAR_RATING_UNSPECIFIED\"",
    ]

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Google names reviewers by their shown name only, and anonymous ones not at all."))
        var reader = GoogleBusinessReviewReader(options: options)
        if try isReview(topLevelKeys(walker.upcoming())) {
            try walker.eachObject(as: "reviews", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        } else {
            try walker.eachPage(listing: ["reviews", "locationReviews"], yield: yield) {
                try reader.read(&$1, at: $2, yield: yield)
            }
        }
    }

    private static func isReview(_ keys: [String]) -> Bool { keys.contains("starRating") && keys.contains("reviewer") }
}
