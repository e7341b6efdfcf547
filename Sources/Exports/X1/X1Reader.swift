/// Answers of the X API v1.1: one post a line (twarc1), an array of posts (timelines), a page of search results, posts
/// one after the other; with what a stream says between its posts.
package enum X1Reader: ExportReader {
    package static let format = "x1"
    package static let summary = "X API v1.1 (twarc1): posts, JSON Lines or JSON"
    package static let lacks = "no threads, no deleted posts, no earlier versions"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        let keys = topLevelKeys(content.first == UInt8(ascii: "[") ? content.dropFirst() : content)
        if isPost(keys) { return .certain }
        if keys.contains("statuses"), hasMark("\"id_str\"", in: head), hasMark("\"created_at\"", in: head) {
            return .certain
        }
        let isStreamLine = keys == ["delete"] || keys == ["limit"]
        return isStreamLine && hasMark("\"id_str\"", in: head) && hasMark("\"screen_name\"", in: head)
            ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("X's API v1.1 gives neither deleted posts nor who of the accounts is ours."))
        var reader = X1Lines(options: options)
        let first = source.head.first { !isJSONBlank($0) }
        let keys = topLevelKeys(source.head)
        if first == UInt8(ascii: "[") || keys.contains("statuses") {
            try readDocument(&source, &reader, yield: yield)
        } else if standsOnSeveralLines(source.head) {
            try readObjects(&source, &reader, yield: yield)
        } else {
            try eachLineRecord(&source, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        }
        try reader.finish(yield: yield)
    }

    /// `user` may be trimmed away, so any one of the fields that only posts have is enough.
    private static func isPost(_ keys: [String]) -> Bool {
        let keys = Set(keys)
        return keys.isSuperset(of: ["id_str", "created_at"])
            && !keys.isDisjoint(with: ["text", "full_text"])
            && !keys.isDisjoint(with: ["user", "in_reply_to_status_id_str", "favorite_count", "retweet_count"])
    }

    private static func readDocument(
        _ source: inout ByteSource, _ reader: inout X1Lines, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        if try walker.peek() == UInt8(ascii: "[") {
            try walker.eachRecord(of: "posts", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        } else {
            guard try walker.enter("{") else { throw walker.malformed("no object") }
            while let key = try walker.nextKey() {
                guard key == "statuses", try walker.peek() == UInt8(ascii: "[") else {
                    try walker.skip()
                    continue
                }
                try walker.eachRecord(of: key, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
            }
        }
        try walker.finish()
    }

    private static func readObjects(
        _ source: inout ByteSource, _ reader: inout X1Lines, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try walker.eachObject(as: "posts", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
    }
}
