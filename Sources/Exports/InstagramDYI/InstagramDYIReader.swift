/// Comments of Instagram's 'Download your information' in JSON: `post_comments_1.json`, `reels_comments.json`.
package enum InstagramDYIReader: ExportReader {
    package static let format = "instagram-dyi"
    package static let summary = "Instagram 'Download your information' (JSON): own comments"
    package static let lacks = "no ids, no replies, no author, no post"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        guard content.first == UInt8(ascii: "[") else {
            return topLevelKeys(content).contains(where: isList) ? .certain : .no
        }
        // Logins have such maps too, with network addresses in them, and more keys beside.
        let keys = Set(topLevelKeys(content.dropFirst()))
        let isComment = keys.contains("string_map_data") && keys.isSubset(of: ["string_map_data", "media_list_data"])
        return isComment ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Instagram's download holds what its owner wrote, without ids; who that is it does not say."))
        var reader = InstagramItemReader(options: options)
        if try walker.peek() == UInt8(ascii: "[") {
            try readItems(&walker, &reader, path: "comments", yield: yield)
        } else {
            guard try walker.enter("{") else { throw walker.malformed("no object") }
            while let key = try walker.nextKey() {
                if isList(key), try walker.peek() == UInt8(ascii: "[") {
                    try readItems(&walker, &reader, path: key, yield: yield)
                } else {
                    try walker.skip()
                }
            }
        }
        try walker.finish()
    }

    private static func readItems(
        _ walker: inout JSONWalker, _ reader: inout InstagramItemReader, path: String,
        yield: (ExportEvent) throws -> Void
    ) throws {
        try walker.eachRecord(of: path, yield: yield) { record, place in
            guard let message = reader.message(&record, at: place) else {
                return try yield(.skipped(place, reason: "no comment"))
            }
            try yield(.message(message))
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
    }

    /// `comments_media_comments`, `comments_reels_comments`
    private static func isList(_ key: String) -> Bool {
        key.hasPrefix("comments_") && key.hasSuffix("_comments") && key.utf8.count > "comments__comments".utf8.count
    }
}
