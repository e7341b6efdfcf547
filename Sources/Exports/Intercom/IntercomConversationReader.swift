/// Makes messages of conversations: the first of `source`, the others of the parts.
struct IntercomConversationReader {
    private let channel: ExportedChannel
    private let keepsPersonal: Bool
    private var conversation = JSONFields<IntercomConversationKey>()
    private var part = JSONFields<IntercomPartKey>()
    private var detail = JSONFields<IntercomDetailKey>()
    private var owners = AnnouncedOwners()
    private var notes = 0
    private var missing = 0

    init(options: ExportOptions) {
        let key = options.channel ?? options.stem
        channel = ExportedChannel(platform: "intercom", key: key, name: key)
        keepsPersonal = options.keepsPersonal
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        conversation.read(record.root, in: &record)
        let id = record.identifier(conversation[.id])
        let source = conversation[.source]
        detail.read(conversation[.conversation_parts], in: &record)
        // Some dumps have the list itself in the place of the object that holds it.
        let list = detail[.conversation_parts] ?? conversation[.conversation_parts]
        let parts = record.elements(of: list)
        let hasSource = source.map { record.kind(of: $0) == .object } ?? false
        guard hasSource || !parts.isEmpty else { return try yield(.skipped(place, reason: "no source and no parts")) }
        if let total = record.integer(detail[.total_count]), total > parts.count {
            missing = missing.addingReportingOverflow(total - parts.count).partialValue
        }
        if id == nil { record.repairs.insert(.unusableID) }
        let first = id.map { "conversation/\($0)" }
        let thread = thread(id, source, in: &record)
        if let source, hasSource {
            var message = opening(source, id: first, thread, in: &record, at: place)
            message.personal = personal(in: &record)
            try hand(message, &record, yield: yield)
        }
        for (number, value) in parts.enumerated() {
            let place = ExportPlace(
                unit: .item, number: number, path: "\(place).conversation_parts",
                byteOffset: place.byteOffset + record.start(of: value))
            guard record.kind(of: value) == .object else {
                try yield(.skipped(place, reason: notAnObject(record.kind(of: value))))
                continue
            }
            var message = message(value, thread, in: &record, at: place)
            message.parent = hasSource ? first : nil
            message.personal = personal(in: &record)
            try hand(message, &record, yield: yield)
        }
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        if notes > 0 { try yield(.note("\(notes) internal notes are marked private: no customer has seen them.")) }
        if missing > 0 { try yield(.note("\(missing) parts are counted and not in the file.")) }
    }

    private mutating func hand(
        _ message: ExportedMessage, _ record: inout JSONRecord, yield: (ExportEvent) throws -> Void
    ) throws {
        if message.isPrivate { notes += 1 }
        try owners.hand(message, repairs: record.repairs, yield: yield)
        record.repairs = []
    }

    private mutating func thread(
        _ id: String?, _ source: JSONValue?, in record: inout JSONRecord
    ) -> ExportedThread? {
        guard let id else { return nil }
        part.read(source, in: &record)
        let title = record.identifier(conversation[.title]) ?? record.string(part[.subject]) ?? ""
        return ExportedThread(id: id, title: HTMLText.plain(title))
    }

    private mutating func opening(
        _ source: JSONValue, id: String?, _ thread: ExportedThread?, in record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        part.read(source, in: &record)
        let (text, markup) = text(in: &record)
        detail.read(conversation[.conversation_rating], in: &record)
        let rating = record.integer(detail[.rating])
        return ExportedMessage(
            channel: channel, id: id, thread: thread, account: account(part[.author], in: &record),
            time: record.messageTime(conversation[.created_at]), text: text, markup: markup,
            status: record.isTrue(part[.redacted]) ? .deleted : nil, rating: rating,
            attachments: attachments(in: &record), place: place)
    }

    private mutating func message(
        _ value: JSONValue, _ thread: ExportedThread?, in record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        part.read(value, in: &record)
        let type = record.string(part[.part_type]) ?? ""
        let (text, markup) = text(in: &record)
        let attachments = attachments(in: &record)
        let isSystem = text.isEmpty && attachments.isEmpty && !["comment", "note"].contains(type)
        let time = record.messageTime(part[.created_at])
        return ExportedMessage(
            channel: channel, id: record.identifier(part[.id]), thread: thread,
            account: account(part[.author], in: &record), time: time,
            // Parts are touched when the conversation is; only what has words can have been edited.
            editedAt: isSystem ? nil : record.editTime(part[.updated_at], after: time),
            text: isSystem ? sentence(type, in: &record) : text, markup: markup, kind: isSystem ? .system : .message,
            status: record.isTrue(part[.redacted]) ? .deleted : nil, isPrivate: isNote(type, isSystem: isSystem),
            attachments: attachments, place: place)
    }

    /// Notes are the team's own; so are the words that go with an assignment.
    private func isNote(_ type: String, isSystem: Bool) -> Bool {
        type.hasPrefix("note") || (!isSystem && type.contains("assignment"))
    }

    private func text(in record: inout JSONRecord) -> (text: String, markup: String?) {
        let html = record.string(part[.body]) ?? ""
        let text = HTMLText.plain(html)
        return (text, html.isEmpty || html == text ? nil : html)
    }

    /// `assignment to Ada`: Intercom's own word for what happened.
    private mutating func sentence(_ type: String, in record: inout JSONRecord) -> String {
        let word = type.isEmpty ? "event" : type.replacing("_", with: " ")
        detail.read(part[.assigned_to], in: &record)
        guard let name = record.identifier(detail[.name]) else { return word }
        return "\(word) to \(name)"
    }

    private mutating func account(_ value: JSONValue?, in record: inout JSONRecord) -> ExportedAccount? {
        detail.read(value, in: &record)
        let type = record.string(detail[.type])
        // Who gave no name is called by the address, which is not kept.
        let written = record.string(detail[.name]) ?? ""
        let name = written.contains("@") ? "" : written
        let id = record.identifier(detail[.id]) ?? record.string(detail[.email]).flatMap(MailDigest.account)
        guard id != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: id, name: name, isBot: type == "bot", isOwner: type == "admin")
    }

    /// The address of who wrote the part that was read last.
    private mutating func personal(in record: inout JSONRecord) -> [PersonalDetail] {
        guard keepsPersonal else { return [] }
        detail.read(part[.author], in: &record)
        return [PersonalDetail(.email, record.string(detail[.email]))].compactMap(\.self)
    }

    private mutating func attachments(in record: inout JSONRecord) -> [String] {
        record.elements(of: part[.attachments]).compactMap {
            detail.read($0, in: &record)
            return record.identifier(detail[.name]).map(lastPathComponent)
        }
    }
}
