/// An export while it is read: where in it we are, and what was said so far that comments refer to.
struct WordPressDocument {
    private var scanner = XMLScanner()
    private let options: ExportOptions
    private var records: [WordPressRecord] = []
    private var field: (name: String, depth: Int)?
    private var channel: ExportedChannel?
    private var post: WordPressPost?
    private var rating: Int?
    private var authors = WordPressAuthors()
    private var isWordPress = false

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ source: inout some XMLByteSupply, yield: (ExportEvent) throws -> Void) throws {
        while true {
            switch try scanner.next(&source) {
            case .start(let element): try begin(element, yield)
            case .end(let depth): try end(depth, yield)
            case .endOfDocument: return try finish(yield)
            }
        }
    }

    private mutating func begin(_ element: XMLElement, _ yield: (ExportEvent) throws -> Void) throws {
        try checkIdentity(element)
        guard let name = WordPressNames.name(of: element) else { return }
        guard let parent = records.last else {
            if element.depth == 2, name == "channel" { records = [WordPressRecord(kind: .channel, element: element)] }
            return
        }
        guard element.depth == parent.depth + 1 else { return }
        if let kind = parent.kind.child(name) {
            try prepare(kind, yield)
            records.append(WordPressRecord(kind: kind, element: element))
        } else if isKept(name, in: parent.kind) {
            field = (name, element.depth)
            scanner.keepText(limit: parent.room)
        }
    }

    private func isKept(_ name: String, in kind: WordPressRecord.Kind) -> Bool {
        kind.fields.contains(name) || (options.keepsPersonal && kind.personalFields.contains(name))
    }

    private mutating func checkIdentity(_ element: XMLElement) throws {
        if element.depth == 1, element.local != "rss" {
            throw ExportError.unknownFormat(hint: "XML whose root is not <rss>")
        }
        guard !isWordPress else { return }
        isWordPress =
            WordPressNames.isNamespace(element.namespace)
            || element.attributes.contains { $0.name.hasPrefix("xmlns") && WordPressNames.isNamespace($0.value) }
    }

    /// What must be known before a record of this kind begins.
    private mutating func prepare(_ kind: WordPressRecord.Kind, _ yield: (ExportEvent) throws -> Void) throws {
        switch kind {
        case .author, .item: try settleChannel(yield)
        case .comment:
            if post == nil, let item = records.last { post = WordPressPost(item) }
            rating = nil
        case .channel, .meta: break
        }
    }

    private mutating func settleChannel(_ yield: (ExportEvent) throws -> Void) throws {
        guard channel == nil, let record = records.first else { return }
        channel = WordPressDocument.channel(record, options: options)
        if let stamp = WordPressTime.stamp(record.value("pubDate")) { try yield(.exportedAt(stamp)) }
    }

    private static func channel(_ record: WordPressRecord, options: ExportOptions) -> ExportedChannel {
        let title = HTMLText.decoded(record.value("title"))
        let fallback = options.channel ?? (title.isEmpty ? options.stem : title)
        let addresses = [record.value("wp:base_blog_url"), record.value("link")]
        let key = addresses.first { !$0.isEmpty } ?? fallback
        return ExportedChannel(platform: "wordpress", key: key, name: title.isEmpty ? fallback : title)
    }

    private mutating func end(_ depth: Int, _ yield: (ExportEvent) throws -> Void) throws {
        if let open = field, open.depth == depth {
            field = nil
            records[records.count - 1].take(scanner.takeText(), as: open.name)
        } else if let record = records.last, record.depth == depth {
            records.removeLast()
            try finish(record, yield)
        }
    }

    private mutating func finish(_ record: WordPressRecord, _ yield: (ExportEvent) throws -> Void) throws {
        switch record.kind {
        case .channel: try settleChannel(yield)
        case .author:
            if let channel, let account = authors.take(record) { try yield(.owner(channel, account)) }
        case .item:
            post = nil
            if record.isCut { try yield(.repaired(record.place, reason: "title or link cut")) }
        case .comment: try finishComment(record, yield)
        case .meta: rating = WordPressDocument.rating(record) ?? rating
        }
    }

    /// Stars that a shop (WooCommerce) keeps with its reviews.
    private static func rating(_ meta: WordPressRecord) -> Int? {
        guard meta["wp:meta_key"] == "rating", !meta.isCut, let stars = Int(meta["wp:meta_value"]) else { return nil }
        return (1...5).contains(stars) ? stars : nil
    }

    private mutating func finishComment(
        _ record: WordPressRecord, _ yield: (ExportEvent) throws -> Void
    ) throws {
        guard var post, let channel else { return }
        guard !record.isCut else {
            return try yield(.skipped(record.place, reason: "a comment of more than 4 MiB"))
        }
        let comment = WordPressComment(
            record, rating: rating, post: &post, channel: channel, authors: authors, zone: options.zone)
        self.post = post
        if !comment.repairs.isEmpty {
            try yield(.repaired(record.place, reason: comment.repairs.joined(separator: "; ")))
        }
        var message = comment.message
        if options.keepsPersonal { message.personal = record.personal }
        try yield(.message(message))
    }

    private func finish(_ yield: (ExportEvent) throws -> Void) throws {
        guard isWordPress else {
            throw ExportError.unknownFormat(hint: "RSS without the namespace of a WordPress export")
        }
        if scanner.skippedStrayByte { try yield(.note("a stray byte before the document was passed over")) }
        try yield(.note("WordPress exports have no likes and no edits, and leave out comments marked as spam"))
    }
}
