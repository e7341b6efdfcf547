/// Reads the objects of an export: pages of results, single posts, lines of a compliance job.
struct XLines {
    private var line = JSONFields<XLineKey>()
    private var posts: XPostReader
    private var missing = 0
    private var deletions = 0

    init(options: ExportOptions) { posts = XPostReader(options: options) }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        line.read(record.root, in: &record)
        missing += record.elements(of: line[.errors]).count
        posts.includes.read(line[.includes], in: &record)
        if line[.data] != nil || (line[.id] == nil && line[.meta] != nil) {
            try readPage(&record, at: place, yield: yield)
        } else if line[.text] == nil, let action = record.string(line[.action]) {
            deletions += 1
            let id = record.scalar(line[.id]) ?? "?"
            try yield(.skipped(place, reason: "a compliance line ('\(action)' of \(id)), not a message"))
        } else {
            try readPost(record.root, in: &record, at: place, yield: yield)
        }
    }

    /// What the export as a whole lacks.
    func finish(yield: (ExportEvent) throws -> Void) throws {
        if posts.editedCount > 0 {
            try yield(.note("\(posts.editedCount) posts were edited; each version is a post with an id of its own."))
        }
        if posts.repostCount > 0 {
            try yield(.note("\(posts.repostCount) reposts; X gives only the beginning of their text."))
        }
        if missing > 0 { try yield(.note("X reports \(missing) posts or accounts that it does not show.")) }
        if deletions > 0 { try yield(.note("\(deletions) compliance lines; they change no message here.")) }
    }

    private mutating func readPage(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        guard let data = line[.data], record.kind(of: data) == .array else {
            // A page with one result has an object, a page without results no `data`.
            guard let data = line[.data], !record.isMissing(data) else { return }
            return try readPost(data, in: &record, at: place, yield: yield)
        }
        let path = place.unit == .line ? "\(place): data" : "data"
        for (number, element) in record.elements(of: data).enumerated() {
            let offset = place.byteOffset + record.start(of: element)
            try readPost(
                element, in: &record, at: ExportPlace(unit: .item, number: number, path: path, byteOffset: offset),
                yield: yield)
        }
    }

    private mutating func readPost(
        _ value: JSONValue, in record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        if value != record.root { record.repairs = [] }
        let kind = record.kind(of: value)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        guard let message = posts.message(value, in: &record, at: place) else {
            return try yield(.skipped(place, reason: "no id and no text"))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }
}
