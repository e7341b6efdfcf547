/// Reads the objects of an answer or a stream of the API v1.1.
struct X1Lines {
    private var posts: X1PostReader
    private var line = JSONFields<X1LineKey>()
    private var notices = 0

    init(options: ExportOptions) { posts = X1PostReader(options: options) }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        line.read(record.root, in: &record)
        if line[.delete] != nil {
            return try yield(.skipped(place, reason: "a deletion (of \(deletedID(in: &record))), not a message"))
        }
        guard let message = posts.message(record.root, in: &record, at: place) else {
            // `limit`, `scrub_geo`, `warning`, `disconnect`: one key, and nothing that anybody wrote.
            guard isNotice(record) else { return try yield(.skipped(place, reason: "no id and no text")) }
            notices += 1
            return
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    /// What the export as a whole lacks.
    func finish(yield: (ExportEvent) throws -> Void) throws {
        if posts.withoutAuthor > 0 { try yield(.note("\(posts.withoutAuthor) posts do not say who wrote them.")) }
        if posts.repostCount > 0 { try yield(.note("\(posts.repostCount) reposts have no words of their own.")) }
        if notices > 0 { try yield(.note("\(notices) lines of the stream are no posts and were passed over.")) }
    }

    private mutating func deletedID(in record: inout JSONRecord) -> String {
        line.read(line[.delete], in: &record)
        line.read(line[.status], in: &record)
        return record.identifier(line[.idText]) ?? "?"
    }

    private func isNotice(_ record: JSONRecord) -> Bool {
        guard let key = record.first(in: record.root), let value = record.next(after: key, in: record.root) else {
            return false
        }
        return record.kind(of: value) == .object && record.next(after: value, in: record.root) == nil
    }
}
