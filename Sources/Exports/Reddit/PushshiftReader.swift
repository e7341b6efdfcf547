/// Dumps of Pushshift and arctic_shift: a comment or a post a line (`RC_2018-02`, `RS_2018-02`), unpacked.
package enum PushshiftReader: ExportReader {
    package static let format = "pushshift"
    package static let summary = "Reddit dumps of Pushshift and arctic_shift (JSON Lines)"
    package static let lacks = "what happened after the dump was made"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = firstLineKeys(head)
        guard keys.contains("subreddit"), keys.contains("created_utc") else { return .no }
        return keys.contains("body") || keys.contains("title") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("Reddit dumps hold each message as it was when it was fetched, without earlier versions."))
        var reader = RedditMessageReader()
        try eachLineRecord(&source, yield: yield) { record, place in
            try reader.read(record.root, kind: nil, in: &record, at: place, yield: yield)
        }
    }
}
