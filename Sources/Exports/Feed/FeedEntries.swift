/// Makes messages of entries. Reddit's feeds get the ids that Reddit's other formats have, so that a thread is one
/// however it was exported.
struct FeedEntries {
    /// Entries whose conversation is remembered.
    private static let limit = 100_000

    private let channel: ExportedChannel
    private let zone: LocalZone?
    private let title: String
    private var threads: [String: ExportedThread] = [:]

    init(feed: FeedRecord, dialect: FeedNames.Dialect, options: ExportOptions) {
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        title = FeedEntries.withoutPrefix(HTMLText.decoded(feed[.title]))
        let address = dialect == .atom && feed[.link].isEmpty ? feed[.id] : feed[.link]
        let name = options.channel ?? (feed[.title].isEmpty ? options.stem : HTMLText.decoded(feed[.title]))
        channel = ExportedChannel(
            platform: options.platform ?? "feed", key: address.isEmpty ? name : address, name: name)
    }

    mutating func message(_ entry: FeedRecord, repairs: inout [String]) -> ExportedMessage? {
        let address = entry[.link].isEmpty ? entry[.id] : entry[.link]
        let reddit = FeedReddit(entry, address: address)
        let isComment = !entry.answers.isEmpty || reddit?.isComment ?? false || address.contains("#comment-")
        let markup = entry[.content].isEmpty ? entry[.summary] : entry[.content]
        let words = entry.contentType == "text" ? markup : HTMLText.plain(markup)
        let heading = isComment && !words.isEmpty ? "" : HTMLText.decoded(entry[.title])
        let text = [heading, words].filter { !$0.isEmpty }.joined(separator: "\n\n")
        let own = entry[.id].isEmpty && address.contains("#comment-") ? address : entry[.id]
        let id = reddit?.id ?? (own.isEmpty ? nil : own)
        guard !text.isEmpty || id != nil else { return nil }
        var message = ExportedMessage(
            channel: reddit?.channel ?? channel, id: id, account: account(entry, isReddit: reddit != nil),
            time: time(entry, &repairs), text: text, markup: words == markup || markup.isEmpty ? nil : markup,
            permalink: webLink(address), place: entry.place)
        if let answered = FeedReddit.fullname(entry.answers) ?? (entry.answers.isEmpty ? nil : entry.answers) {
            if answered == id { repairs.append("answers itself") } else { message.parent = answered }
        }
        message.thread = thread(of: message, entry, address, reddit, heading)
        if !entry[.updated].isEmpty, !entry[.published].isEmpty, entry[.updated] != entry[.published] {
            message.editedAt = FeedTime.time(entry[.updated], in: zone)?.milliseconds
        }
        return message
    }

    private mutating func thread(
        of message: ExportedMessage, _ entry: FeedRecord, _ address: String, _ reddit: FeedReddit?, _ heading: String
    ) -> ExportedThread? {
        let found: ExportedThread?
        if let post = reddit?.post {
            found = threads[post] ?? ExportedThread(id: post, title: reddit?.id == post ? heading : "")
        } else if let parent = message.parent {
            found = threads[parent] ?? ExportedThread(id: parent)
        } else if let mark = address.firstRange(of: "#comment-") {
            let page = String(address[..<mark.lowerBound])
            found = page.isEmpty ? nil : ExportedThread(id: page, title: title, link: webLink(page) ?? "")
        } else {
            found = message.id.map { ExportedThread(id: $0, title: heading, link: message.permalink ?? "") }
        }
        if let id = message.id, let found, threads.count < Self.limit { threads[id] = found }
        return found
    }

    private func account(_ entry: FeedRecord, isReddit: Bool) -> ExportedAccount? {
        let name = HTMLText.decoded(entry[.name])
        guard !name.isEmpty else { return nil }
        guard isReddit else { return ExportedAccount(id: nil, name: name) }
        let handle = name.hasPrefix("/u/") ? String(name.dropFirst(3)) : name
        guard handle != "[deleted]", !handle.isEmpty else { return nil }
        return ExportedAccount(id: handle, handle: handle, name: handle, isBot: handle == "AutoModerator")
    }

    private func time(_ entry: FeedRecord, _ repairs: inout [String]) -> ExportedTime {
        let written = entry[.published].isEmpty ? entry[.updated] : entry[.published]
        if let time = FeedTime.time(written, in: zone) { return time }
        repairs.append("time unknown")
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func webLink(_ text: String) -> String? {
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        return isWeb && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : nil
    }

    /// WordPress names the feed of a post's comments `Comments on: POST`.
    private static func withoutPrefix(_ title: String) -> String {
        for prefix in ["Comments on: ", "Kommentare zu: "] where title.hasPrefix(prefix) {
            return String(title.dropFirst(prefix.count))
        }
        return title
    }
}
