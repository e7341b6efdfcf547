/// Answers of the Instagram Graph API: pages of comments or posts (`data`), objects by id (`?ids=`), single objects;
/// one or several in a file.
package enum InstagramReader: ExportReader {
    package static let format = "instagram"
    package static let summary = "Instagram Graph API JSON: comments and posts"
    package static let lacks = "no deleted comments, no edits; authors only with permission"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard hasMark("\"timestamp\"", in: head), hasMark("+0000\"", in: head) else { return .no }
        let keys = topLevelKeys(head)
        let marks: [StaticString] = [
            "\"username\"", "\"media_type\"", "\"hidden\"", "\"parent_id\"", "\"like_count\"", "\"paging\"",
        ]
        guard let first = keys.first, marks.contains(where: { hasMark($0, in: head) }) else { return .no }
        if keys.contains("timestamp") {
            return Set(keys).isDisjoint(with: ["username", "media_type", "hidden", "parent_id", "like_count"])
                ? .no : .certain
        }
        guard hasMark("\"text\"", in: head) || hasMark("\"media_type\"", in: head) else { return .no }
        return keys.contains("data") || isSnowflake(first) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Graph API exports hold neither deleted comments nor what edited ones said before."))
        let isSingle = topLevelKeys(source.head).contains("timestamp")
        var document = InstagramDocument(options: options)
        repeat {
            if isSingle {
                try document.readObject(&walker, path: "objects", yield: yield)
            } else {
                try document.readPage(&walker, yield: yield)
            }
        } while try walker.peek() != nil
        try document.finish(yield: yield)
    }
}
