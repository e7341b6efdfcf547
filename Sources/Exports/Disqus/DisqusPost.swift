/// A post of the export on its way to a message, with what had to be repaired.
struct DisqusPost {
    private(set) var message: ExportedMessage
    private(set) var repairs: [String] = []

    init(_ record: DisqusRecord, threads: DisqusThreads, zone: LocalZone?) {
        let content = record["message"]
        let text = HTMLText.plain(content)
        let thread = threads.thread(record.thread)
        message = ExportedMessage(
            channel: threads.channel(ofThread: record.thread), id: record.id.isEmpty ? nil : record.id,
            thread: thread, account: DisqusPost.account(record), text: text,
            markup: DisqusPost.isMarkup(content) && text != content ? content : nil,
            status: DisqusPost.status(record), permalink: DisqusPost.permalink(record.id, thread), place: record.place)
        if record.repairs > 0 { repairs.append("\(record.repairs) characters replaced") }
        if record.id.isEmpty { repairs.append("no post id") }
        answer(record)
        date(record, zone: zone)
    }

    private static func isMarkup(_ content: String) -> Bool {
        content.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }

    /// A post that is both deleted and spam is shown nowhere, whoever removed it: deleted.
    private static func status(_ record: DisqusRecord) -> ExportedMessage.Status? {
        let (isDeleted, isSpam) = (record.flag("isDeleted"), record.flag("isSpam"))
        if isDeleted == true { return .deleted }
        if isSpam == true { return .spam }
        return isDeleted == nil && isSpam == nil ? nil : .published
    }

    /// A user name belongs to one person. A guest types any name and any address: the address's digest tells guests
    /// apart, and never makes a guest the same as a user.
    private static func account(_ record: DisqusRecord) -> ExportedAccount? {
        let name = HTMLText.decoded(record.value("author/name"))
        let user = record.value("author/username")
        guard user.isEmpty else { return ExportedAccount(id: "user:" + user, handle: user, name: name) }
        let mail = MailDigest.account(record.value("author/email"))
        guard mail != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: mail, name: name)
    }

    /// Disqus scrolls to `#comment-` and the post's number on the thread's page.
    private static func permalink(_ id: String, _ thread: ExportedThread?) -> String? {
        guard let link = thread?.link, link.hasPrefix("http://") || link.hasPrefix("https://"), !id.isEmpty,
            id.utf8.allSatisfy(XMLCharacters.isDigit)
        else { return nil }
        return "\(link.prefix { $0 != "#" })#comment-\(id)"
    }

    private mutating func answer(_ record: DisqusRecord) {
        guard !record.parent.isEmpty else { return }
        guard record.parent != record.id else { return repairs.append("post answers itself") }
        message.parent = record.parent
    }

    private mutating func date(_ record: DisqusRecord, zone: LocalZone?) {
        let written = record.value("createdAt")
        if let time = exportedTime(written, in: zone) {
            message.time = time
            if !time.zoneIsKnown { repairs.append("time without a zone") }
        } else {
            message.time = ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
            repairs.append("time unknown")
        }
    }
}
