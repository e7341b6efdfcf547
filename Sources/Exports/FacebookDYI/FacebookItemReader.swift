/// Makes messages of the entries of Facebook's download. An entry names what it is about only in a sentence in the
/// account's language, which serves as the thread.
struct FacebookItemReader {
    /// What the parts of an entry say together.
    private struct Content {
        var text: String?
        var written: String?
        var author: String?
        var group: String?
        var link: String?
        var editedAt: Int64?
        var isComment = false
    }

    private let options: ExportOptions
    private var item = JSONFields<FacebookItemKey>()
    private var part = JSONFields<FacebookValueKey>()
    private var inner = JSONFields<FacebookValueKey>()
    /// Entries without words and without a file: a changed profile, a shared memory.
    private(set) var emptyCount = 0

    init(options: ExportOptions) { self.options = options }

    /// The message of an entry; nil: it says nothing.
    mutating func message(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        item.read(record.root, in: &record)
        let content = item[.labels] == nil ? content(in: &record) : labelledContent(in: &record)
        let files = attachments(in: &record)
        let text = content.text ?? files.description ?? ""
        guard !text.isEmpty || !files.names.isEmpty else {
            emptyCount += 1
            return nil
        }
        let title = record.metaString(item[.title]) ?? ""
        let isThread = content.isComment && !title.isEmpty
        return ExportedMessage(
            channel: channel(content.group), id: nil, thread: isThread ? ExportedThread(id: title, title: title) : nil,
            account: content.author.map { ExportedAccount(id: nil, name: $0) },
            time: time(content.written, in: &record),
            editedAt: content.editedAt, text: text, permalink: WebAddress.plain(content.link),
            attachments: files.names, place: place)
    }

    /// A group's comments stand in the group; all else is told by sentences only.
    private func channel(_ group: String?) -> ExportedChannel {
        if let group { return ExportedChannel(platform: "facebook", key: "group \(group)", name: group) }
        let name = options.channel
        return ExportedChannel(platform: "facebook", key: name ?? "facebook", name: name ?? "Facebook")
    }

    /// Seconds since 1970, of the comment before those of the entry.
    private func time(_ written: String?, in record: inout JSONRecord) -> ExportedTime {
        let written = written ?? record.scalar(item[.timestamp]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private mutating func content(in record: inout JSONRecord) -> Content {
        var content = Content()
        for element in record.elements(of: item[.data]) {
            part.read(element, in: &record)
            if let updated = record.scalar(part[.updated]) {
                content.editedAt = exportedTime(updated, in: nil)?.milliseconds
            }
            if let post = record.metaString(part[.post]) { content.text = content.text ?? post }
            guard let comment = part[.comment], record.kind(of: comment) == .object else { continue }
            inner.read(comment, in: &record)
            content.isComment = true
            content.text = record.metaString(inner[.comment])
            content.written = record.scalar(inner[.timestamp])
            content.author = filled(inner[.author], in: &record)
            content.group = filled(inner[.group], in: &record)
        }
        return content
    }

    private func filled(_ value: JSONValue?, in record: inout JSONRecord) -> String? {
        record.metaString(value).flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension FacebookItemReader {
    /// `[{label, value}]` with labels in the account's language: known ones count, else the longest value that is
    /// neither address nor number.
    private mutating func labelledContent(in record: inout JSONRecord) -> Content {
        var content = Content()
        var longest = ""
        for element in record.elements(of: item[.labels]) {
            part.read(element, in: &record)
            if let stamp = record.scalar(part[.labelled]) { content.written = content.written ?? stamp }
            if let link = record.string(part[.href]) { content.link = content.link ?? link }
            guard let value = filled(part[.value], in: &record) else { continue }
            let label = record.metaString(part[.label]) ?? ""
            switch FacebookLabel(label) {
            case .comment:
                content.text = value
                content.isComment = true
            case .post: content.text = value
            case .author: content.author = value
            case .group: content.group = value
            case .other where WebAddress.plain(value) != nil: content.link = content.link ?? value
            case .other: if value.utf8.count > longest.utf8.count, Int(value) == nil { longest = value }
            }
        }
        if content.text == nil, !longest.isEmpty { content.text = longest }
        return content
    }

    /// Names of files and links, and the words that stand with a file, where the post has none of its own.
    private mutating func attachments(in record: inout JSONRecord) -> (names: [String], description: String?) {
        var names: [String] = []
        var description: String?
        for attachment in record.elements(of: item[.attachments]) {
            part.read(attachment, in: &record)
            for element in record.elements(of: part[.data]) {
                part.read(element, in: &record)
                let kinds = (part[.media], part[.external], part[.place])
                take(media: kinds.0, &names, &description, in: &record)
                inner.read(kinds.1, in: &record)
                if let url = filled(inner[.url], in: &record) { names.append(WebAddress.shareable(url)) }
                inner.read(kinds.2, in: &record)
                if let name = filled(inner[.name], in: &record) { names.append(name) }
            }
        }
        for file in record.elements(of: item[.media]) { take(media: file, &names, &description, in: &record) }
        return (names, description)
    }

    private mutating func take(
        media: JSONValue?, _ names: inout [String], _ description: inout String?, in record: inout JSONRecord
    ) {
        inner.read(media, in: &record)
        guard let uri = filled(inner[.uri], in: &record) else { return }
        names.append(WebAddress.fileName(uri))
        description = description ?? filled(inner[.description], in: &record)
    }
}
