/// Reads a node with the comments under it.
struct FacebookNodes {
    private var reader: FacebookNodeReader
    private var owner: ExportedAccount?

    private struct Waiting {
        var value: JSONValue
        var above: ExportedMessage?
        var place: ExportPlace
    }

    init(options: ExportOptions) { reader = FacebookNodeReader(options: options) }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        var waiting = [Waiting(value: record.root, above: nil, place: place)]
        while let next = waiting.popLast() {
            let comments = try read(next, in: &record, yield: yield)
            record.repairs = []
            waiting.append(contentsOf: comments.reversed())
        }
    }

    /// What the export as a whole lacks.
    func finish(yield: (ExportEvent) throws -> Void) throws {
        if reader.withoutAuthor > 0 {
            try yield(.note("\(reader.withoutAuthor) messages have no author: the token had no permission."))
        }
        if reader.idsFromAddresses > 0 {
            try yield(.note("\(reader.idsFromAddresses) ids were taken from the messages' addresses."))
        }
    }

    private mutating func read(
        _ next: Waiting, in record: inout JSONRecord, yield: (ExportEvent) throws -> Void
    ) throws -> [Waiting] {
        let kind = record.kind(of: next.value)
        guard kind == .object else {
            try yield(.skipped(next.place, reason: notAnObject(kind)))
            return []
        }
        guard let read = reader.message(next.value, in: &record, under: next.above, at: next.place) else {
            try yield(.skipped(next.place, reason: "no id and no content"))
            return []
        }
        if let account = read.message.account, account.isOwner, account != owner {
            owner = account
            try yield(.owner(read.message.channel, account))
        }
        try yield(.message(read.message))
        if !record.repairs.isEmpty { try yield(.repaired(next.place, reason: record.repairs.description)) }
        return read.comments.enumerated().map { number, comment in
            let place = ExportPlace(
                unit: .item, number: number, path: "\(next.place).comments",
                byteOffset: next.place.byteOffset + record.start(of: comment) - record.start(of: next.value))
            return Waiting(value: comment, above: read.message, place: place)
        }
    }
}
