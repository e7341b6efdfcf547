/// Makes messages of the objects in `comments`.
struct CommentoMessageReader {
    private let fallback: String
    private let zone: LocalZone?
    private var fields = JSONFields<CommentoKey>()

    init(options: ExportOptions) {
        fallback = options.channel ?? options.stem
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
    }

    /// The events of a record: a message with or without a repair, or that it was passed over.
    mutating func events(_ record: inout JSONRecord, at place: ExportPlace) -> [ExportEvent] {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return [.skipped(place, reason: notAnObject(kind))] }
        fields.read(record.root, in: &record)
        guard let message = message(&record, at: place) else {
            return [.skipped(place, reason: "no id and no content")]
        }
        guard !record.repairs.isEmpty else { return [.message(message)] }
        return [.message(message), .repaired(place, reason: record.repairs.description)]
    }

    private func message(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        let id = nonempty(record.scalar(fields[.commentHex]))
        let (text, markup) = text(&record)
        if id == nil {
            if text.isEmpty { return nil }
            record.repairs.insert(.unusableID)
        }
        let domain = nonempty(record.string(fields[.domain]))
        let thread = nonempty(record.string(fields[.url])).map { Self.thread($0, domain: domain) }
        return ExportedMessage(
            channel: ExportedChannel(platform: "commento", key: domain ?? fallback, name: domain ?? fallback), id: id,
            parent: parent(of: id, &record), thread: thread,
            account: CommentoCommenters.account(record.scalar(fields[.commenterHex])), time: time(&record), text: text,
            markup: markup, status: status(&record),
            likes: record.integer(fields[.score]).flatMap { $0 < 0 ? nil : $0 }, permalink: Self.permalink(id, thread),
            place: place)
    }

    /// The author's own words are Markdown; the HTML that is made of them matters only where they are missing.
    private func text(_ record: inout JSONRecord) -> (text: String, markup: String?) {
        if let markdown = nonempty(record.string(fields[.markdown])) { return (markdown, nil) }
        let html = record.string(fields[.html]) ?? ""
        let text = HTMLText.plain(html)
        return (text, text == html ? nil : html)
    }

    private func parent(of id: String?, _ record: inout JSONRecord) -> String? {
        let parent = nonempty(record.scalar(fields[.parentHex]))
        return parent == "root" || parent == id ? nil : parent
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(fields[.creationDate]) ?? ""
        if let time = goTime(written, in: zone) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// `flagged` is what the filter for spam has set.
    private func status(_ record: inout JSONRecord) -> ExportedMessage.Status? {
        if record.isTrue(fields[.deleted]) { return .deleted }
        return switch record.string(fields[.state]) {
        case "approved": .published
        case "unapproved": .pending
        case "flagged": .spam
        default: nil
        }
    }

    /// Commento knows pages by their path. An address is made only of what looks like a domain and a path.
    private static func thread(_ path: String, domain: String?) -> ExportedThread {
        guard let domain, path.hasPrefix("/"), domain.utf8.allSatisfy(isInDomain) else {
            return ExportedThread(id: path)
        }
        return ExportedThread(id: path, link: "https://\(domain)\(path)")
    }

    private static func isInDomain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// Commento's script scrolls to `#commento-` and the comment's id (`commento.js`, `loadHash`).
    private static func permalink(_ id: String?, _ thread: ExportedThread?) -> String? {
        guard let id, let link = thread?.link, !link.isEmpty, id.utf8.allSatisfy(isInDomain) else { return nil }
        return "\(link.prefix { $0 != "#" })#commento-\(id)"
    }

    private func nonempty(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
}
