/// One space or direct message: the folder `Groups/Space AAAA` or `Groups/DM AAAA`.
struct GoogleChatGroup {
    var id: String?
    var name: String
    var isDirect: Bool
    /// Everything before the file's own name.
    var path = ""

    init(id: String?, name: String, isDirect: Bool) {
        self.id = id
        self.name = name
        self.isDirect = isDirect
    }

    init?(_ entry: ExportEntry) {
        let parts = entry.parts.suffix(3)
        guard parts.count == 3, let groups = parts.first, groups.lowercased() == "groups",
            parts.last?.lowercased() == "messages.json"
        else { return nil }
        let words = parts[parts.startIndex + 1].split(separator: " ", maxSplits: 1)
        guard words.count == 2, let kind = words.first, kind == "DM" || kind == "Space" else { return nil }
        id = String(words[1])
        name = String(parts[parts.startIndex + 1])
        isDirect = kind == "DM"
        path = String(entry.path.dropLast(entry.name.count))
    }

    /// `id`: what the messages say, else the folder.
    func channel(_ id: String?) -> ExportedChannel {
        ExportedChannel(
            platform: "googlechat", key: id ?? name, name: name, grouping: isDirect ? .byTime : .byReply)
    }
}

/// Whose account it is, and who talks in a group.
struct GoogleChatPeople {
    private(set) var owner: ExportedAccount?
    private var record = JSONRecord()
    private var part = JSONFields<GoogleChatPartKey>()

    mutating func readOwner(_ tree: any ExportTree, yield: (ExportEvent) throws -> Void) throws {
        guard let root = tree.root(of: "user_info.json"), let entry = tree.entry("user_info.json", below: root),
            let object = try tree.detail(of: entry, into: &record, yield: yield)
        else { return }
        part.read(object, in: &record)
        owner = account(part[.user])
    }

    /// The group's own name, else those of its members.
    mutating func name(
        of group: GoogleChatGroup, in tree: any ExportTree, yield: (ExportEvent) throws -> Void
    ) throws -> String {
        guard let entry = tree.entry(group.path + "group_info.json"),
            let object = try tree.detail(of: entry, into: &record, yield: yield)
        else { return group.name }
        part.read(object, in: &record)
        if let name = record.identifier(part[.name]) { return name }
        let names = record.elements(of: part[.members]).prefix(32).compactMap { account($0)?.name }
        return names.isEmpty ? group.name : names.joined(separator: ", ")
    }

    private mutating func account(_ value: JSONValue?) -> ExportedAccount? {
        part.read(value, in: &record)
        return googleChatAccount(part, &record)
    }
}

/// The account that a person's fields describe; the mail address serves as its id, by digest. nil: it names nobody.
func googleChatAccount(_ part: JSONFields<GoogleChatPartKey>, _ record: inout JSONRecord) -> ExportedAccount? {
    let id = record.string(part[.email]).flatMap(MailDigest.account)
    let name = record.string(part[.name]) ?? ""
    guard id != nil || !name.isEmpty else { return nil }
    return ExportedAccount(id: id, name: name, isBot: record.string(part[.userType]) == "Bot")
}
