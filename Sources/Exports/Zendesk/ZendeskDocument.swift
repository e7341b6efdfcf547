/// What one answer or one line says. Messages are held until its end, because users follow their comments, and
/// because a ticket's description is its first comment and must not be there twice.
struct ZendeskDocument {
    /// An answer of the API has at most 1000 tickets or 100 comments.
    private static let limit = 4096

    private let options: ExportOptions
    private var messages: ZendeskMessageReader
    private var held: [ZendeskHeld] = []
    private var hasComments = false
    /// Number of the ticket and the address of the account, as far as addresses name them.
    private var ticket: String?
    private var site: String?
    private var thread: ExportedThread?
    /// First comment of each ticket: what the others of it answer. Forgotten beyond the limit.
    private var firstComment: [String: String] = [:]
    private var internalNotes = 0
    private var lone = 0
    private var owners = AnnouncedOwners()

    init(options: ExportOptions) {
        self.options = options
        messages = ZendeskMessageReader(keepsPersonal: options.keepsPersonal)
        ticket = zendeskTicket(inName: options.stem)
    }

    /// Takes an element of one of the lists.
    mutating func read(
        _ list: String, _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        switch list {
        case "users": messages.readUser(record.root, in: &record)
        case "comments":
            hasComments = true
            held.append(messages.comment(record.root, in: &record, at: place))
        default: readTicket(record.root, in: &record, at: place, isOnly: list == "ticket")
        }
        if held.count >= Self.limit { try flush(yield: yield) }
    }

    /// A ticket: its comments where it holds them, else its description.
    mutating func readTicket(
        _ value: JSONValue, in record: inout JSONRecord, at place: ExportPlace, isOnly: Bool = false
    ) {
        let (description, comments, url) = messages.ticket(value, in: &record, at: place)
        site = zendeskSite(url) ?? site
        if isOnly {
            ticket = description.message.thread?.id ?? ticket
            thread = description.message.thread
        }
        guard !comments.isEmpty else { return held.append(description) }
        let path = "\(place).comments"
        for (number, comment) in comments.enumerated() {
            let offset = place.byteOffset + record.start(of: comment)
            let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: offset)
            var inner = messages.comment(comment, in: &record, at: place)
            inner.message.thread = description.message.thread
            held.append(inner)
        }
    }

    /// The addresses of the next and previous page name account and ticket.
    mutating func readAddress(of key: String, _ walker: inout JSONWalker) throws -> Bool {
        guard key == "next_page" || key == "previous_page" || key == "url" else { return false }
        var record = JSONRecord()
        guard case .decoded = try walker.decode(into: &record) else { return true }
        let address = record.string(record.root) ?? ""
        site = zendeskSite(address) ?? site
        ticket = zendeskTicket(inAddress: address) ?? ticket
        return true
    }

    mutating func flush(yield: (ExportEvent) throws -> Void) throws {
        let key = site ?? options.channel ?? options.stem
        let channel = ExportedChannel(platform: "zendesk", key: key, name: options.channel ?? key)
        for var entry in held where !(entry.isDescription && hasComments && entry.message.thread == thread) {
            entry.message.channel = channel
            entry.message.personal = messages.personal(of: entry.message)
            entry.message.account = messages.named(entry.message.account)
            if entry.message.thread == nil { entry.message.thread = thread ?? ticket.map { ExportedThread(id: $0) } }
            follow(&entry)
            if entry.message.isPrivate { internalNotes += 1 }
            try owners.hand(entry.message, repairs: entry.repairs, yield: yield)
        }
        held.removeAll()
        hasComments = false
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        if internalNotes > 0 {
            try yield(.note("\(internalNotes) internal notes are marked private: no customer has seen them."))
        }
        guard lone > 0 else { return }
        try yield(
            .note(
                "\(lone) tickets have their description only, which is their first comment; "
                    + "a file with their comments holds it again."))
    }

    /// A ticket is one conversation: what follows its first comment answers it.
    private mutating func follow(_ entry: inout ZendeskHeld) {
        if entry.isDescription { return lone += 1 }
        let ticket = entry.message.thread?.id ?? ""
        if let first = firstComment[ticket] {
            entry.message.parent = first == entry.message.id ? nil : first
        } else if let id = entry.message.id {
            if firstComment.count >= 4 * Self.limit { firstComment.removeAll() }
            firstComment[ticket] = id
        }
    }
}

/// A message whose author is not named yet.
struct ZendeskHeld {
    var message: ExportedMessage
    var repairs: Repairs
    var isDescription: Bool
}

/// Host of the account, `example.zendesk.com`; nil: the address names none.
func zendeskSite(_ address: String) -> String? {
    guard address.hasPrefix("https://") else { return nil }
    let host = address.dropFirst(8).prefix { $0 != "/" && $0 != "?" }.lowercased()
    let isName = host.utf8.allSatisfy {
        ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "-")
            || $0 == UInt8(ascii: ".")
    }
    return isName && host.contains(".") ? host : nil
}

/// Number of the ticket in `.../tickets/123/comments.json`.
func zendeskTicket(inAddress address: String) -> String? {
    let parts = address.prefix { $0 != "?" }.split(separator: "/")
    guard let index = parts.firstIndex(of: "tickets"), index + 1 < parts.count else { return nil }
    let number = parts[index + 1].prefix { $0 != "." }
    return isSnowflake(String(number)) ? String(number) : nil
}

/// Number of the ticket in a file's name, `ticket-123-comments`.
func zendeskTicket(inName name: String) -> String? {
    let name = name.lowercased()
    guard let word = name.firstRange(of: "ticket") else { return nil }
    let number = name[word.upperBound...].drop { "s-_ #".contains($0) }.prefix { $0.isASCII && $0.isNumber }
    return isSnowflake(String(number)) ? String(number) : nil
}
