/// Makes messages of tickets and comments, and knows the users.
struct ZendeskMessageReader {
    private static let userLimit = 50_000

    private var ticket = JSONFields<ZendeskTicketKey>()
    private var comment = JSONFields<ZendeskCommentKey>()
    private var part = JSONFields<ZendeskPartKey>()
    private let keepsPersonal: Bool
    private var users: [String: User] = [:]

    private struct User {
        var name: String
        var isAgent: Bool
        var personal: [PersonalDetail]
    }

    init(keepsPersonal: Bool) {
        self.keepsPersonal = keepsPersonal
    }

    /// The name is kept, the address only where it is asked for.
    mutating func readUser(_ value: JSONValue, in record: inout JSONRecord) {
        part.read(value, in: &record)
        guard let id = record.identifier(part[.id]), users.count < Self.userLimit else { return }
        let role = record.string(part[.role])
        users[id] = User(
            name: record.string(part[.name]) ?? "", isAgent: role == "agent" || role == "admin",
            personal: keepsPersonal ? personal(mail: .email, in: &record) : [])
    }

    /// What the part that was read last says of a person.
    private func personal(mail: ZendeskPartKey, in record: inout JSONRecord) -> [PersonalDetail] {
        [
            PersonalDetail(.email, record.string(part[mail])), PersonalDetail(.phone, record.scalar(part[.phone])),
        ].compactMap(\.self)
    }

    /// A message's own details, then those of the user who wrote it, each once.
    func personal(of message: ExportedMessage) -> [PersonalDetail] {
        let known = message.account?.id.flatMap { users[$0]?.personal } ?? []
        return message.personal + known.filter { !message.personal.contains($0) }
    }

    /// Who sent what came by mail or by telephone.
    private mutating func sender(_ via: JSONValue?, in record: inout JSONRecord) -> [PersonalDetail] {
        guard keepsPersonal else { return [] }
        part.read(via, in: &record)
        part.read(part[.source], in: &record)
        part.read(part[.from], in: &record)
        return personal(mail: .address, in: &record)
    }

    func named(_ account: ExportedAccount?) -> ExportedAccount? {
        guard var account, let id = account.id, let user = users[id] else { return account }
        if !user.name.isEmpty { account.name = user.name }
        account.isOwner = user.isAgent
        return account
    }

    /// The description as a message, the comments that the ticket holds, and its address.
    mutating func ticket(
        _ value: JSONValue, in record: inout JSONRecord, at place: ExportPlace
    ) -> (description: ZendeskHeld, comments: [JSONValue], url: String) {
        ticket.read(value, in: &record)
        let id = record.identifier(ticket[.id])
        let url = record.string(ticket[.url]) ?? ""
        if id == nil { record.repairs.insert(.unusableID) }
        let comments = record.elements(of: ticket[.comments]).filter { record.kind(of: $0) == .object }
        let link = zendeskLink(url, id)
        let title = record.string(ticket[.subject]) ?? ""
        let requester = ticket[.requester]
        if let requester { readUser(requester, in: &record) }
        let author = record.identifier(ticket[.requester_id]) ?? embedded(requester, in: &record)
        let time = comments.isEmpty ? record.messageTime(ticket[.created_at]) : .unknown
        var message = ExportedMessage(
            channel: unknownChannel, id: id.map { "ticket/\($0)" },
            thread: id.map { ExportedThread(id: $0, title: title, link: link ?? "") },
            account: account(author, via: ticket[.via], in: &record), time: time,
            text: record.string(ticket[.description]) ?? "",
            isPrivate: ticket[.is_public].map { record.kind(of: $0) == .false } ?? false, permalink: link,
            place: place)
        message.personal = sender(ticket[.via], in: &record)
        let held = ZendeskHeld(message: message, repairs: record.repairs, isDescription: true)
        record.repairs = []
        return (held, comments, url)
    }

    mutating func comment(_ value: JSONValue, in record: inout JSONRecord, at place: ExportPlace) -> ZendeskHeld {
        comment.read(value, in: &record)
        let id = record.identifier(comment[.id])
        if id == nil { record.repairs.insert(.unusableID) }
        let html = record.identifier(comment[.html_body])
        let text =
            record.identifier(comment[.body]) ?? record.identifier(comment[.plain_body])
            ?? html.map(HTMLText.plain) ?? ""
        let writer = comment[.author]
        if let writer { readUser(writer, in: &record) }
        let author = record.identifier(comment[.author_id]) ?? embedded(writer, in: &record)
        var message = ExportedMessage(
            channel: unknownChannel, id: id, account: account(author, via: comment[.via], in: &record),
            time: record.messageTime(comment[.created_at]), text: text, markup: html == text ? nil : html,
            isPrivate: comment[.isPublic].map { record.kind(of: $0) == .false } ?? false,
            attachments: attachments(comment[.attachments], in: &record), place: place)
        message.personal = sender(comment[.via], in: &record)
        let held = ZendeskHeld(message: message, repairs: record.repairs, isDescription: false)
        record.repairs = []
        return held
    }

    /// What came by mail names its sender.
    private mutating func account(
        _ id: String?, via: JSONValue?, in record: inout JSONRecord
    ) -> ExportedAccount? {
        guard let id else { return nil }
        part.read(via, in: &record)
        let isMail = record.string(part[.channel]) == "email"
        part.read(part[.source], in: &record)
        part.read(part[.from], in: &record)
        let name = isMail ? record.string(part[.name]) ?? "" : ""
        return ExportedAccount(id: id, name: name.contains("@") ? "" : name)
    }

    private mutating func embedded(_ user: JSONValue?, in record: inout JSONRecord) -> String? {
        part.read(user, in: &record)
        return record.identifier(part[.id])
    }

    private mutating func attachments(_ value: JSONValue?, in record: inout JSONRecord) -> [String] {
        record.elements(of: value).compactMap {
            part.read($0, in: &record)
            return record.identifier(part[.file_name]).map(lastPathComponent)
        }
    }

    private var unknownChannel: ExportedChannel { ExportedChannel(platform: "zendesk", key: "", name: "") }
}

/// The page of a ticket for agents: the API's own address is for programs.
private func zendeskLink(_ url: String, _ id: String?) -> String? {
    guard let site = zendeskSite(url), let id, isSnowflake(id) else { return nil }
    return "https://\(site)/agent/tickets/\(id)"
}
