/// Answers of Steam's `appreviews`: user reviews with the developer's responses, one or several pages in a file.
package enum SteamReader: ExportReader {
    package static let format = "steam"
    package static let summary = "Steam appreviews JSON: user reviews with the developer's responses"
    package static let lacks = "no app name, no comments below reviews, thumbs instead of stars"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("reviews"), hasMark("\"recommendationid\"", in: head) else { return .no }
        return hasMark("\"voted_up\"", in: head) || hasMark("\"steamid\"", in: head) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(
            .note(
                "Steam knows thumbs, no stars: recommended counts as 5, not recommended as 1; "
                    + "the app is not named: --channel NAME names it."))
        var reader = SteamReviewReader(options: options)
        try walker.eachPage(
            listing: ["reviews"], yield: yield,
            other: { key, walker in
                guard key == "query_summary", try walker.peek() == UInt8(ascii: "{") else { return false }
                try reader.readSummary(&walker)
                return true
            }, take: { try reader.read(&$1, at: $2, yield: yield) })
        try reader.finish(yield: yield)
    }
}
