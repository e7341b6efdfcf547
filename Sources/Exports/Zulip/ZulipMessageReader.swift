/// Makes messages of the rows of `zerver_message`.
struct ZulipMessageReader {
    private let realm: ZulipRealm
    private let reactions: ZulipReactions
    private var message = JSONFields<ZulipMessageKey>()

    init(realm: ZulipRealm, reactions: ZulipReactions) {
        self.realm = realm
        self.reactions = reactions
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        message.read(record.root, in: &record)
        guard let id = record.integer(message[.id]), let recipient = record.integer(message[.recipient]),
            let source = record.string(message[.content])
        else { return try yield(.skipped(place, reason: "no id, no recipient or no content")) }
        let sender = record.integer(message[.sender])
        let scope = realm.scope(recipient: recipient, sender: sender)
        let topic = record.string(message[.subject]) ?? ""
        let isAction = source.hasPrefix("/me ")
        let plain = ZulipText.plain(isAction ? String(source.dropFirst(4)) : source)
        try yield(
            .message(
                ExportedMessage(
                    channel: scope.channel, id: String(id),
                    thread: scope.hasTopics && !topic.isEmpty ? thread(topic, in: scope) : nil,
                    account: sender.map { realm.accounts[$0] ?? ExportedAccount(id: String($0), name: "") },
                    time: time(&record), editedAt: edit(&record), text: plain,
                    markup: plain == source ? nil : source, kind: isAction ? .action : .message,
                    isPrivate: scope.isPrivate, likes: reactions[id], attachments: ZulipText.uploads(in: source),
                    place: place)))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    /// Topics are the same in either case, and resolved ones have a mark before them.
    private func thread(_ topic: String, in scope: ZulipRealm.Scope) -> ExportedThread {
        let plain = topic.hasPrefix("\u{2714} ") ? String(topic.dropFirst(2)) : topic
        return ExportedThread(id: "\(scope.channel.key)#\(plain.lowercased())", title: topic)
    }

    private mutating func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(message[.dateSent]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// The history is JSON inside a string, the newest change first.
    private mutating func edit(_ record: inout JSONRecord) -> Int64? {
        if let written = record.scalar(message[.lastEditTime]) { return exportedTime(written, in: nil)?.milliseconds }
        guard let history = record.string(message[.editHistory]) else { return nil }
        var inner = JSONRecord()
        guard inner.fault(parsing: Array(history.utf8)[...]) == nil else { return nil }
        var change = JSONFields<ZulipChangeKey>()
        let stamps = inner.elements(of: inner.root).compactMap { element -> Int64? in
            change.read(element, in: &inner)
            guard !inner.isMissing(change[.prevContent]) else { return nil }
            return inner.scalar(change[.timestamp]).flatMap { exportedTime($0, in: nil)?.milliseconds }
        }
        return stamps.max()
    }
}

/// One change in a message's history.
enum ZulipChangeKey: Int, SnakeCaseKey {
    case prevContent, timestamp
}
