/// Makes messages of items and of search hits; both give the same id to the same item.
struct HackerNewsItemReader {
    private static let channel = ExportedChannel(
        platform: "hackernews", key: "news.ycombinator.com", name: "Hacker News")
    private var fields = JSONFields<HackerNewsKey>()

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        fields.read(record.root, in: &record)
        guard let id = first([.id, .objectID], &record) else {
            return try yield(.skipped(place, reason: "no id"))
        }
        let title = HTMLText.decoded(record.string(fields[.title]) ?? "")
        let html = first([.text, .commentText, .storyText], &record) ?? ""
        let words = HTMLText.plain(html)
        let address = words.isEmpty ? record.string(fields[.url]) ?? "" : ""
        let message = ExportedMessage(
            channel: Self.channel, id: id, parent: first([.parent, .parentID, .poll], &record),
            thread: thread(id, title, &record), account: account(&record), time: time(&record),
            text: [title, words, address].filter { !$0.isEmpty }.joined(separator: "\n\n"),
            markup: html == words || html.isEmpty ? nil : html, status: status(record),
            likes: record.integer(fields[.score]) ?? record.integer(fields[.points]), permalink: permalink(id),
            place: place)
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private func first(_ keys: [HackerNewsKey], _ record: inout JSONRecord) -> String? {
        for key in keys {
            if let text = record.scalar(fields[key]), !text.isEmpty { return text }
        }
        return nil
    }

    /// Only search hits say to which story a comment belongs.
    private func thread(_ id: String, _ title: String, _ record: inout JSONRecord) -> ExportedThread? {
        let isReply = first([.parent, .parentID, .poll], &record) != nil
        guard let story = isReply ? first([.storyID], &record) : id else { return nil }
        let shown = isReply ? HTMLText.decoded(record.string(fields[.storyTitle]) ?? "") : title
        return ExportedThread(id: story, title: shown, link: permalink(story) ?? "")
    }

    private func account(_ record: inout JSONRecord) -> ExportedAccount? {
        guard let name = first([.by, .author], &record) else { return nil }
        return ExportedAccount(id: name, handle: name, name: name)
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = first([.time, .createdSeconds, .createdAt], &record) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// Dead: users or the site's software took it from sight.
    private func status(_ record: JSONRecord) -> ExportedMessage.Status? {
        if record.isTrue(fields[.deleted]) { return .deleted }
        return record.isTrue(fields[.dead]) ? .hidden : nil
    }

    private func permalink(_ id: String) -> String? {
        isSnowflake(id) ? "https://news.ycombinator.com/item?id=\(id)" : nil
    }
}

/// The fields of items (Firebase) and of hits (Algolia).
enum HackerNewsKey: Int, JSONKey {
    case id, by, parent, poll, text, time, title, url, score, dead, deleted
    case objectID, author, commentText, storyText, storyID, storyTitle, parentID, createdSeconds, createdAt, points

    var name: String {
        switch self {
        case .commentText: "comment_text"
        case .storyText: "story_text"
        case .storyID: "story_id"
        case .storyTitle: "story_title"
        case .parentID: "parent_id"
        case .createdSeconds: "created_at_i"
        case .createdAt: "created_at"
        default: String(describing: self)
        }
    }
}
