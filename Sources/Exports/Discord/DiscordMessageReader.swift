/// Makes messages of the objects in `messages`.
struct DiscordMessageReader {
    private let scope: DiscordScope
    private let channel: ExportedChannel
    private let zone: LocalZone?
    private var message = JSONFields<DiscordMessageKey>()
    private var author = JSONFields<DiscordAuthorKey>()
    private var reference = JSONFields<DiscordReferenceKey>()
    private var forwarded = JSONFields<DiscordMessageKey>()
    private var contents = DiscordContents()

    init(scope: DiscordScope, options: ExportOptions) {
        self.scope = scope
        channel = scope.channel(options)
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        guard record.first(in: record.root) != nil else { return try yield(.skipped(place, reason: "empty object")) }
        guard let message = decode(&record, at: place) else {
            return try yield(.skipped(place, reason: "no id and no content"))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func decode(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        message.read(record.root, in: &record)
        forwarded.read(message[.forwardedMessage], in: &record)
        let id = record.scalar(message[.id]).flatMap { $0.isEmpty ? nil : $0 }
        let text = text(&record)
        let attachments = attachments(&record)
        if id == nil {
            if text.isEmpty, attachments.isEmpty { return nil }
            record.repairs.insert(.unusableID)
        }
        let kind = DiscordMessageType(record.scalar(message[.type]) ?? "").kind
        return ExportedMessage(
            channel: channel, id: id, parent: kind == .system ? nil : parent(&record), account: account(&record),
            time: time(id: id, &record), editedAt: edit(&record), text: text, kind: kind,
            isPrivate: scope.isDirect, likes: contents.likes(message[.reactions], in: &record),
            permalink: id.flatMap { scope.permalink(message: $0) }, attachments: attachments, place: place)
    }

    /// A forward has its text in `forwardedMessage`, a bot in its embeds. A link's preview is an embed too, but then
    /// there is content.
    private mutating func text(_ record: inout JSONRecord) -> String {
        for fields in [message, forwarded] {
            if let content = record.string(fields[.content]), !content.isEmpty { return content }
        }
        for fields in [message, forwarded] {
            let text = contents.text(ofEmbeds: fields[.embeds], in: &record)
            if !text.isEmpty { return text }
        }
        return ""
    }

    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        contents.names(message[.attachments], in: &record) + contents.names(forwarded[.attachments], in: &record)
            + contents.names(message[.stickers], in: &record)
    }

    private mutating func parent(_ record: inout JSONRecord) -> String? {
        reference.read(message[.reference], in: &record)
        guard record.string(reference[.type]) != "Forward" else { return nil }
        if let other = record.scalar(reference[.channelId]), !scope.channelID.isEmpty, other != scope.channelID {
            return nil
        }
        return record.scalar(reference[.messageId]).flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func account(_ record: inout JSONRecord) -> ExportedAccount? {
        guard !record.isMissing(message[.author]) else { return nil }
        author.read(message[.author], in: &record)
        let id = record.scalar(author[.id])
        let name = record.string(author[.name]) ?? ""
        let nickname = record.string(author[.nickname]) ?? ""
        guard id != nil || !name.isEmpty || !nickname.isEmpty else {
            record.repairs.insert(.unusableAuthor)
            return nil
        }
        return ExportedAccount(
            id: id, handle: handle(name, record.string(author[.discriminator]) ?? ""),
            name: nickname.isEmpty ? name : nickname, isBot: record.isTrue(author[.isBot]))
    }

    /// `0000` and `0` stand for 'has none'.
    private func handle(_ name: String, _ discriminator: String) -> String {
        discriminator.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? name : "\(name)#\(discriminator)"
    }

    private mutating func time(id: String?, _ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(message[.timestamp]) ?? ""
        if let time = exportedTime(written, in: zone) { return time }
        if let milliseconds = id.flatMap(snowflakeTime) {
            record.repairs.insert(.timeFromID)
            return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true)
        }
        if message[.timestamp] != nil { record.repairs.insert(.timeUnknown) }
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private mutating func edit(_ record: inout JSONRecord) -> Int64? {
        guard let written = record.scalar(message[.timestampEdited]) else { return nil }
        return exportedTime(written, in: zone)?.milliseconds
    }
}
