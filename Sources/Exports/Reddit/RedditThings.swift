/// Walks through listings and the replies inside them.
struct RedditThings {
    /// Arrays of things that were there.
    private(set) var lists = 0
    private var reader = RedditMessageReader()
    private var thing = JSONFields<RedditThingKey>()
    private var detail = JSONFields<RedditThingKey>()
    /// Replies that a `more` stub stands for.
    private var missing = 0
    /// Stubs that lead on without a count ('continue this thread').
    private var stubs = 0
    /// Things that are no messages.
    private var others = 0

    /// A list of things that is being gone through.
    private struct Level {
        var list: JSONValue
        var next: JSONValue?
        var number = 0
        var path: String
    }

    mutating func readListings(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("[") else { throw walker.malformed("no array") }
        var number = 0
        while try walker.nextElement() {
            try readDocument(&walker, path: "[\(number)].", yield: yield)
            number += 1
        }
    }

    /// Goes down the keys that lead to a list; there are three, so that recursion cannot go deep.
    mutating func readDocument(
        _ walker: inout JSONWalker, path: String, level: Int = 0, yield: (ExportEvent) throws -> Void
    ) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        while let key = try walker.nextKey() {
            if key == "children" || key == "things" {
                lists += 1
                try walker.eachRecord(of: path + key, yield: yield) { record, place in
                    try read(&record, at: place, yield: yield)
                }
            } else if key == "data" || key == "json", level < 3, try walker.peek() == UInt8(ascii: "{") {
                try readDocument(&walker, path: "\(path)\(key).", level: level + 1, yield: yield)
            } else {
                try walker.skip()
            }
        }
    }

    func report(_ yield: (ExportEvent) throws -> Void) throws {
        if missing > 0 || stubs > 0 {
            let count = missing > 0 ? "\(missing)" : "some"
            try yield(.note("\(count) further replies are not in this export ('more', \(stubs) places)."))
        }
        if others > 0 { try yield(.note("\(others) entries are no messages and were passed over.")) }
    }

    /// The thing that is the record, and all replies in it, in the order of the page. Without recursion.
    private mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        var levels: [Level] = []
        try take(record.root, in: &record, at: place, levels: &levels, yield: yield)
        while let last = levels.indices.last {
            guard let element = levels[last].next else {
                levels.removeLast()
                continue
            }
            levels[last].next = record.next(after: element, in: levels[last].list)
            let offset = place.byteOffset + Int(record.nodes[element.index].start)
            let inner = ExportPlace(
                unit: .item, number: levels[last].number, path: levels[last].path, byteOffset: offset)
            levels[last].number += 1
            record.repairs = []
            try take(element, in: &record, at: inner, levels: &levels, yield: yield)
        }
    }

    private mutating func take(
        _ element: JSONValue, in record: inout JSONRecord, at place: ExportPlace, levels: inout [Level],
        yield: (ExportEvent) throws -> Void
    ) throws {
        thing.read(element, in: &record)
        guard let kind = record.string(thing[.kind]), let data = thing[.data], record.kind(of: data) == .object else {
            return try yield(.skipped(place, reason: "no kind and data"))
        }
        switch kind {
        case "t1", "t3", "t4":
            try reader.read(data, kind: kind, in: &record, at: place, yield: yield)
            open(reader.replies, in: &record, at: place, levels: &levels)
        case "more":
            detail.read(data, in: &record)
            stubs += 1
            missing += min(max(0, record.integer(detail[.count]) ?? 0), 1 << 32)
        default: others += 1
        }
    }

    /// `replies` is a listing, or an empty string.
    private mutating func open(
        _ replies: JSONValue?, in record: inout JSONRecord, at place: ExportPlace, levels: inout [Level]
    ) {
        thing.read(replies, in: &record)
        detail.read(thing[.data], in: &record)
        guard let list = detail[.children], record.kind(of: list) == .array else { return }
        levels.append(Level(list: list, next: record.first(in: list), path: "\(place).replies"))
    }
}
