/// Makes messages of the lines that lotse wrote itself.
struct LotseMessageReader {
    private var fields = JSONFields<LotseKey>()

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        fields.read(record.root, in: &record)
        guard let text = record.string(fields[.text]), let channel = channel(&record) else {
            return try yield(.skipped(place, reason: "no text, platform or channel"))
        }
        let message = message(text, in: channel, &record, at: place)
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private func message(
        _ text: String, in channel: ExportedChannel, _ record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        var message = ExportedMessage(
            channel: channel, id: record.string(fields[.id]), parent: record.string(fields[.replyTo]),
            thread: thread(&record), account: account(&record), time: time(&record),
            editedAt: record.integer(fields[.editedMs]).map(Int64.init), text: text,
            markup: record.string(fields[.markup]),
            kind: record.string(fields[.kind]).flatMap(ExportedMessage.Kind.init) ?? .message,
            status: record.string(fields[.status]).flatMap(ExportedMessage.Status.init),
            isPrivate: record.isTrue(fields[.isPrivate]), likes: record.integer(fields[.likes]),
            shares: record.integer(fields[.shares]), rating: record.integer(fields[.rating]),
            language: record.string(fields[.language]), permalink: record.string(fields[.permalink]),
            attachments: attachments(&record), place: place)
        message.parentMark = record.string(fields[.replyToDigest]).flatMap(bytes(ofHex:))
        return message
    }

    private func channel(_ record: inout JSONRecord) -> ExportedChannel? {
        guard let platform = record.string(fields[.platform]), let key = record.string(fields[.channel]) else {
            return nil
        }
        let grouping = record.string(fields[.grouping]).flatMap(ExportedChannel.Grouping.init)
        return ExportedChannel(
            platform: platform, key: key, name: record.string(fields[.channelName]) ?? key,
            grouping: grouping ?? .byReply)
    }

    private func thread(_ record: inout JSONRecord) -> ExportedThread? {
        guard let id = record.string(fields[.thread]) else { return nil }
        return ExportedThread(
            id: id, title: record.string(fields[.threadTitle]) ?? "", link: record.string(fields[.threadLink]) ?? "")
    }

    private func account(_ record: inout JSONRecord) -> ExportedAccount? {
        let id = record.string(fields[.authorID])
        let name = record.string(fields[.author]) ?? ""
        let handle = record.string(fields[.handle]) ?? ""
        guard id != nil || !name.isEmpty || !handle.isEmpty else { return nil }
        return ExportedAccount(
            id: id, handle: handle, name: name, isBot: record.isTrue(fields[.isBot]),
            isOwner: record.isTrue(fields[.isOwner]))
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        ExportedTime(
            milliseconds: record.integer(fields[.ms]).map(Int64.init),
            written: record.string(fields[.written]) ?? "", zoneIsKnown: record.isTrue(fields[.zoneKnown]))
    }

    private func attachments(_ record: inout JSONRecord) -> [String] {
        guard let list = fields[.attachments], record.kind(of: list) == .array else { return [] }
        var names: [String] = []
        var next = record.first(in: list)
        while let element = next {
            if let name = record.string(element) { names.append(name) }
            next = record.next(after: element, in: list)
        }
        return names
    }
}

/// The bytes of an even number of hexadecimal digits; nil: something else.
private func bytes(ofHex digits: String) -> [UInt8]? {
    let nibbles = digits.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) }
    guard nibbles.count.isMultiple(of: 2), !nibbles.contains(nil) else { return nil }
    let known = nibbles.compactMap(\.self)
    return stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
}
