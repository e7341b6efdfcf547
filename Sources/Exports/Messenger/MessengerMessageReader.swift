/// Makes messages of the objects in `messages`. The addresses that they were sent from (`ip`) are not read.
struct MessengerMessageReader {
    private var message = JSONFields<MessengerMessageKey>()
    private var part = JSONFields<MessengerPartKey>()

    /// The message, in a channel that is still to be named; nil: there is nothing in it.
    mutating func message(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        message.read(record.root, in: &record)
        let sender = record.metaString(message[.sender] ?? message[.newSender]) ?? ""
        guard !sender.isEmpty || !record.isMissing(message[.time] ?? message[.newTime]) else { return nil }
        if sender.isEmpty { record.repairs.insert(.unusableAuthor) }
        let isUnsent = record.isTrue(message[.isUnsent]) || record.isTrue(message[.newIsUnsent])
        let share = share(&record)
        var attachments = attachments(&record)
        if let link = share.link { attachments.append(link) }
        return ExportedMessage(
            channel: ExportedChannel(platform: "messenger", key: "", name: "", grouping: .byTime), id: nil,
            account: sender.isEmpty ? nil : ExportedAccount(id: nil, name: sender), time: time(&record),
            text: record.metaString(message[.content] ?? message[.newText]) ?? share.text ?? call(&record),
            kind: isNotice(&record) ? .system : .message, status: isUnsent ? .deleted : nil, isPrivate: true,
            likes: likes(record), attachments: attachments, place: place)
    }

    /// Joins, departures, calls.
    private func isNotice(_ record: inout JSONRecord) -> Bool {
        ["Subscribe", "Unsubscribe", "Call"].contains(record.string(message[.type]) ?? "")
    }

    private func call(_ record: inout JSONRecord) -> String {
        record.integer(message[.callDuration]).map { "call: \($0) s" } ?? ""
    }

    private func likes(_ record: JSONRecord) -> Int? {
        let count = record.elements(of: message[.reactions]).count
        return count > 0 ? count : nil
    }

    private mutating func share(_ record: inout JSONRecord) -> (text: String?, link: String?) {
        part.read(message[.share], in: &record)
        let link = record.metaString(part[.link]).flatMap { $0.isEmpty ? nil : WebAddress.shareable($0) }
        return (record.metaString(part[.text]), link)
    }

    /// Files as the archive calls them.
    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        var files: [JSONValue] = []
        for key in [MessengerMessageKey.photos, .videos, .gifs, .audio, .files, .media] {
            files += record.elements(of: message[key])
        }
        if let sticker = message[.sticker] { files.append(sticker) }
        return files.compactMap { file in
            part.read(file, in: &record)
            let name = WebAddress.fileName(record.metaString(part[.uri]) ?? "")
            return name.isEmpty ? nil : name
        }
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(message[.time] ?? message[.newTime]) ?? ""
        if let time = exportedTime(written, in: nil), time.zoneIsKnown { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }
}
