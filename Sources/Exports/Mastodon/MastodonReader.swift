/// What Mastodon's API answers: the context of a status, or an array of statuses (timelines, an account's statuses).
package enum MastodonReader: ExportReader {
    package static let format = "mastodon"
    package static let summary = "Mastodon API JSON: context of a status, or an array of statuses"
    package static let lacks = "deleted statuses, earlier wordings, and the status that a context belongs to"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        if content.first == UInt8(ascii: "[") {
            let keys = topLevelKeys(content.dropFirst())
            return ["id", "created_at", "uri", "in_reply_to_id", "visibility"].allSatisfy(keys.contains)
                ? .certain : .no
        }
        let keys = topLevelKeys(content)
        let isContext = keys.contains("ancestors") || keys.contains("descendants")
        guard isContext, keys.allSatisfy({ $0 == "ancestors" || $0 == "descendants" }) else { return .no }
        return keys.count == 2 || hasMark("\"in_reply_to_id\"", in: content) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Mastodon gives neither deleted statuses nor what edited ones said before."))
        var document = MastodonDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}

private struct MastodonDocument {
    private var reader: MastodonStatusReader
    private var replies = MastodonReplies()
    private var boosts = 0
    private var lists = 0

    init(options: ExportOptions) { reader = MastodonStatusReader(options: options) }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        if try walker.peek() == UInt8(ascii: "[") {
            try readStatuses(&walker, path: "statuses", yield: yield)
        } else {
            try readContext(&walker, yield: yield)
        }
        try walker.finish()
        try replies.release(yield)
        if boosts > 0 { try yield(.note("\(boosts) boosts have no words of their own and were passed over.")) }
    }

    private mutating func readContext(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            if key == "ancestors" || key == "descendants" {
                try readStatuses(&walker, path: key, yield: yield)
            } else {
                try walker.skip()
            }
        }
        guard lists > 0 else {
            throw walker.malformed("there is no 'ancestors' and no 'descendants'")
        }
        try yield(.note("A context is without the status that it belongs to; add it from its own answer."))
    }

    private mutating func readStatuses(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        lists += 1
        try walker.eachRecord(of: path, yield: yield) { record, place in
            switch reader.read(&record, at: place) {
            case .boost: boosts += 1
            case .unusable(let reason): try yield(.skipped(place, reason: reason))
            case .status(let status): try replies.take(status, yield: yield)
            }
        }
    }
}
