/// Comments and posts of Facebook's 'Download your information' in JSON: `comments.json` and `your_posts_1.json` in
/// the layouts of several years.
package enum FacebookDYIReader: ExportReader {
    package static let format = "facebook-dyi"
    package static let summary = "Facebook 'Download your information' (JSON): own comments and posts"
    package static let lacks = "no ids, no replies by others, no likes, no author of posts"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        guard content.first == UInt8(ascii: "[") else {
            return topLevelKeys(content).contains { isList($0) && $0.hasSuffix("_v2") } ? .certain : .no
        }
        let keys = Set(topLevelKeys(content.dropFirst()))
        guard keys.contains("timestamp"), keys.isSubset(of: itemKeys) else { return .no }
        if keys.contains("label_values") { return hasMark("\"label\"", in: content) ? .certain : .no }
        guard keys.contains("data") || keys.contains("attachments") else { return .no }
        let marks: [StaticString] = ["\"post\"", "\"comment\"", "\"update_timestamp\"", "\"external_context\""]
        return marks.contains { hasMark($0, in: content) } ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(
            .note(
                "Facebook's download holds what its owner wrote, without ids, and names what it answers in a sentence.")
        )
        var reader = FacebookItemReader(options: options)
        if try walker.peek() == UInt8(ascii: "[") {
            try readItems(&walker, &reader, path: "items", yield: yield)
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
        if reader.emptyCount > 0 {
            try yield(.note("\(reader.emptyCount) entries hold no words and no file and were passed over."))
        }
    }

    private static func readItems(
        _ walker: inout JSONWalker, _ reader: inout FacebookItemReader, path: String,
        yield: (ExportEvent) throws -> Void
    ) throws {
        try walker.eachRecord(of: path, yield: yield) { record, place in
            guard let message = reader.message(&record, at: place) else { return }
            try yield(.message(message))
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
    }

    private static let itemKeys: Set<String> = [
        "timestamp", "data", "attachments", "title", "label_values", "media", "fbid", "tags",
    ]

    /// `comments_v2`, `comments`, `group_posts_v2`
    private static func isList(_ key: String) -> Bool {
        let plain = key.hasSuffix("_v2") ? key.dropLast(3) : key[...]
        return ["comments", "posts", "group_comments", "group_posts"].contains(plain)
    }
}
