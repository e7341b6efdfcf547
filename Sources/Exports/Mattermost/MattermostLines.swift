/// Reads the lines: what channels and users are called comes before the posts.
struct MattermostLines {
    /// Names that are remembered; others show as the export's own short names.
    private static let limit = 500_000

    private(set) var hasLines = false
    private var posts = MattermostPosts()
    private var line = JSONFields<MattermostLineKey>()
    private var place = JSONFields<MattermostPlaceKey>()
    private var user = JSONFields<MattermostUserKey>()

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        line.read(record.root, in: &record)
        guard let type = record.string(line[.type]) else { return try yield(.skipped(place, reason: "no type")) }
        hasLines = true
        switch type {
        case "channel": takeChannel(&record)
        case "user": takeUser(line[.user], isBot: false, &record)
        case "bot": takeUser(line[.bot], isBot: true, &record)
        case "post": try posts.read(line[.post], isDirect: false, &record, at: place, yield: yield)
        case "direct_post": try posts.read(line[.directPost], isDirect: true, &record, at: place, yield: yield)
        default: break
        }
    }

    private mutating func takeChannel(_ record: inout JSONRecord) {
        place.read(line[.channel], in: &record)
        let (team, name) = (record.string(place[.team]) ?? "", record.string(place[.name]) ?? "")
        guard !name.isEmpty, posts.channels.count < Self.limit else { return }
        posts.channels["\(team)/\(name)"] = MattermostPosts.Place(
            name: record.identifier(place[.displayName]) ?? name, isPrivate: record.string(place[.type]) == "P")
    }

    private mutating func takeUser(_ value: JSONValue?, isBot: Bool, _ record: inout JSONRecord) {
        user.read(value, in: &record)
        guard let handle = record.identifier(user[.username]), posts.accounts.count < Self.limit else { return }
        let parts = [user[.firstName], user[.lastName]].compactMap { record.identifier($0) }
        let names = [record.identifier(user[.nickname]), record.identifier(user[.displayName])].compactMap(\.self)
        let full = parts.joined(separator: " ")
        posts.accounts[handle] = ExportedAccount(
            id: handle, handle: handle, name: names.first ?? (full.isEmpty ? handle : full), isBot: isBot,
            isOwner: (record.string(user[.roles]) ?? "").split(separator: " ").contains("system_admin"))
    }
}
