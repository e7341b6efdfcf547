/// Makes messages of posts. What the topic says may come behind them, so it is put in later.
struct DiscoursePostReader {
    /// A post with what is needed to find its parent and its topic.
    struct Post {
        var message: ExportedMessage
        var number: Int?
        var replyTo: Int?
        var topic: String
        var slug: String
        var title: String
        var repairs: Repairs
    }

    private static let like = 2
    private var fields = JSONFields<DiscourseKey>()
    private var action = JSONFields<DiscourseActionKey>()
    /// Filled by `DiscourseTopic`.
    private let channel = ExportedChannel(platform: "discourse", key: "", name: "")

    /// nil: it is no post.
    mutating func read(_ record: inout JSONRecord, at place: ExportPlace) -> Post? {
        fields.read(record.root, in: &record)
        let cooked = record.string(fields[.cooked])
        guard let id = record.identifier(fields[.id]), cooked != nil || fields[.raw] != nil else { return nil }
        let html = DiscourseHTML(cooked ?? "")
        let type = record.integer(fields[.postType]) ?? 1
        var message = ExportedMessage(
            channel: channel, id: id, account: account(&record), time: time(&record), editedAt: edit(&record),
            text: cooked == nil ? record.string(fields[.raw]) ?? "" : html.text,
            markup: cooked == html.text ? nil : cooked, kind: type == 2 || type == 3 ? .system : .message,
            status: status(record), isPrivate: type == 4, likes: likes(&record), attachments: html.attachments,
            place: place)
        if message.text.isEmpty { message.text = record.string(fields[.actionCode]) ?? "" }
        if message.markup?.isEmpty == true { message.markup = nil }
        return Post(
            message: message, number: record.integer(fields[.postNumber]), replyTo: record.integer(fields[.replyTo]),
            topic: record.identifier(fields[.topicID]) ?? "", slug: record.string(fields[.topicSlug]) ?? "",
            title: HTMLText.decoded(record.string(fields[.topicTitle]) ?? ""), repairs: record.repairs)
    }

    /// The site's own accounts (`system`, `discobot`) have ids below zero.
    private func account(_ record: inout JSONRecord) -> ExportedAccount? {
        let handle = record.string(fields[.username]) ?? ""
        let shown = record.string(fields[.name]) ?? ""
        let id = record.identifier(fields[.userID])
        guard id != nil || !handle.isEmpty else {
            record.repairs.insert(.unusableAuthor)
            return nil
        }
        let isOwner = [fields[.admin], fields[.moderator], fields[.staff]].contains { record.isTrue($0) }
        return ExportedAccount(
            id: id, handle: handle, name: shown.isEmpty ? handle : shown,
            isBot: record.integer(fields[.userID]).map { $0 < 0 } ?? false, isOwner: isOwner)
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(fields[.createdAt]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// `updated_at` moves for other reasons too; only a version beyond the first says that there was an edit.
    private func edit(_ record: inout JSONRecord) -> Int64? {
        guard let version = record.integer(fields[.version]), version > 1 else { return nil }
        return record.string(fields[.updatedAt]).flatMap { exportedTime($0, in: nil)?.milliseconds }
    }

    private func status(_ record: JSONRecord) -> ExportedMessage.Status {
        if !record.isMissing(fields[.deletedAt]) || record.isTrue(fields[.userDeleted]) { return .deleted }
        return record.isTrue(fields[.hidden]) ? .hidden : .published
    }

    private mutating func likes(_ record: inout JSONRecord) -> Int? {
        guard fields[.actions] != nil else { return nil }
        for element in record.elements(of: fields[.actions]) {
            action.read(element, in: &record)
            if record.integer(action[.id]) == Self.like { return record.integer(action[.count]) ?? 0 }
        }
        return 0
    }
}
