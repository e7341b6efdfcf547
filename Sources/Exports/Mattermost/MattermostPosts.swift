/// Makes messages of posts and of the replies inside them.
struct MattermostPosts {
    struct Place {
        var name: String
        var isPrivate: Bool
    }

    /// By `team/channel`.
    var channels: [String: Place] = [:]
    /// By user name.
    var accounts: [String: ExportedAccount] = [:]
    private var post = JSONFields<MattermostPostKey>()
    private var part = JSONFields<MattermostPartKey>()

    mutating func read(
        _ value: JSONValue?, isDirect: Bool, _ record: inout JSONRecord, at place: ExportPlace,
        yield: (ExportEvent) throws -> Void
    ) throws {
        post.read(value, in: &record)
        let scope = isDirect ? directScope(&record) : scope(&record)
        let replies = record.elements(of: post[.replies])
        guard let scope, var root = message(&record, in: scope, answers: nil, at: place) else {
            return try yield(.skipped(place, reason: "no channel, or no time and no words"))
        }
        if !replies.isEmpty { root.thread = root.id.map { ExportedThread(id: $0) } }
        try yield(.message(root))
        for reply in replies {
            post.read(reply, in: &record)
            guard let message = message(&record, in: scope, answers: root, at: place) else {
                try yield(.skipped(place, reason: "a reply without time and words"))
                continue
            }
            try yield(.message(message))
        }
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private typealias Scope = (channel: ExportedChannel, isPrivate: Bool)

    /// A post may name a pair of team and channel that no line declares.
    private func scope(_ record: inout JSONRecord) -> Scope? {
        guard let team = record.string(post[.team]), let name = record.identifier(post[.channel]) else { return nil }
        let known = channels["\(team)/\(name)"]
        let shown = [team, known?.name ?? name].filter { !$0.isEmpty }.joined(separator: " / ")
        return (
            ExportedChannel(platform: "mattermost", key: "\(team)/\(name)", name: shown), known?.isPrivate ?? false
        )
    }

    /// The members come in any order, and they are all that a direct channel is known by.
    private func directScope(_ record: inout JSONRecord) -> Scope? {
        let members = record.elements(of: post[.channelMembers]).prefix(64).compactMap { record.identifier($0) }
        guard !members.isEmpty else { return nil }
        let sorted = members.sorted()
        let names = sorted.map { accounts[$0]?.name ?? $0 }
        let channel = ExportedChannel(
            platform: "mattermost", key: "@" + sorted.joined(separator: ","), name: names.joined(separator: ", "),
            grouping: .byTime)
        return (channel, true)
    }

    private mutating func message(
        _ record: inout JSONRecord, in scope: Scope, answers root: ExportedMessage?, at place: ExportPlace
    ) -> ExportedMessage? {
        let text = record.string(post[.message]) ?? ""
        let written = record.scalar(post[.createAt]) ?? ""
        let attachments = files(&record)
        if written.isEmpty, text.isEmpty, attachments.isEmpty { return nil }
        let author = record.string(post[.user]) ?? ""
        let type = record.string(post[.type]) ?? ""
        let time = exportedTime(written, in: nil)
        if time == nil { record.repairs.insert(.timeUnknown) }
        let edited = record.scalar(post[.editAt]).flatMap { $0 == "0" ? nil : exportedTime($0, in: nil)?.milliseconds }
        let id = ContentDigest.id(of: [scope.channel.key, author, written, text])
        return ExportedMessage(
            channel: scope.channel, id: id, parent: root?.id,
            thread: root?.thread, account: account(author, &record),
            time: time ?? ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false), editedAt: edited,
            text: text, kind: type.hasPrefix("system_") ? .system : type == "me" ? .action : .message,
            isPrivate: scope.isPrivate, likes: likes(&record), attachments: attachments, place: place)
    }

    private mutating func account(_ author: String, _ record: inout JSONRecord) -> ExportedAccount? {
        part.read(post[.props], in: &record)
        let isBot = record.string(part[.fromBot]) == "true" || record.string(part[.fromWebhook]) == "true"
        guard !author.isEmpty else { return nil }
        var account = accounts[author] ?? ExportedAccount(id: author, handle: author, name: author)
        if isBot {
            account.isBot = true
            if let name = record.identifier(part[.overrideUsername]) { account.name = name }
        }
        return account
    }

    private mutating func files(_ record: inout JSONRecord) -> [String] {
        record.elements(of: post[.attachments]).compactMap { file in
            part.read(file, in: &record)
            return record.identifier(part[.path]).map(lastPathComponent)
        }
    }

    private func likes(_ record: inout JSONRecord) -> Int? {
        let count = record.elements(of: post[.reactions]).count
        return count == 0 ? nil : count
    }
}
