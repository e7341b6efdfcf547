/// Answers of the YouTube Data API v3: lists of comment threads or comments, one or several in a file, or single
/// ones, one a line. Lists are read thread by thread; only a thread is held, so that 4 MiB limit a thread and no list.
package enum YouTubeReader: ExportReader {
    package static let format = "youtube"
    package static let summary = "YouTube Data API JSON: comment threads and comments"
    package static let lacks = "deleted comments; a status only for the channel's owner"

    private static let kinds: [StaticString] = [
        "\"youtube#commentThreadListResponse\"", "\"youtube#commentListResponse\"", "\"youtube#commentThread\"",
        "\"youtube#comment\"",
    ]

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("kind") || keys.contains("items") else { return .no }
        return kinds.contains { hasMark($0, in: head) } ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(
            .note("YouTube exports hold neither deleted comments nor, unless the owner asked, those held for review."))
        let isList = !topLevelKeys(source.head).contains("snippet")
        var threads = YouTubeThreads(options: options)
        var record = JSONRecord()
        var number = 0
        repeat {
            if isList {
                try readList(&walker, number: number, &threads, &record, yield: yield)
            } else {
                let place = ExportPlace(
                    unit: .item, number: number, path: "comments", byteOffset: walker.window.offset)
                try readItem(&walker, at: place, &threads, &record, yield: yield)
            }
            number += 1
        } while try walker.peek() != nil
        try threads.finish(yield: yield)
    }

    private static func readList(
        _ walker: inout JSONWalker, number: Int, _ threads: inout YouTubeThreads, _ record: inout JSONRecord,
        yield: (ExportEvent) throws -> Void
    ) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        let path = number == 0 ? "items" : "pages[\(number)].items"
        while let key = try walker.nextKey() {
            guard key == "items" else {
                try walker.skip()
                continue
            }
            guard try walker.enter("[") else { throw walker.malformed("'items' is no array") }
            var item = 0
            while try walker.nextElement() {
                let place = ExportPlace(unit: .item, number: item, path: path, byteOffset: walker.window.offset)
                item += 1
                try readItem(&walker, at: place, &threads, &record, yield: yield)
            }
        }
    }

    private static func readItem(
        _ walker: inout JSONWalker, at place: ExportPlace, _ threads: inout YouTubeThreads,
        _ record: inout JSONRecord, yield: (ExportEvent) throws -> Void
    ) throws {
        switch try walker.decode(into: &record) {
        case .refused(let reason): try yield(.skipped(place, reason: reason))
        case .decoded: try threads.read(&record, at: place, yield: yield)
        }
    }
}
