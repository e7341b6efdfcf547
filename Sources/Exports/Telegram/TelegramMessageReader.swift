/// Makes messages of the objects in `messages`.
struct TelegramMessageReader {
    private let chat: TelegramChat
    private let channel: ExportedChannel
    private let zone: LocalZone?
    private var message = JSONFields<TelegramMessageKey>()
    private var texts = TelegramTexts()
    private var owner: ExportedAccount?
    /// A message had no time but a local one.
    private(set) var hasLocalTimes = false

    init(chat: TelegramChat, options: ExportOptions, zone: LocalZone?) {
        self.chat = chat
        self.zone = zone
        channel = chat.channel(options)
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        guard record.first(in: record.root) != nil else { return try yield(.skipped(place, reason: "empty object")) }
        guard let message = decode(&record, at: place) else {
            return try yield(.skipped(place, reason: "no id and no text"))
        }
        if let account = message.account, account.isOwner, account != owner {
            owner = account
            try yield(.owner(channel, account))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func decode(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        message.read(record.root, in: &record)
        let id = record.scalar(message[.id]).flatMap { $0.isEmpty ? nil : $0 }
        let type = record.string(message[.type]) ?? ""
        let text = type == "service" ? service(&record) : words(&record, type)
        let attachments = attachments(&record)
        if id == nil {
            if text.isEmpty, attachments.isEmpty { return nil }
            record.repairs.insert(.unusableID)
        }
        return ExportedMessage(
            channel: channel, id: id, parent: parent(&record), account: account(&record), time: time(&record),
            editedAt: edit(&record), text: text,
            kind: type == "service" || type == "unsupported" ? .system : .message, isPrivate: chat.isDirect,
            likes: texts.likes(message[.reactions], in: &record), attachments: attachments, place: place)
    }

    private mutating func words(_ record: inout JSONRecord, _ type: String) -> String {
        let plain = texts.flattened(message[.text] ?? message[.textEntities], in: &record)
        if !plain.isEmpty { return plain }
        if let poll = message[.poll] { return texts.poll(poll, in: &record) }
        if let emoji = record.string(message[.stickerEmoji]) { return emoji }
        return type == "unsupported" ? "[unsupported message]" : ""
    }

    /// `invite_members` reads 'invite members: Anna, Ben'.
    private mutating func service(_ record: inout JSONRecord) -> String {
        let action = record.string(message[.action])?.replacing("_", with: " ") ?? "service message"
        var details = texts.names(message[.members], in: &record)
        if let title = record.string(message[.title]) { details.append(title) }
        if let seconds = record.integer(message[.duration]) { details.append("\(seconds) s") }
        let words = texts.flattened(message[.text], in: &record)
        if !words.isEmpty { details.append(words) }
        return details.isEmpty ? action : "\(action): \(details.joined(separator: ", "))"
    }

    /// Files are not in the export: names only. A placeholder in brackets says that the file was left out.
    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        var names: [String] = []
        for key in [TelegramMessageKey.photo, .file] {
            guard let path = record.string(message[key]) else { continue }
            let isPlaceholder = path.hasPrefix("(")
            let kind = key == .photo ? "photo" : record.string(message[.mediaType]) ?? "file"
            names.append(record.string(message[.fileName]) ?? (isPlaceholder ? kind : lastPathComponent(path)))
        }
        return names
    }

    /// Answers to messages of another chat have no parent here: ids are counted per chat.
    private mutating func parent(_ record: inout JSONRecord) -> String? {
        if let peer = record.scalar(message[.replyToPeer]), peer.drop(while: \.isLetter) != chat.id { return nil }
        return record.scalar(message[.replyTo]).flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func account(_ record: inout JSONRecord) -> ExportedAccount? {
        let name = record.string(message[.from]) ?? record.string(message[.actor]) ?? ""
        let id = accountID(message[.fromID] ?? message[.actorID], in: &record)
        guard id != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: id, name: name, isOwner: id.map(chat.speaksForItself) ?? false)
    }

    /// Old exports have the bare number of a user.
    private func accountID(_ value: JSONValue?, in record: inout JSONRecord) -> String? {
        guard let value, let id = record.scalar(value), !id.isEmpty else { return nil }
        return record.kind(of: value) == .number ? "user\(id)" : id
    }

    /// `date_unixtime` is UTC; `date` is local time of the exporting machine.
    private mutating func time(_ record: inout JSONRecord) -> ExportedTime {
        let stamp = record.scalar(message[.dateUnixtime]) ?? ""
        if let time = exportedTime(stamp, in: nil), time.zoneIsKnown { return time }
        let date = record.string(message[.date]) ?? ""
        if let time = exportedTime(date, in: zone) {
            hasLocalTimes = hasLocalTimes || !time.zoneIsKnown
            return time
        }
        if message[.dateUnixtime] != nil || message[.date] != nil { record.repairs.insert(.timeUnknown) }
        return ExportedTime(milliseconds: nil, written: date.isEmpty ? stamp : date, zoneIsKnown: false)
    }

    private mutating func edit(_ record: inout JSONRecord) -> Int64? {
        let stamp = record.scalar(message[.editedUnixtime]) ?? ""
        let date = record.string(message[.edited]) ?? ""
        return (exportedTime(stamp, in: nil) ?? exportedTime(date, in: zone))?.milliseconds
    }
}
