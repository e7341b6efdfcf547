/// Who the package's owner is, and how its channels are called.
struct DiscordPackageNames {
    private(set) var owner: ExportedAccount?
    /// `index.json`: `general in Gartenfreunde`, `Direct Message with mira#0`.
    private var index: [String: String] = [:]
    private var record = JSONRecord()
    private var channel = JSONFields<DiscordPackageChannelKey>()
    private var user = JSONFields<DiscordPackageUserKey>()
    /// Channels whose names are remembered.
    private static let limit = 200_000

    mutating func read(_ tree: any ExportTree, yield: (ExportEvent) throws -> Void) throws {
        for entry in tree.entries {
            let parts = entry.parts.suffix(2).map { $0.lowercased() }
            switch parts {
            case ["account", "user.json"]: try readOwner(tree, entry, yield: yield)
            case ["messages", "index.json"]: try readIndex(tree, entry, yield: yield)
            default: break
            }
        }
    }

    /// Where the messages of a folder stand, in the words of DiscordChatExporter: both make one channel.
    mutating func scope(
        of folder: DiscordPackageFolder, in tree: any ExportTree, yield: (ExportEvent) throws -> Void
    ) throws -> DiscordScope {
        var scope = DiscordScope()
        scope.channelID = folder.channelID
        takeIndex(into: &scope)
        guard let entry = tree.entry(folder.path + "channel.json"),
            let object = try tree.detail(of: entry, into: &record, yield: yield)
        else { return scope }
        channel.read(object, in: &record)
        scope.type = Self.type(record.scalar(channel[.type]) ?? "", known: scope.type)
        if scope.isDirect { scope.guildID = "0" }
        if let name = record.identifier(channel[.name]) { scope.channelName = name }
        channel.read(channel[.guild], in: &record)
        if let id = record.identifier(channel[.id]) { scope.guildID = id }
        if let name = record.identifier(channel[.name]) { scope.guildName = name }
        return scope
    }

    private func takeIndex(into scope: inout DiscordScope) {
        guard let shown = index[scope.channelID] else { return }
        scope.channelName = shown
        if shown.hasPrefix("Direct Message with ") {
            scope.type = "DirectTextChat"
            scope.guildID = "0"
        } else if let range = lastOccurrence(of: " in ", in: shown) {
            scope.channelName = String(shown[..<range.lowerBound])
            scope.guildName = String(shown[range.upperBound...])
        }
    }

    /// The package's words and, in older ones, the numbers of Discord's documentation ('Channel Types').
    private static func type(_ written: String, known: String) -> String {
        switch written {
        case "DM", "1": "DirectTextChat"
        case "GROUP_DM", "3": "DirectGroupTextChat"
        case "PUBLIC_THREAD", "11": "GuildPublicThread"
        case "PRIVATE_THREAD", "12": "GuildPrivateThread"
        case "": known
        default: "GuildTextChat"
        }
    }

    private mutating func readOwner(
        _ tree: any ExportTree, _ entry: ExportEntry, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let object = try tree.detail(of: entry, into: &record, yield: yield) else { return }
        user.read(object, in: &record)
        guard let id = record.identifier(user[.id]) else { return }
        let name = record.string(user[.username]) ?? ""
        let number = record.scalar(user[.discriminator]) ?? ""
        let handle = number.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? name : "\(name)#\(number)"
        let shown = record.string(user[.globalName]) ?? ""
        owner = ExportedAccount(id: id, handle: handle, name: shown.isEmpty ? name : shown)
    }

    private mutating func readIndex(
        _ tree: any ExportTree, _ entry: ExportEntry, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let object = try tree.detail(of: entry, into: &record, yield: yield), record.kind(of: object) == .object
        else { return }
        var next = record.first(in: object)
        while let key = next, let value = record.next(after: key, in: object), index.count < Self.limit {
            if let id = record.string(key), let name = record.string(value) { index[id] = name }
            next = record.next(after: value, in: object)
        }
    }
}

private func lastOccurrence(of separator: String, in text: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var start = text.startIndex
    while start < text.endIndex {
        let end = text.index(start, offsetBy: separator.count, limitedBy: text.endIndex) ?? text.endIndex
        if text[start..<end] == separator { found = start..<end }
        start = text.index(after: start)
    }
    return found
}
