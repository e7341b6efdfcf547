/// The outermost object. Its messages come before the chat's name and, in all files of the service, newest first; Meta
/// begins a new file after 10 000 of them, so that all of a file can be held.
struct MessengerDocument {
    private static let messageLimit = 12_000
    /// Bytes of held text: 16 MiB.
    private static let textLimit = 16 * 1024 * 1024

    private struct Held {
        var message: ExportedMessage
        var repairs: Repairs
    }

    private let options: ExportOptions
    private var chat = MessengerChat()
    private var detail = JSONRecord()
    private var part = JSONFields<MessengerPartKey>()
    private var reader = MessengerMessageReader()
    private var held: [Held] = []
    private var heldText = 0
    /// The channel, once messages had to go before it was known.
    private var early: ExportedChannel?

    init(options: ExportOptions) { self.options = options }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        var hasMessages = false
        while let key = try walker.nextKey() {
            switch key {
            case "participants": try readParticipants(&walker)
            case "title", "threadName": chat.title = try readText(&walker)
            case "thread_path": chat.path = try readText(&walker)
            case "messages":
                hasMessages = true
                try readMessages(&walker, yield: yield)
            default: try walker.skip()
            }
        }
        try walker.finish()
        guard hasMessages else { throw ExportError.malformed(place: "the end", reason: "there is no 'messages'") }
        try release(to: early ?? chat.channel(options), yield: yield)
        if early != nil { try yield(.note("The file is too large to be named after the chat: its members name it.")) }
    }

    private mutating func readText(_ walker: inout JSONWalker) throws -> String {
        let value = try walker.detail(into: &detail)
        return detail.metaString(value) ?? ""
    }

    private mutating func readParticipants(_ walker: inout JSONWalker) throws {
        let list = try walker.detail(into: &detail)
        for element in detail.elements(of: list).prefix(8) {
            part.read(element, in: &detail)
            let named = detail.kind(of: element) == .string ? element : part[.name]
            if let name = detail.metaString(named), !name.isEmpty { chat.participants.append(name) }
        }
    }

    private mutating func readMessages(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        try walker.eachRecord(of: "messages", yield: yield) { record, place in
            guard let message = reader.message(&record, at: place) else {
                return try yield(.skipped(place, reason: "no sender and no time"))
            }
            held.append(Held(message: message, repairs: record.repairs))
            heldText += message.text.utf8.count
            guard held.count >= Self.messageLimit || heldText >= Self.textLimit else { return }
            let channel = early ?? chat.channel(options)
            early = channel
            try release(to: channel, yield: yield)
        }
    }

    /// Oldest first.
    private mutating func release(to channel: ExportedChannel, yield: (ExportEvent) throws -> Void) throws {
        let times = (held.first?.message.time.milliseconds ?? 0, held.last?.message.time.milliseconds ?? 0)
        if times.0 > times.1 { held.reverse() }
        for item in held {
            var message = item.message
            message.channel = channel
            try yield(.message(message))
            if !item.repairs.isEmpty { try yield(.repaired(message.place, reason: item.repairs.description)) }
        }
        held = []
        heldText = 0
    }
}
