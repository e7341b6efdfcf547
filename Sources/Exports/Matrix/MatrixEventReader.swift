/// Makes messages, and changes to them, of a room's events.
struct MatrixEventReader {
    private var room: MatrixRoom
    private var event = JSONFields<MatrixEventKey>()
    private var content = JSONFields<MatrixContentKey>()
    private var inner = JSONFields<MatrixContentKey>()
    private var relation = JSONFields<MatrixRelationKey>()
    private var part = JSONFields<MatrixRelationKey>()
    private var unsigned = JSONFields<MatrixUnsignedKey>()
    private var bundle = JSONFields<MatrixBundleKey>()
    /// Messages whose key the exporting client did not have.
    private(set) var encryptedCount = 0

    init(room: MatrixRoom) { self.room = room }

    /// nil: nothing that an event must have is there.
    mutating func read(_ record: inout JSONRecord, at place: ExportPlace) -> MatrixEvent? {
        event.read(record.root, in: &record)
        content.read(event[.content], in: &record)
        unsigned.read(event[.unsigned], in: &record)
        relation.read(content[.relation], in: &record)
        guard let type = record.identifier(event[.type]), let sender = record.identifier(event[.sender]) else {
            return nil
        }
        let isRedacted = !record.isMissing(unsigned[.redactedBecause])
        switch type {
        case "m.reaction":
            guard !isRedacted, let target = record.identifier(relation[.target]) else { return .nothing }
            return .reaction(target: target, id: record.identifier(event[.id]))
        case "m.room.redaction":
            let target = record.identifier(event[.redacts]) ?? record.identifier(content[.redacts])
            return target.map { .redaction(target: $0) } ?? .nothing
        case "m.room.member":
            return member(sender, &record, at: place)
        default:
            if let edit = edit(by: sender, &record) { return edit }
            var message = message(type, by: sender, &record, at: place)
            if isRedacted { message.status = .deleted }
            return .message(message)
        }
    }

    private mutating func edit(by sender: String, _ record: inout JSONRecord) -> MatrixEvent? {
        guard record.string(relation[.type]) == "m.replace", let target = record.identifier(relation[.target]) else {
            return nil
        }
        inner.read(content[.newContent], in: &record)
        let body = record.string(inner[.body]) ?? record.string(content[.body]) ?? ""
        let words = words(body, record.string(inner[.formatted]))
        return .edit(
            target: target,
            MatrixEdit(sender: sender, time: time(&record).milliseconds, text: words.text, markup: words.markup))
    }

    private mutating func message(
        _ type: String, by sender: String, _ record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        let id = record.identifier(event[.id])
        if id == nil { record.repairs.insert(.unusableID) }
        let roomID = record.identifier(event[.room])
        let channel = room.channel(roomID)
        let isState = event[.stateKey] != nil
        var message = ExportedMessage(
            channel: channel, id: id, account: account(sender), time: time(&record), text: "",
            kind: isState ? .system : .message,
            permalink: id.flatMap { MatrixRoom.permalink(room: channel.key, event: $0) }, place: place)
        if isState {
            message.text = notice(type, &record)
        } else {
            fill(&message, type, &record)
            relate(&message, &record)
            addBundles(&message, &record)
        }
        return message
    }

    private mutating func fill(_ message: inout ExportedMessage, _ type: String, _ record: inout JSONRecord) {
        let body = record.string(content[.body]) ?? ""
        let kind = record.string(content[.msgtype]) ?? ""
        switch (type, kind) {
        case ("m.room.encrypted", _):
            if record.isMissing(unsigned[.redactedBecause]) { encryptedCount += 1 }
            message.text = "[not decrypted]"
        case ("m.sticker", _): message.attachments = body.isEmpty ? [] : [lastPathComponent(body)]
        case ("m.room.message", "m.image"), ("m.room.message", "m.file"), ("m.room.message", "m.audio"),
            ("m.room.message", "m.video"):
            let file = record.identifier(content[.filename]) ?? body
            if !file.isEmpty { message.attachments = [lastPathComponent(file)] }
            if file != body { message.text = MatrixText.withoutFallback(body) }
        case ("m.room.message", _):
            (message.text, message.markup) = words(body, record.string(content[.formatted]))
            if kind == "m.emote" { message.kind = .action }
        default:
            message.text = body.isEmpty ? "[\(type)]" : body
            if type.hasPrefix("m.call.") { message.kind = .system }
        }
    }

    private func words(_ body: String, _ formatted: String?) -> (text: String, markup: String?) {
        let text = MatrixText.withoutFallback(body)
        guard let formatted, !formatted.isEmpty else { return (text, nil) }
        let markup = MatrixText.withoutReply(formatted)
        return (text, markup == text ? nil : markup)
    }
}

extension MatrixEventReader {
    /// In a thread, clients that do not know threads are told to answer the last message: that is no answer.
    private mutating func relate(_ message: inout ExportedMessage, _ record: inout JSONRecord) {
        part.read(relation[.reply], in: &record)
        message.parent = record.identifier(part[.target])
        guard record.string(relation[.type]) == "m.thread", let root = record.identifier(relation[.target]) else {
            return
        }
        message.thread = ExportedThread(id: root)
        if message.parent == nil || record.isTrue(relation[.isFallingBack]) { message.parent = root }
    }

    /// What a server tells with an event of the others that relate to it.
    private mutating func addBundles(_ message: inout ExportedMessage, _ record: inout JSONRecord) {
        bundle.read(unsigned[.relations], in: &record)
        let (replacement, annotation) = (bundle[.replacement], bundle[.annotation])
        let isRoot = bundle[.thread].map { record.kind(of: $0) == .object } ?? false
        if isRoot, message.thread == nil, let id = message.id { message.thread = ExportedThread(id: id) }
        addReplacement(replacement, to: &message, &record)
        bundle.read(annotation, in: &record)
        var sum = 0
        for element in record.elements(of: bundle[.chunk]) {
            bundle.read(element, in: &record)
            let count = min(max(record.integer(bundle[.count]) ?? 0, 0), Int(Int32.max))
            sum += count
        }
        if sum > 0 { message.likes = sum }
    }

    private mutating func addReplacement(
        _ value: JSONValue?, to message: inout ExportedMessage, _ record: inout JSONRecord
    ) {
        guard let value, record.kind(of: value) == .object else { return }
        event.read(value, in: &record)
        message.editedAt = exportedTime(record.scalar(event[.time]) ?? "", in: nil)?.milliseconds
        content.read(event[.content], in: &record)
        inner.read(content[.newContent], in: &record)
        guard let body = record.string(inner[.body]) else { return }
        (message.text, message.markup) = words(body, record.string(inner[.formatted]))
    }

    /// A state of the room that somebody set.
    private mutating func notice(_ type: String, _ record: inout JSONRecord) -> String {
        let value = record.identifier(content[.name]) ?? record.identifier(content[.topic])
        let word = type.split(separator: ".").last.map { String($0).replacing("_", with: " ") } ?? type
        return value.map { "room \(word): \($0)" } ?? "room \(word)"
    }

    private mutating func member(
        _ sender: String, _ record: inout JSONRecord, at place: ExportPlace
    ) -> MatrixEvent {
        let subject = record.identifier(event[.stateKey]) ?? sender
        let name = record.identifier(content[.displayname])
        let membership = record.string(content[.membership]) ?? ""
        inner.read(unsigned[.previous], in: &record)
        let (before, oldName) = (record.string(inner[.membership]), record.string(inner[.displayname]))
        var notice = message("m.room.member", by: sender, &record, at: place)
        notice.kind = .system
        let shown = name ?? oldName ?? subject
        if membership == "join", before == "join" {
            notice.text = oldName == name ? "\(shown) changed their profile" : "\(oldName ?? subject) is now \(shown)"
        } else {
            notice.text = "\(shown): \(membership.isEmpty ? "membership" : membership)"
        }
        guard let name, membership == "join" else { return .message(notice) }
        return .renamed(member: subject, name: name, notice: notice)
    }

    private func account(_ sender: String) -> ExportedAccount {
        let local = sender.dropFirst(sender.hasPrefix("@") ? 1 : 0).prefix { $0 != ":" }
        return ExportedAccount(id: sender, handle: sender, name: local.isEmpty ? sender : String(local))
    }

    private mutating func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(event[.time]) ?? ""
        if let time = exportedTime(written, in: nil), time.zoneIsKnown { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }
}
