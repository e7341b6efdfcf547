/// Feeds: Atom (RFC 4287) with the threading extension (RFC 4685), and RSS 2.0, of comments above all.
package enum FeedReader: ExportReader {
    package static let format = "feed"
    package static let summary = "Atom or RSS feed of comments (WordPress, Reddit .rss, others)"
    package static let lacks = "only the newest entries, no likes; RSS has no replies"

    /// Certain: the root is that of a feed, and not that of WordPress's export.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard let root = xmlRoot(head) else { return .no }
        return FeedNames.dialect(root) != nil ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var document = FeedDocument(options: options)
        try document.read(&source, yield: yield)
    }
}

/// A feed while it is read.
private struct FeedDocument {
    private var scanner = XMLScanner()
    private let options: ExportOptions
    private var dialect = FeedNames.Dialect.atom
    private var feed: FeedRecord?
    private var entry: FeedRecord?
    private var entries: FeedEntries?
    private var field: (name: FeedRecord.Field, depth: Int)?
    private var isInAuthor = false

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ source: inout some XMLByteSupply, yield: (ExportEvent) throws -> Void) throws {
        try yield(.note("A feed holds the newest entries only, and neither likes nor what was deleted."))
        while true {
            switch try scanner.next(&source) {
            case .start(let element): try begin(element)
            case .end(let depth): try end(depth, yield)
            case .endOfDocument:
                if scanner.skippedStrayByte { try yield(.note("a stray byte before the document was passed over")) }
                return
            }
        }
    }

    private mutating func begin(_ element: XMLElement) throws {
        if element.depth == 1 {
            guard let dialect = FeedNames.dialect(element) else {
                throw ExportError.unknownFormat(hint: "XML whose root is not that of a feed")
            }
            self.dialect = dialect
            feed = FeedRecord(element)
        }
        guard field == nil, element.depth > 1 else { return }
        if element.depth == dialect.entryDepth, element.local == dialect.entryName {
            entry = FeedRecord(element)
        } else if element.depth == fieldDepth {
            refer(element)
            isInAuthor = element.local == "author" && dialect == .atom
            keep(element)
        } else if isInAuthor, element.depth == fieldDepth + 1, element.local == "name", entry != nil {
            keep(element)
        }
    }

    /// How deep the fields stand of what is open: an entry or the feed.
    private var fieldDepth: Int { entry == nil ? dialect.entryDepth : dialect.entryDepth + 1 }

    private mutating func refer(_ element: XMLElement) {
        // RSS has a text in <link>; the same name in Atom's namespace is another.
        guard dialect == .atom || element.local != "link" && element.local != "content" else { return }
        if entry == nil { feed?.refer(element) } else { entry?.refer(element) }
    }

    private mutating func keep(_ element: XMLElement) {
        guard let name = FeedNames.field(of: element, in: dialect), name != .name || isInAuthor || dialect == .rss
        else {
            return
        }
        field = (name, element.depth)
        scanner.keepText(limit: FeedRecord.room(name))
    }

    private mutating func end(_ depth: Int, _ yield: (ExportEvent) throws -> Void) throws {
        if let open = field, open.depth == depth {
            field = nil
            let text = scanner.takeText()
            if entry == nil { feed?.take(text, as: open.name) } else { entry?.take(text, as: open.name) }
        } else if let found = entry, depth == dialect.entryDepth {
            entry = nil
            try finish(found, yield)
        }
        if depth == fieldDepth { isInAuthor = false }
    }

    private mutating func finish(_ record: FeedRecord, _ yield: (ExportEvent) throws -> Void) throws {
        if entries == nil, let feed {
            if let stamp = FeedTime.time(feed[.updated], in: nil), stamp.zoneIsKnown, let moment = stamp.milliseconds {
                try yield(.exportedAt(moment))
            }
            entries = FeedEntries(feed: feed, dialect: dialect, options: options)
        }
        guard !record.isCut else {
            return try yield(.skipped(record.place, reason: "an entry of more than 4 MiB"))
        }
        var repairs = record.repairs > 0 ? ["\(record.repairs) characters replaced"] : []
        guard let message = entries?.message(record, repairs: &repairs) else {
            return try yield(.skipped(record.place, reason: "no id and no content"))
        }
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(record.place, reason: repairs.joined(separator: "; "))) }
    }
}
