/// Makes messages of the records of `main.jsonl`. A message is known by who sent it and when: the numbers that an
/// export gives to chats and people are its own.
struct SignalItemReader {
    private var people: SignalPeople
    private var line = JSONFields<SignalLineKey>()
    private var item = JSONFields<SignalItemKey>()
    private var part = JSONFields<SignalPartKey>()
    private var inner = JSONFields<SignalPartKey>()
    private var owners: Set<String> = []
    private var last: ExportedMessage?
    private var duplicateCount = 0

    /// Chats that the exporting account is told for.
    private static let ownerLimit = 10_000

    init(options: ExportOptions) { people = SignalPeople(options: options) }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        line.read(record.root, in: &record)
        if let written = record.scalar(line[.backupTimeMs]),
            let stamp = exportedTime(written, in: nil)?.milliseconds, stamp > 1_000_000_000_000
        {
            try yield(.exportedAt(stamp))
        }
        if let account = line[.account] { people.takeAccount(account, in: &record) }
        if let recipient = line[.recipient] { people.takeRecipient(recipient, in: &record) }
        if let chat = line[.chat] { people.takeChat(chat, in: &record) }
        guard let value = line[.chatItem] else { return }
        try readItem(value, &record, at: place, yield: yield)
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        if duplicateCount > 0 { try yield(.note("\(duplicateCount) records repeat the one before them.")) }
    }

    private mutating func readItem(
        _ value: JSONValue, _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        item.read(value, in: &record)
        // Some writers put the record into one of the same name.
        let value = item[.nested] ?? value
        item.read(value, in: &record)
        guard let message = message(value, &record, at: place) else {
            return try yield(.skipped(place, reason: "no message"))
        }
        var copy = message
        copy.place = last?.place ?? place
        guard copy != last else {
            duplicateCount += 1
            return
        }
        last = message
        if let account = message.account, account.isOwner, owners.count < Self.ownerLimit,
            owners.insert(message.channel.key).inserted
        {
            try yield(.owner(message.channel, account))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    /// nil: nothing of a message is there.
    private mutating func message(
        _ value: JSONValue, _ record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage? {
        let kinds: [SignalItemKey] = [
            .standardMessage, .stickerMessage, .contactMessage, .viewOnceMessage, .directStoryReplyMessage,
        ]
        let content = kinds.compactMap { item[$0] }.first
        let isDeleted = item[.remoteDeletedMessage] != nil
        let isNotice = item[.updateMessage] != nil
        let other = content == nil && !isDeleted && !isNotice ? otherContent(value, &record) : nil
        guard content != nil || isDeleted || isNotice || other != nil else { return nil }
        let (sent, edited) = times(&record)
        part.read(content, in: &record)
        let account = people.account(record.identifier(item[.authorId]))
        let (text, reactions) = (other ?? text(&record), record.elements(of: part[.reactions]).count)
        return ExportedMessage(
            channel: people.channel(ofChat: record.identifier(item[.chatId])), id: id(account, sent),
            parent: parent(&record), account: account, time: time(sent, &record), editedAt: edited, text: text,
            kind: isNotice ? .system : .message, status: isDeleted ? .deleted : nil, isPrivate: true,
            likes: reactions > 0 ? reactions : nil, attachments: attachments(&record), place: place)
    }

    /// An edited message has its earlier wordings with it, oldest first, and is known by when that was sent.
    private mutating func times(_ record: inout JSONRecord) -> (sent: String?, edited: Int64?) {
        let sent = record.identifier(item[.dateSent])
        guard let first = record.elements(of: item[.revisions]).first else { return (sent, nil) }
        part.read(first, in: &record)
        guard let original = record.identifier(part[.dateSent]) else { return (sent, nil) }
        return (original, sent.flatMap { exportedTime($0, in: nil)?.milliseconds })
    }

    private func id(_ account: ExportedAccount?, _ sent: String?) -> String? {
        guard let sent, let author = account?.id else { return nil }
        return "\(sent) \(author)"
    }

    private mutating func parent(_ record: inout JSONRecord) -> String? {
        inner.read(part[.quote], in: &record)
        return id(people.account(record.identifier(inner[.authorId])), record.identifier(inner[.targetSentTimestamp]))
    }

    private mutating func text(_ record: inout JSONRecord) -> String {
        inner.read(part[.text], in: &record)
        if let body = record.string(inner[.body]), !body.isEmpty { return body }
        inner.read(part[.textReply], in: &record)
        inner.read(inner[.text], in: &record)
        if let body = record.string(inner[.body]), !body.isEmpty { return body }
        inner.read(part[.sticker], in: &record)
        if let emoji = record.string(inner[.emoji]), !emoji.isEmpty { return emoji }
        if let update = item[.updateMessage] {
            let kind = record.string(record.first(in: update)).map(wordsOfCamelCase)
            return kind ?? "chat update"
        }
        if item[.contactMessage] != nil { return "[contact]" }
        return item[.viewOnceMessage] != nil ? "[view once]" : ""
    }

    /// Gifts, payments, polls and what is still to be invented: an object that is none of those every record has.
    private func otherContent(_ value: JSONValue, _ record: inout JSONRecord) -> String? {
        var key = record.first(in: value)
        while let name = key, let content = record.next(after: name, in: value) {
            let word = record.string(name) ?? ""
            if record.kind(of: content) == .object, !Self.commonParts.contains(word) {
                return "[\(wordsOfCamelCase(word))]"
            }
            key = record.next(after: content, in: value)
        }
        return nil
    }

    private static let commonParts: Set = ["incoming", "outgoing", "directionless", "pinDetails"]

    /// Names of files; what has none is called by its kind, as it is on the telephone.
    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        record.elements(of: part[.attachments]).map { file in
            inner.read(file, in: &record)
            inner.read(inner[.pointer], in: &record)
            let name = record.identifier(inner[.fileName]).map(lastPathComponent)
            return name ?? record.identifier(inner[.contentType]) ?? "file"
        }
    }

    private func time(_ sent: String?, _ record: inout JSONRecord) -> ExportedTime {
        if let sent, let time = exportedTime(sent, in: nil), time.zoneIsKnown { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: sent ?? "", zoneIsKnown: false)
    }
}
