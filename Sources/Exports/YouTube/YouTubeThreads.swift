/// Reads threads and single comments, each with what it holds.
struct YouTubeThreads {
    private var item = JSONFields<YouTubeItemKey>()
    private var thread = JSONFields<YouTubeThreadKey>()
    private var part = JSONFields<YouTubePartKey>()
    private var comments: YouTubeCommentReader
    private var missing = 0
    private var incomplete = 0
    private var owner: ExportedAccount?

    init(options: ExportOptions) { comments = YouTubeCommentReader(options: options) }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        item.read(record.root, in: &record)
        thread.read(item[.snippet], in: &record)
        guard let top = thread[.topLevelComment] else {
            try readComment(record.root, in: &record, scope: YouTubeScope(), at: place, yield: yield)
            return
        }
        var scope = YouTubeScope(
            video: record.identifier(thread[.videoId]), owner: record.identifier(thread[.channelId]))
        scope.isPrivate = thread[.isPublic].map { record.kind(of: $0) == .false } ?? false
        let id = record.identifier(item[.id])
        part.read(item[.replies], in: &record)
        let replies = record.elements(of: part[.comments])
        count(replies.count, of: record.integer(thread[.totalReplyCount]))
        try readComment(top, in: &record, scope: scope, at: place, yield: yield)
        scope.parent = id
        let path = "\(place).replies"
        for (number, reply) in replies.enumerated() {
            let offset = place.byteOffset + record.start(of: reply)
            try readComment(
                reply, in: &record, scope: scope,
                at: ExportPlace(unit: .item, number: number, path: path, byteOffset: offset), yield: yield)
        }
    }

    /// What the export as a whole lacks.
    func finish(yield: (ExportEvent) throws -> Void) throws {
        guard missing > 0 else { return }
        try yield(.note("\(missing) replies in \(incomplete) threads are missing; 'comments' with parentId lists all."))
    }

    private mutating func count(_ present: Int, of total: Int?) {
        guard let total, total > present else { return }
        missing = missing.addingReportingOverflow(total - present).partialValue
        incomplete += 1
    }

    private mutating func readComment(
        _ value: JSONValue, in record: inout JSONRecord, scope: YouTubeScope, at place: ExportPlace,
        yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: value)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        guard let message = comments.message(value, in: &record, scope: scope, at: place) else {
            return try yield(.skipped(place, reason: "no id and no text"))
        }
        if let account = message.account, account.isOwner, account != owner {
            owner = account
            try yield(.owner(message.channel, account))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        record.repairs = []
    }
}
