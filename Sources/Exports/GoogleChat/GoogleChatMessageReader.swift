/// Makes messages of the objects in `messages.json`.
struct GoogleChatMessageReader {
    /// Topics whose first message is remembered: the others of a topic answer it.
    private static let limit = 100_000

    private let group: GoogleChatGroup
    private let keepsPersonal: Bool
    private var topics: [String: String] = [:]
    private var message = JSONFields<GoogleChatMessageKey>()
    private var part = JSONFields<GoogleChatPartKey>()

    init(group: GoogleChatGroup, keepsPersonal: Bool) {
        self.group = group
        self.keepsPersonal = keepsPersonal
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        message.read(record.root, in: &record)
        guard var message = decode(&record, at: place) else {
            return try yield(.skipped(place, reason: "no id and no content"))
        }
        if keepsPersonal {
            part.read(self.message[.creator], in: &record)
            message.personal = [PersonalDetail(.email, record.string(part[.email]))].compactMap(\.self)
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func decode(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        let id = record.identifier(message[.messageId])
        let text = record.string(message[.text]) ?? ""
        let attachments = files(&record)
        if id == nil {
            if text.isEmpty, attachments.isEmpty { return nil }
            record.repairs.insert(.unusableID)
        }
        let parts = (id ?? "").split(separator: "/")
        let topic = record.identifier(message[.topicId])
        let isDeleted =
            record.string(message[.messageState]) == "DELETED" || !record.isMissing(message[.deletionMetadata])
        part.read(message[.creator], in: &record)
        let account = googleChatAccount(part, &record)
        return ExportedMessage(
            channel: group.channel(parts.count >= 3 ? String(parts[0]) : group.id), id: id,
            parent: parent(id, topic, &record), thread: topic.map { ExportedThread(id: $0) }, account: account,
            time: time(&record), editedAt: record.string(message[.updatedDate]).flatMap(googleChatTime)?.milliseconds,
            text: text, status: isDeleted ? .deleted : nil, isPrivate: group.isDirect, likes: likes(&record),
            attachments: attachments, place: place)
    }

    /// What is quoted; else the first message of the topic, as far as it is in the file.
    private mutating func parent(_ id: String?, _ topic: String?, _ record: inout JSONRecord) -> String? {
        part.read(message[.quotedMessageMetadata], in: &record)
        let quoted = record.identifier(part[.messageId])
        guard let id else { return quoted }
        guard let topic, !group.isDirect else { return quoted == id ? nil : quoted }
        if let first = topics[topic] { return quoted ?? (first == id ? nil : first) }
        if topics.count < Self.limit { topics[topic] = id }
        return quoted == id ? nil : quoted
    }

    private mutating func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.string(message[.createdDate]) ?? ""
        if let time = googleChatTime(written) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private mutating func likes(_ record: inout JSONRecord) -> Int? {
        var sum: Int?
        for reaction in record.elements(of: message[.reactions]) {
            part.read(reaction, in: &record)
            sum = (sum ?? 0) + record.elements(of: part[.reactorEmails]).count
        }
        return sum
    }

    private mutating func files(_ record: inout JSONRecord) -> [String] {
        record.elements(of: message[.attachedFiles]).compactMap { file in
            part.read(file, in: &record)
            return (record.identifier(part[.originalName]) ?? record.identifier(part[.exportName]))
                .map(lastPathComponent)
        }
    }
}
