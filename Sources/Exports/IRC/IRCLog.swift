/// Makes messages of the lines of a log.
struct IRCLog {
    private let zone: LocalZone?
    private let isNamed: Bool
    private var channel: ExportedChannel
    private var days: IRCDays
    private var legacyLines = 0
    private var undated = 0

    init(options: ExportOptions) {
        let name = options.channel ?? IRCFileName(options.stem).channel
        isNamed = options.channel != nil
        channel = ExportedChannel(platform: "irc", key: name, name: name, grouping: .byTime)
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        days = IRCDays(stem: options.stem)
    }

    mutating func take(
        _ bytes: ArraySlice<UInt8>, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        guard bytes.contains(where: { !isJSONBlank($0) }) else { return }
        var repairs: Repairs = []
        let (text, isLegacy) = IRCText.decoded(bytes, repairs: &repairs)
        if isLegacy { legacyLines += 1 }
        if days.take(text[...]) || takeChannel(text) { return }
        guard let line = IRCLine(text[...]) else {
            return try yield(.skipped(place, reason: "not a line that a program for IRC writes"))
        }
        try yield(.message(message(line, at: place)))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        if legacyLines > 0 {
            try yield(.note("\(legacyLines) lines are not UTF-8 and were read as Windows-1252."))
        }
        guard undated > 0 else { return }
        try yield(.note("\(undated) lines have no day; a file named after it (2024-03-01) gives them their times."))
    }

    /// mIRC says of which channel a part of the log is.
    private mutating func takeChannel(_ text: String) -> Bool {
        let mark = "Session Ident: "
        guard text.hasPrefix(mark) else { return false }
        let name = String(text.dropFirst(mark.count).prefix { $0 != " " })
        if !isNamed, !name.isEmpty { (channel.key, channel.name) = (name, name) }
        return true
    }

    private mutating func message(_ line: IRCLine, at place: ExportPlace) -> ExportedMessage {
        let time = days.time(of: line, in: zone)
        if time.milliseconds == nil { undated += 1 }
        var message = ExportedMessage(channel: channel, id: nil, time: time, text: "", place: place)
        switch line.words {
        case .message(let nick, let text):
            message.account = account(nick)
            message.text = String(text)
        case .action(let nick, let text):
            message.account = account(nick)
            message.text = String(text)
            message.kind = .action
        case .notice(let text):
            message.text = IRCText.withoutAddresses(text)
            message.kind = .system
        }
        return message
    }

    /// A nick is a name and no id: it is lent, not owned.
    private func account(_ nick: Substring) -> ExportedAccount? {
        nick.isEmpty ? nil : ExportedAccount(id: nil, handle: String(nick), name: String(nick))
    }
}
