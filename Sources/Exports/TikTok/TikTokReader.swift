/// Comments in TikTok's data download (`user_data_tiktok.json`): `Comment.Comments.CommentsList`, in newer files inside
/// `Your Activity`. The letters' case changes from year to year.
package enum TikTokReader: ExportReader {
    package static let format = "tiktok"
    package static let summary = "TikTok data download (JSON): own comments"
    package static let lacks = "no ids, no replies, no author"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head).map { $0.lowercased() }
        guard keys.contains(where: { containers.contains($0) || $0.hasPrefix("profile") }) else { return .no }
        let marks: [StaticString] = [
            "\"CommentsList\"", "\"commentsList\"", "\"FavoriteVideoList\"", "\"FavoriteEffectsList\"",
            "\"ProfileMap\"",
            "\"ItemFavoriteList\"",
        ]
        return marks.contains { hasMark($0, in: head) } ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(
            .note("TikTok's download holds what its owner wrote, without ids; who that is stands elsewhere in it."))
        var comments = TikTokComments(options: options)
        var lists = 0
        var depth = 0
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while depth >= 0 {
            guard let key = try walker.nextKey()?.lowercased() else {
                depth -= 1
                continue
            }
            let first = try walker.peek()
            if key == "commentslist", first == UInt8(ascii: "[") {
                lists += 1
                try comments.read(&walker, yield: yield)
            } else if containers.contains(key), first == UInt8(ascii: "{"), try walker.enter("{") {
                depth += 1
            } else {
                try walker.skip()
            }
        }
        try walker.finish()
        if lists == 0 { try yield(.note("The download holds no comments.")) }
    }

    /// On the way to the list.
    private static let containers: Set<String> = ["comment", "comments", "activity", "your activity"]
}
