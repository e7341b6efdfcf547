/// Walks through an answer of Bluesky's API. Threads are nested without limit, so the walk keeps a list of what is
/// open instead of calling itself, and holds one post at a time.
struct BlueskyDocument {
    /// What a container that is open is.
    private enum Level {
        /// An object around a post, with those above and below it.
        case view
        /// An array of views.
        case views
    }

    private var reader: BlueskyViewReader
    private var record = JSONRecord()
    private var levels: [Level] = []
    private var number = 0
    private var placeholders: [String: Int] = [:]

    init(options: ExportOptions) { reader = BlueskyViewReader(options: options) }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        levels = [.view]
        while let level = levels.last {
            switch level {
            case .view: try readKey(&walker, yield: yield)
            case .views: try readElement(&walker)
            }
        }
        try walker.finish()
        for (kind, count) in placeholders.sorted(by: { $0.key < $1.key }) {
            try yield(.note("\(count) posts are not shown (\(kind))."))
        }
    }

    private mutating func readElement(_ walker: inout JSONWalker) throws {
        guard try walker.nextElement() else {
            levels.removeLast()
            return
        }
        try open(.view, &walker)
    }

    private mutating func readKey(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard let key = try walker.nextKey() else {
            levels.removeLast()
            return
        }
        // A feed repeats what its posts answer; in a thread the posts above are part of the answer.
        switch key {
        case "thread", "parent": try open(.view, &walker)
        case "replies", "feed": try open(.views, &walker)
        case "post": try readPost(&walker, path: "posts", yield: yield)
        case "posts", "records", "postRecords":
            guard try walker.peek() == UInt8(ascii: "[") else { return try pass(&walker) }
            try walker.eachRecord(of: key, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        case "accountMeta":
            if case .decoded = try walker.decode(into: &record) { reader.readAccount(&record) }
        case "capturedAt":
            if case .decoded = try walker.decode(into: &record), let written = record.string(record.root),
                let stamp = exportedTime(written, in: nil)?.milliseconds
            {
                try yield(.exportedAt(stamp))
            }
        case "$type":
            if case .decoded = try walker.decode(into: &record), let type = record.string(record.root) { count(type) }
        default: try pass(&walker)
        }
    }

    private mutating func open(_ level: Level, _ walker: inout JSONWalker) throws {
        guard try walker.enter(level == .view ? "{" : "[") else { return try pass(&walker) }
        levels.append(level)
    }

    /// Passes over a value at any depth.
    private func pass(_ walker: inout JSONWalker) throws { _ = try walker.cut() }

    private mutating func readPost(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        _ = try walker.peek()
        let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: walker.window.offset)
        number += 1
        switch try walker.decode(into: &record) {
        case .refused(let reason): try yield(.skipped(place, reason: reason))
        case .decoded where record.kind(of: record.root) != .object:
            try yield(.skipped(place, reason: notAnObject(record.kind(of: record.root))))
        case .decoded: try reader.read(&record, at: place, yield: yield)
        }
    }

    /// Deleted posts and those whose author blocks or is blocked have a place in the thread and no content.
    private mutating func count(_ type: String) {
        guard let mark = type.lastIndex(of: "#") else { return }
        switch type[mark...] {
        case "#notFoundPost": placeholders["not found", default: 0] += 1
        case "#blockedPost": placeholders["blocked", default: 0] += 1
        default: break
        }
    }
}
