/// An export while it is read: where in it we are, and the threads that were declared so far.
struct DisqusDocument {
    /// Depths of the format: records stand below the root, fields below records, an author's fields below it.
    private enum Depth {
        static let record = 2
        static let field = 3
        static let authorField = 4
    }

    private var scanner = XMLScanner()
    private let zone: LocalZone?
    private let keepsPersonal: Bool
    private var threads: DisqusThreads
    private var record: DisqusRecord?
    private var field: (path: String, depth: Int)?

    init(options: ExportOptions) {
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        keepsPersonal = options.keepsPersonal
        threads = DisqusThreads(options: options)
    }

    mutating func read(_ source: inout some XMLByteSupply, yield: (ExportEvent) throws -> Void) throws {
        try yield(.note("Disqus exports have no likes and no edits, and do not tell what waits for approval"))
        while true {
            switch try scanner.next(&source) {
            case .start(let element): try begin(element)
            case .end(let depth): try end(depth, yield)
            case .endOfDocument: return try finish(yield)
            }
        }
    }

    private mutating func begin(_ element: XMLElement) throws {
        switch element.depth {
        case 1:
            guard DisqusNames.isRoot(element) else {
                throw ExportError.unknownFormat(hint: "XML whose root is not that of a Disqus export")
            }
        case Depth.record: record = DisqusRecord(element)
        case Depth.field:
            guard element.prefix.isEmpty, record != nil else { return }
            record?.child = element.local
            record?.refer(element)
            keep(element.local, depth: element.depth)
        case Depth.authorField:
            guard element.prefix.isEmpty, record?.child == "author" else { return }
            keep("author/" + element.local, depth: element.depth)
        default: break
        }
    }

    private mutating func keep(_ path: String, depth: Int) {
        guard let record, record.kind.fields.contains(path) || isPersonal(path, of: record.kind) else { return }
        field = (path, depth)
        scanner.keepText(limit: record.room)
    }

    private func isPersonal(_ path: String, of kind: DisqusRecord.Kind) -> Bool {
        keepsPersonal && kind.personalFields.contains(path)
    }

    private mutating func end(_ depth: Int, _ yield: (ExportEvent) throws -> Void) throws {
        if let open = field, open.depth == depth {
            field = nil
            record?.take(scanner.takeText(), as: open.path)
        }
        if depth == Depth.field {
            record?.child = ""
        } else if depth == Depth.record, let record {
            self.record = nil
            try finish(record, yield)
        }
    }

    private mutating func finish(_ record: DisqusRecord, _ yield: (ExportEvent) throws -> Void) throws {
        switch record.kind {
        case .category: threads.take(category: record)
        case .thread:
            threads.take(thread: record)
            if record.isCut { try yield(.repaired(record.place, reason: "title or link cut")) }
        case .post: try finishPost(record, yield)
        }
    }

    private func finishPost(_ record: DisqusRecord, _ yield: (ExportEvent) throws -> Void) throws {
        guard !record.isCut else {
            return try yield(.skipped(record.place, reason: "a post of more than 4 MiB"))
        }
        guard !record.id.isEmpty || !record["message"].isEmpty else {
            return try yield(.skipped(record.place, reason: "no id and no content"))
        }
        let post = DisqusPost(record, threads: threads, zone: zone)
        if !post.repairs.isEmpty { try yield(.repaired(record.place, reason: post.repairs.joined(separator: "; "))) }
        var message = post.message
        if keepsPersonal { message.personal = record.personal }
        try yield(.message(message))
    }

    private func finish(_ yield: (ExportEvent) throws -> Void) throws {
        if scanner.skippedStrayByte { try yield(.note("a stray byte before the document was passed over")) }
        if threads.dropped > 0 { try yield(.note("\(threads.dropped) threads are without title: too many")) }
    }
}
