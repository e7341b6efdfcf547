/// Answers of the X API v2 as twarc2 writes them: one page of results a line, or flattened, one post a line. A page
/// that was saved over several lines is read too.
///
/// A page names its authors behind its results, so it is held whole: one of more than 4 MiB is passed over with its
/// place, and `twarc2 flatten` makes lines of it that fit.
package enum XReader: ExportReader {
    package static let format = "x"
    package static let summary = "X API v2 (twarc2): pages or posts, JSON Lines"
    package static let lacks = "deleted posts"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = Set(topLevelKeys(head))
        let isPost =
            keys.isSuperset(of: ["id", "author_id", "conversation_id", "text"])
            && !keys.isDisjoint(with: ["public_metrics", "referenced_tweets", "in_reply_to_user_id", "lang", "author"])
        if isPost || keys.contains("__twarc") || keys.isSuperset(of: ["id", "text", "edit_history_tweet_ids"])
            || keys.isSuperset(of: ["id", "action", "redacted_at"])
        {
            return .certain
        }
        guard keys.contains("data") || keys.contains("includes") else { return .no }
        let hasMarks =
            hasMark("\"edit_history_tweet_ids\"", in: head)
            || (hasMark("\"author_id\"", in: head) && hasMark("\"conversation_id\"", in: head))
        return hasMarks ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("X exports hold neither deleted posts nor who of the accounts is ours."))
        var reader = XLines(options: options)
        if standsOnSeveralLines(source.head) {
            try readDocuments(&source, &reader, yield: yield)
        } else {
            try readLines(&source, &reader, yield: yield)
        }
        try reader.finish(yield: yield)
    }

    private static func readLines(
        _ source: inout ByteSource, _ reader: inout XLines, yield: (ExportEvent) throws -> Void
    ) throws {
        try eachLineRecord(&source, tooLarge: "page larger than 4 MiB; use twarc2 flatten", yield: yield) {
            try reader.read(&$0, at: $1, yield: yield)
        }
    }

    private static func readDocuments(
        _ source: inout ByteSource, _ reader: inout XLines, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try walker.eachObject(as: "pages", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
    }
}

/// Whether the first line holds the beginning of an object and not the end: indented JSON.
func standsOnSeveralLines(_ head: ArraySlice<UInt8>) -> Bool {
    let start = head.drop(while: isJSONBlank)
    guard let end = start.firstIndex(of: 0x0A) else { return false }
    let first = start[..<end].drop { isJSONBlank($0) }
    guard let behind = first.dropFirst().first(where: { !isJSONBlank($0) }) else { return true }
    return behind != UInt8(ascii: "\"") && behind != UInt8(ascii: "}")
}
