/// Makes messages of statuses. Ids are URIs, which every instance shares; the ids of the API count on one instance.
struct MastodonStatusReader {
    /// A status with what is needed to find its parent.
    struct Status {
        var message: ExportedMessage
        /// The instance's own ids of the status and of what it answers.
        var localID: String?
        var replyTo: String?
        /// Host of an account without host in its name: the instance that gave the file.
        var instance: String?
        var repairs: Repairs
    }

    /// What one record is.
    enum Outcome {
        case status(Status)
        case boost
        case unusable(reason: String)
    }

    private let channel: ExportedChannel
    private var fields = JSONFields<MastodonKey>()
    private var author = JSONFields<MastodonAccountKey>()
    private var media = JSONFields<MastodonMediaKey>()

    init(options: ExportOptions) {
        let name = options.channel ?? "fediverse"
        channel = ExportedChannel(platform: "mastodon", key: name, name: name)
    }

    mutating func read(_ record: inout JSONRecord, at place: ExportPlace) -> Outcome {
        fields.read(record.root, in: &record)
        if !record.isMissing(fields[.reblog]) { return .boost }
        guard let html = record.string(fields[.content]) else { return .unusable(reason: "no content") }
        guard let uri = filled(.uri, &record) ?? filled(.url, &record) else { return .unusable(reason: "no uri") }
        let warning = record.string(fields[.warning]) ?? ""
        let words = HTMLText.plain(html)
        author.read(fields[.account], in: &record)
        let message = ExportedMessage(
            channel: channel, id: uri, account: account(&record), time: time(&record),
            editedAt: record.string(fields[.editedAt]).flatMap { exportedTime($0, in: nil)?.milliseconds },
            text: [warning, words].filter { !$0.isEmpty }.joined(separator: "\n\n"),
            markup: html == words ? nil : html,
            isPrivate: ["private", "direct"].contains(record.string(fields[.visibility])),
            likes: record.integer(fields[.likes]), shares: record.integer(fields[.boosts]),
            language: filled(.language, &record), permalink: webAddress(filled(.url, &record)),
            attachments: attachments(&record), place: place)
        return .status(
            Status(
                message: message, localID: filled(.id, &record), replyTo: filled(.replyTo, &record),
                instance: instance(&record), repairs: record.repairs))
    }

    private func filled(_ key: MastodonKey, _ record: inout JSONRecord) -> String? {
        record.scalar(fields[key]).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(fields[.createdAt]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// Account ids count on one instance; the account's address is the same everywhere.
    private func account(_ record: inout JSONRecord) -> ExportedAccount? {
        let name = record.string(author[.acct]) ?? ""
        guard !name.isEmpty else {
            record.repairs.insert(.unusableAuthor)
            return nil
        }
        let host = name.contains("@") ? nil : instance(&record)
        let handle = host.map { "\(name)@\($0)" } ?? name
        let shown = record.string(author[.displayName]) ?? ""
        return ExportedAccount(
            id: record.string(author[.url]) ?? handle, handle: handle, name: shown.isEmpty ? name : shown,
            isBot: record.isTrue(author[.bot]))
    }

    private func instance(_ record: inout JSONRecord) -> String? {
        guard let name = record.string(author[.acct]), !name.isEmpty, !name.contains("@"),
            let address = webAddress(record.string(author[.url]))
        else { return nil }
        return address.split(separator: "/").dropFirst().first.map { $0.lowercased() }
    }

    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        guard let list = fields[.media], record.kind(of: list) == .array else { return [] }
        var names: [String] = []
        var next = record.first(in: list)
        while let element = next {
            media.read(element, in: &record)
            if let address = record.string(media[.url]) { names.append(lastPathComponent(address)) }
            next = record.next(after: element, in: list)
        }
        return names
    }
}

/// The text where it is an address of the web in plain ASCII, as addresses have to be (RFC 3986).
private func webAddress(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"),
        text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return text
}
