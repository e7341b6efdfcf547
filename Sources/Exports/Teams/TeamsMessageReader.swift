/// Makes messages of the objects in files of messages.
struct TeamsMessageReader {
    private let names: TeamsNames
    private let options: ExportOptions
    private var message = JSONFields<TeamsMessageKey>()
    private var part = JSONFields<TeamsPartKey>()

    init(names: TeamsNames, options: ExportOptions) {
        self.names = names
        self.options = options
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        message.read(record.root, in: &record)
        guard let message = decode(&record, at: place) else {
            return try yield(.skipped(place, reason: "no id and no content"))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func decode(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        let id = record.identifier(message[.id])
        let type = record.string(message[.messageType]) ?? "message"
        let words = words(&record)
        let attachments = files(&record)
        if id == nil {
            if words.text.isEmpty, attachments.isEmpty { return nil }
            record.repairs.insert(.unusableID)
        }
        let scope = scope(&record)
        let parent = record.identifier(message[.replyToId])
        let thread = scope.isPrivate ? nil : (parent ?? id).map { ExportedThread(id: $0, title: words.subject) }
        let isDeleted = !record.isMissing(message[.deletedDateTime])
        return ExportedMessage(
            channel: scope.channel, id: id, parent: parent == id ? nil : parent, thread: thread,
            account: account(&record), time: time(&record), editedAt: stamp(message[.lastEditedDateTime], &record),
            text: type == "message" ? words.text : words.text.isEmpty ? event(&record) : words.text,
            markup: words.markup, kind: type == "message" ? .message : .system, status: isDeleted ? .deleted : nil,
            isPrivate: scope.isPrivate, likes: likes(record), language: record.identifier(message[.locale]),
            permalink: address(&record), attachments: attachments, place: place)
    }

    private mutating func words(_ record: inout JSONRecord) -> (text: String, markup: String?, subject: String) {
        part.read(message[.body], in: &record)
        let content = record.string(part[.content]) ?? ""
        let isHTML = record.string(part[.contentType])?.lowercased() == "html"
        var text = isHTML ? TeamsText.plain(content) : content
        let subject = record.string(message[.subject]) ?? ""
        if !subject.isEmpty { text = text.isEmpty ? subject : "\(subject)\n\n\(text)" }
        return (text, isHTML && text != content ? content : nil, subject)
    }

    /// The one thing that an event's details tell: `MembersAdded`.
    private func event(_ record: inout JSONRecord) -> String {
        guard let details = message[.eventDetail], record.kind(of: details) == .object else { return "" }
        var next = record.first(in: details)
        while let key = next, let value = record.next(after: key, in: details) {
            let name = record.string(key) ?? ""
            if name != "Initiator", name != "EventType", !record.isMissing(value) { return name }
            next = record.next(after: value, in: details)
        }
        return ""
    }

    /// A chat has an id of its own; a channel is known by its team too.
    private mutating func scope(_ record: inout JSONRecord) -> (channel: ExportedChannel, isPrivate: Bool) {
        part.read(message[.channelIdentity], in: &record)
        if let id = record.identifier(part[.channelId]) {
            let name = names.name(team: record.string(part[.teamId]) ?? "", channel: id) ?? options.channel ?? id
            return (ExportedChannel(platform: "teams", key: id, name: name), false)
        }
        let id = record.identifier(message[.chatId])
        let name = options.channel ?? id ?? options.stem
        return (ExportedChannel(platform: "teams", key: id ?? name, name: name, grouping: .byTime), true)
    }

    private mutating func account(_ record: inout JSONRecord) -> ExportedAccount? {
        part.read(message[.from], in: &record)
        let (user, application, device) = (part[.user], part[.application], part[.device])
        guard let sender = [user, application, device].compactMap(\.self).first(where: { !record.isMissing($0) }) else {
            return nil
        }
        let isBot = sender == application
        part.read(sender, in: &record)
        let id = record.identifier(part[.id])
        let name = record.string(part[.displayName]) ?? ""
        guard id != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: id, name: name, isBot: isBot)
    }

    private mutating func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(message[.createdDateTime]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func stamp(_ value: JSONValue?, _ record: inout JSONRecord) -> Int64? {
        record.scalar(value).flatMap { exportedTime($0, in: nil)?.milliseconds }
    }

    private func likes(_ record: JSONRecord) -> Int? {
        let count = record.elements(of: message[.reactions]).count
        return count == 0 ? nil : count
    }

    private func address(_ record: inout JSONRecord) -> String? {
        guard let address = record.string(message[.webUrl]), address.hasPrefix("https://teams.") else { return nil }
        return withoutSecrets(address)
    }

    private mutating func files(_ record: inout JSONRecord) -> [String] {
        record.elements(of: message[.attachments]).compactMap { file in
            part.read(file, in: &record)
            return record.identifier(part[.name])
        }
    }
}
