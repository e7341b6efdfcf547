/// Reads `direct-messages.js`: an array of conversations with their messages, which may be of any length.
struct XArchiveMessageReader {
    private let owner: ExportedAccount?
    private var event = JSONFields<XArchiveMessageKey>()
    private var create = JSONFields<XArchiveMessageKey>()
    private var link = JSONFields<XArchiveMessageKey>()
    private var count = 0
    private var notices = 0

    init(owner: ExportedAccount?) { self.owner = owner }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("[") else { throw walker.malformed("no array") }
        var number = 0
        while try walker.nextElement() {
            let path = "direct_messages[\(number)]"
            number += 1
            guard try walker.enter("{") else {
                try walker.skip()
                continue
            }
            while let key = try walker.nextKey() {
                if key == "dmConversation", try walker.enter("{") {
                    try readConversation(&walker, path: path, yield: yield)
                } else {
                    try walker.skip()
                }
            }
        }
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        if count > 0 { try yield(.note("\(count) direct messages are private.")) }
        if notices > 0 { try yield(.note("\(notices) joins and changes of conversations were passed over.")) }
    }

    private mutating func readConversation(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        var record = JSONRecord()
        var conversation = path
        while let key = try walker.nextKey() {
            switch key {
            case "conversationId":
                let value = try walker.detail(into: &record)
                conversation = record.identifier(value) ?? path
            case "messages": try readMessages(&walker, of: conversation, path: "\(path).messages", yield: yield)
            default: try walker.skip()
            }
        }
    }

    private mutating func readMessages(
        _ walker: inout JSONWalker, of conversation: String, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        let channel = ExportedChannel(
            platform: "x", key: "dm:\(conversation)", name: "X direct messages \(conversation)", grouping: .byTime)
        try walker.eachRecord(of: path, yield: yield) { record, place in
            event.read(record.root, in: &record)
            guard let created = event[.messageCreate] else { return notices += 1 }
            create.read(created, in: &record)
            guard let message = message(in: channel, &record, at: place) else {
                return try yield(.skipped(place, reason: "no id and no text"))
            }
            count += 1
            try yield(.message(message))
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
    }

    private mutating func message(
        in channel: ExportedChannel, _ record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage? {
        let id = record.identifier(create[.id])
        let written = record.string(create[.text]) ?? ""
        guard id != nil || !written.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        let text = HTMLText.decoded(written)
        // Posts and messages have ids of the same form, and posts' ids count everywhere.
        var message = ExportedMessage(
            channel: channel, id: id.map { "dm:\($0)" }, account: account(in: &record), time: time(id, in: &record),
            text: text, markup: text == written ? nil : written, isPrivate: true, place: place)
        message.attachments = attachments(in: &record)
        return message
    }

    private func account(in record: inout JSONRecord) -> ExportedAccount? {
        guard let sender = record.identifier(create[.senderId]) else { return nil }
        if let owner, owner.id == sender { return owner }
        return ExportedAccount(id: sender, name: "")
    }

    private func time(_ id: String?, in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(create[.createdAt]) ?? ""
        if let time = x1Time(written) { return time }
        let milliseconds = id.flatMap(xTime)
        record.repairs.insert(milliseconds == nil ? .timeUnknown : .timeFromID)
        return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: milliseconds != nil)
    }

    private mutating func attachments(in record: inout JSONRecord) -> [String] {
        let files = record.elements(of: create[.mediaUrls]).compactMap { record.identifier($0).map(lastPathComponent) }
        return files
            + record.elements(of: create[.urls]).compactMap { element in
                link.read(element, in: &record)
                return record.identifier(link[.expanded])
            }
    }
}
