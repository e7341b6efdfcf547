/// What Reddit's API answers (`….json`): a listing, the listings of a post and its comments, or the things that
/// `morechildren` gives. A comment with all its replies is one record of at most 4 MiB and 64 levels of JSON, which
/// are twelve levels of replies; the API gives ten.
package enum RedditListingReader: ExportReader {
    package static let format = "reddit"
    package static let summary = "Reddit API JSON: a listing, or a post with its comments"
    package static let lacks = "comments behind 'more', and words that were removed"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        var content = head.drop(while: isJSONBlank)
        if content.first == UInt8(ascii: "[") { content = content.dropFirst() }
        let keys = topLevelKeys(content)
        guard !keys.isEmpty, hasMark("\"kind\"", in: content) else { return .no }
        if keys.allSatisfy({ $0 == "kind" || $0 == "data" }) {
            let isListing = hasMark("\"Listing\"", in: content)
            let hasThings = hasMark("\"subreddit\"", in: content) && hasMark("\"children\"", in: content)
            return isListing || hasThings ? .certain : .no
        }
        return keys == ["json"] && hasMark("\"things\"", in: content) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Reddit listings hold neither earlier versions of messages nor the words of deleted ones."))
        var things = RedditThings()
        if try walker.peek() == UInt8(ascii: "[") {
            try things.readListings(&walker, yield: yield)
        } else {
            try things.readDocument(&walker, path: "", yield: yield)
        }
        try walker.finish()
        guard things.lists > 0 else {
            throw ExportError.malformed(place: "the end", reason: "there is no 'children' and no 'things'")
        }
        try things.report(yield)
    }
}
