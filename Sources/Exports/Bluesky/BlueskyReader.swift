/// What Bluesky's API answers: a thread (`getPostThread`), a feed, a list of posts or of records; and captures of its
/// moderation tools.
package enum BlueskyReader: ExportReader {
    package static let format = "bluesky"
    package static let summary = "Bluesky API JSON: thread, feed, posts or records"
    package static let lacks = "no deleted posts, no edits"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = Set(topLevelKeys(head))
        let lists = ["thread", "feed", "posts", "records", "postRecords"]
        guard !keys.isDisjoint(with: lists) else { return .no }
        if keys.contains("thread"), hasMark("\"app.bsky.feed.defs#", in: head) { return .certain }
        return hasMark("\"app.bsky.feed.post\"", in: head) && hasMark("\"uri\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Bluesky gives neither deleted posts nor who of the accounts is ours."))
        var document = BlueskyDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}
