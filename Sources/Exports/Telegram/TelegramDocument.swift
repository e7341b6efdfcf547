/// The outermost object: a chat itself, or an account with lists of chats.
struct TelegramDocument {
    private let options: ExportOptions
    private let zone: LocalZone?
    private var detail = JSONRecord(acceptsHexEscapes: true)
    private var record = JSONRecord(acceptsHexEscapes: true)
    private var chatCount = 0

    init(options: ExportOptions) {
        self.options = options
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
    }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        var chat = TelegramChat(path: "messages")
        while let key = try walker.nextKey() {
            if key == "chats" || key == "left_chats" {
                try readChats(&walker, key, yield: yield)
            } else {
                try readField(&walker, key, of: &chat, yield: yield)
            }
        }
        try walker.finish()
        guard chatCount > 0 else { throw ExportError.malformed(place: "the end", reason: "there is no 'messages'") }
    }

    private mutating func readChats(
        _ walker: inout JSONWalker, _ key: String, yield: (ExportEvent) throws -> Void
    ) throws {
        guard try walker.enter("{") else { return try walker.skip() }
        chatCount += 1
        while let part = try walker.nextKey() {
            guard part == "list", try walker.enter("[") else {
                try walker.skip()
                continue
            }
            var number = 0
            while try walker.nextElement() {
                try readChat(&walker, path: "\(key).list[\(number)]", yield: yield)
                number += 1
            }
        }
    }

    private mutating func readChat(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        guard try walker.enter("{") else { return try walker.skip() }
        var chat = TelegramChat(path: "\(path).messages")
        while let key = try walker.nextKey() { try readField(&walker, key, of: &chat, yield: yield) }
    }

    private mutating func readField(
        _ walker: inout JSONWalker, _ key: String, of chat: inout TelegramChat, yield: (ExportEvent) throws -> Void
    ) throws {
        switch key {
        case "id", "name", "type":
            let value = try walker.detail(into: &detail)
            chat.take(detail.scalar(value) ?? "", as: key)
        case "messages": try readMessages(&walker, of: chat, yield: yield)
        default: try walker.skip()
        }
    }

    private mutating func readMessages(
        _ walker: inout JSONWalker, of chat: TelegramChat, yield: (ExportEvent) throws -> Void
    ) throws {
        guard try walker.enter("[") else { throw walker.malformed("'messages' is no array") }
        chatCount += 1
        var reader = TelegramMessageReader(chat: chat, options: options, zone: zone)
        var number = 0
        while try walker.nextElement() {
            let place = ExportPlace(unit: .item, number: number, path: chat.path, byteOffset: walker.window.offset)
            number += 1
            switch try walker.decode(into: &record) {
            case .refused(let reason): try yield(.skipped(place, reason: reason))
            case .decoded: try reader.read(&record, at: place, yield: yield)
            }
        }
        if reader.hasLocalTimes, zone == nil {
            try yield(.note("Some times are local times of the exporting machine, and their zone is not known."))
        }
    }
}
