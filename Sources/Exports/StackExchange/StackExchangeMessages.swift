/// Makes messages of posts and of the comments below them. Both are numbered on their own, so a comment's id says
/// that it is one.
struct StackExchangeMessages {
    /// Answers whose question is remembered, for the comments below them; and bytes of names.
    static let answerLimit = 4_000_000
    static let nameBytes = 64 * 1024 * 1024

    private let channel: ExportedChannel
    private let host: String?
    private var questions: [UInt32: UInt32] = [:]
    private var names: [String: String] = [:]
    private var size = 0
    /// Rows that are no messages: wiki pages of tags and the like.
    private(set) var otherPosts = 0

    init(site: String?) {
        channel = ExportedChannel(
            platform: "stackexchange", key: site ?? "stackexchange", name: site ?? "stackexchange")
        host = site.flatMap { Self.isHost($0) ? $0 : nil }
    }

    /// Whether a name is that of a site: `ai.stackexchange.com`.
    static func isHost(_ name: String) -> Bool {
        name.contains(".") && !name.hasPrefix(".")
            && name.utf8.allSatisfy {
                XMLCharacters.isLetter($0) || XMLCharacters.isDigit($0) || $0 == 0x2D || $0 == 0x2E
            }
    }

    mutating func takeUser(_ row: StackExchangeRow) {
        guard let id = row["Id"], let name = row["DisplayName"], size + name.utf8.count + 64 <= Self.nameBytes else {
            return
        }
        size += name.utf8.count + 64
        names[id] = name
    }

    mutating func takePost(_ row: StackExchangeRow, _ yield: (ExportEvent) throws -> Void) throws {
        guard let type = row["PostTypeId"] else { return try yield(.skipped(row.place, reason: "no PostTypeId")) }
        guard type == "1" || type == "2" else { return otherPosts += 1 }
        guard let id = row["Id"] else { return try yield(.skipped(row.place, reason: "no Id")) }
        let question = type == "1" ? nil : row["ParentId"]
        remember(answer: id, to: question)
        let body = row["Body"] ?? ""
        let words = HTMLText.plain(body)
        let title = type == "1" ? row["Title"] ?? "" : ""
        var message = ExportedMessage(
            channel: channel, id: id, parent: question == id ? nil : question,
            thread: thread(type == "1" ? id : question, title: title), account: account(row, "Owner"),
            time: time(row), editedAt: row["LastEditDate"].flatMap { exportedTime($0, in: nil)?.milliseconds },
            text: [title, words].filter { !$0.isEmpty }.joined(separator: "\n\n"), markup: body == words ? nil : body,
            likes: row["Score"].flatMap { Int($0) },
            permalink: link(type == "1" ? "q/" : "a/", id), place: row.place)
        if message.markup?.isEmpty == true { message.markup = nil }
        try emit(message, yield)
    }

    mutating func takeComment(_ row: StackExchangeRow, _ yield: (ExportEvent) throws -> Void) throws {
        guard let id = row["Id"], let text = row["Text"] else {
            return try yield(.skipped(row.place, reason: "no Id or no Text"))
        }
        let post = row["PostId"]
        let message = ExportedMessage(
            channel: channel, id: "comment:" + id, parent: post, thread: thread(post.flatMap(question), title: ""),
            account: account(row, ""), time: time(row), text: text, likes: row["Score"].flatMap { Int($0) },
            permalink: link("posts/comments/", id), place: row.place)
        try emit(message, yield)
    }

    private func emit(_ message: ExportedMessage, _ yield: (ExportEvent) throws -> Void) throws {
        try yield(.message(message))
        if message.time.milliseconds == nil { try yield(.repaired(message.place, reason: "time unknown")) }
    }

    /// Times are in UTC and do not say so.
    private func time(_ row: StackExchangeRow) -> ExportedTime {
        let written = row["CreationDate"] ?? ""
        guard let milliseconds = exportedTime(written, in: nil)?.milliseconds else {
            return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
        }
        return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true)
    }

    /// People who deleted their account have a name and no id; below zero is the site's own 'Community'.
    private func account(_ row: StackExchangeRow, _ prefix: String) -> ExportedAccount? {
        let id = row[prefix + "UserId"]
        guard
            let name = id.flatMap({ names[$0] }) ?? row[prefix + "UserDisplayName"] ?? row[prefix + "DisplayName"]
                ?? id.map({ "user" + $0 })
        else { return nil }
        return ExportedAccount(id: id, name: name, isBot: id?.hasPrefix("-") ?? false)
    }

    private func thread(_ question: String?, title: String) -> ExportedThread? {
        question.map { ExportedThread(id: $0, title: title, link: link("q/", $0) ?? "") }
    }

    private func link(_ path: String, _ id: String) -> String? {
        guard let host, id.utf8.allSatisfy(XMLCharacters.isDigit) else { return nil }
        return "https://\(host)/\(path)\(id)"
    }

    private mutating func remember(answer: String, to question: String?) {
        guard let id = UInt32(answer), questions.count < Self.answerLimit else { return }
        questions[id] = question.map { UInt32($0) ?? 0 } ?? id
    }

    /// The question under which a post stands; nil: it was not seen.
    private func question(of post: String) -> String? {
        guard let id = UInt32(post), let question = questions[id], question != 0 else { return nil }
        return String(question)
    }
}
