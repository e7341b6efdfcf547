/// The JSON that `isso import --type generic` reads (isso, `migrate.py`): threads with their comments. Isso itself
/// exports nothing; other systems are turned into this form.
package enum IssoReader: ExportReader {
    package static let format = "isso"
    package static let summary = "Isso: the JSON of its generic importer"
    package static let lacks = "no replies, no edits, no likes, no time zone"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        guard content.first == UInt8(ascii: "[") else { return .no }
        let keys = topLevelKeys(content.dropFirst())
        guard keys.contains("comments"), keys.allSatisfy({ ["id", "title", "comments"].contains($0) }) else {
            return .no
        }
        return hasMark("\"remote_addr\"", in: content) && hasMark("\"created\"", in: content) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Isso's importer has neither replies nor edits, and local times; --zone says of which zone."))
        guard try walker.enter("[") else { throw walker.malformed("no array") }
        var threads = IssoThreads(options: options)
        while try walker.nextElement() { try threads.readThread(&walker, yield) }
        try walker.finish()
    }
}

/// The threads of the file. Comments are numbered in their thread, whose address may come behind them.
struct IssoThreads {
    /// Comments that may wait for the address of their thread.
    static let heldLimit = 10_000

    private let channel: ExportedChannel
    private let zone: LocalZone?
    private var reader: IssoCommentReader
    private var number = 0
    private var detail = JSONRecord()
    private var held: [ExportedMessage] = []

    init(options: ExportOptions) {
        let name = options.channel ?? options.stem
        channel = ExportedChannel(platform: "isso", key: name, name: name)
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        reader = IssoCommentReader(keepsPersonal: options.keepsPersonal)
    }

    mutating func readThread(_ walker: inout JSONWalker, _ yield: (ExportEvent) throws -> Void) throws {
        defer { number += 1 }
        _ = try walker.peek()
        let place = ExportPlace(unit: .item, number: number, path: "threads", byteOffset: walker.window.offset)
        guard try walker.enter("{") else {
            try walker.skip()
            return try yield(.skipped(place, reason: "not an object"))
        }
        var id: String?
        var title = ""
        held = []
        while let key = try walker.nextKey() {
            switch key {
            case "id": id = try scalar(&walker)
            case "title": title = HTMLText.decoded(try scalar(&walker) ?? "")
            case "comments": try readComments(&walker, yield)
            default: try walker.skip()
            }
        }
        for message in held { try emit(message, id, title, yield) }
        held = []
    }

    private mutating func scalar(_ walker: inout JSONWalker) throws(ExportError) -> String? {
        let value = try walker.detail(into: &detail)
        return detail.identifier(value)
    }

    private mutating func readComments(_ walker: inout JSONWalker, _ yield: (ExportEvent) throws -> Void) throws {
        let path = "threads[\(number)].comments"
        try walker.eachRecord(of: path, yield: yield) { record, place in
            guard let message = reader.read(&record, at: place, channel: channel, zone: zone) else {
                return try yield(.skipped(place, reason: "no text"))
            }
            guard held.count < Self.heldLimit else {
                throw ExportError.tooLarge(what: "comments in one thread", limit: Self.heldLimit)
            }
            held.append(message)
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
    }

    private func emit(
        _ comment: ExportedMessage, _ thread: String?, _ title: String, _ yield: (ExportEvent) throws -> Void
    ) throws {
        var message = comment
        if let thread { message.thread = ExportedThread(id: thread, title: title, link: thread) }
        message.id = thread.flatMap { thread in comment.id.map { "\(thread)#\($0)" } }
        try yield(.message(message))
    }
}
