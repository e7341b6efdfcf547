/// Makes messages of the objects in `comments`.
struct YtDlpCommentReader {
    let channel: ExportedChannel
    private let video: String?
    private var comment = JSONFields<YtDlpCommentKey>()
    private var owner: ExportedAccount?

    /// `video`: its id on YouTube, for addresses; nil elsewhere.
    init(channel: ExportedChannel, video: String?) {
        self.channel = channel
        self.video = video
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        guard let message = message(in: &record, at: place) else {
            return try yield(.skipped(place, reason: "no id and no text"))
        }
        if let account = message.account, account.isOwner, account != owner {
            owner = account
            try yield(.owner(channel, account))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func message(in record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        comment.read(record.root, in: &record)
        let id = record.identifier(comment[.id])
        let html = record.string(comment[.html])
        let text = record.string(comment[.text]) ?? html.map(HTMLText.plain) ?? ""
        guard id != nil || !text.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        let parent = record.identifier(comment[.parent])
        return ExportedMessage(
            channel: channel, id: id, parent: parent == "root" ? nil : parent, account: account(in: &record),
            time: time(in: &record), text: text, markup: html == text ? nil : html,
            likes: record.integer(comment[.likes]), permalink: youTubePermalink(video: video, comment: id),
            place: place)
    }

    private func account(in record: inout JSONRecord) -> ExportedAccount? {
        let id = record.identifier(comment[.authorID])
        let name = record.string(comment[.author]) ?? ""
        guard id != nil || !name.isEmpty else { return nil }
        let handle = name.hasPrefix("@") ? String(name.dropFirst()) : ""
        return ExportedAccount(id: id, handle: handle, name: name, isOwner: record.isTrue(comment[.isUploader]))
    }

    private func time(in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(comment[.timestamp]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }
}
