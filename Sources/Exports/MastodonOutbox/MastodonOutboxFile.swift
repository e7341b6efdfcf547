/// Reads an outbox, which is a collection or, as some tools save it, the array of its activities.
struct MastodonOutboxFile {
    private var reader: MastodonNoteReader
    private var boosts = 0
    private var others = 0
    private var hidden = 0
    private var owner: ExportedAccount?

    init(options: ExportOptions, actor: MastodonActor?) {
        reader = MastodonNoteReader(options: options, actor: actor)
    }

    mutating func read(_ source: inout ByteSource, yield: (ExportEvent) throws -> Void) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        if try walker.peek() == UInt8(ascii: "[") {
            try readActivities(&walker, path: "activities", yield: yield)
        } else {
            guard try walker.enter("{") else { throw walker.malformed("no object") }
            while let key = try walker.nextKey() {
                if key == "orderedItems" {
                    try readActivities(&walker, path: key, yield: yield)
                } else {
                    try walker.skip()
                }
            }
        }
        try walker.finish()
        try finish(yield: yield)
    }

    private mutating func readActivities(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        try walker.eachRecord(of: path, yield: yield) { record, place in
            switch reader.read(&record, at: place) {
            case .boost: boosts += 1
            case .other: others += 1
            case .unusable(let reason): try yield(.skipped(place, reason: reason))
            case .message(let message):
                if owner == nil, let account = message.account {
                    owner = account
                    try yield(.owner(reader.channel, account))
                }
                if message.isPrivate { hidden += 1 }
                try yield(.message(message))
                if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
            }
        }
    }

    private func finish(yield: (ExportEvent) throws -> Void) throws {
        if boosts > 0 { try yield(.note("\(boosts) boosts have no words of their own and were passed over.")) }
        if hidden > 0 { try yield(.note("\(hidden) posts are for followers or for those they mention only.")) }
        if others > 0 { try yield(.note("\(others) activities are no posts and were passed over.")) }
    }
}
