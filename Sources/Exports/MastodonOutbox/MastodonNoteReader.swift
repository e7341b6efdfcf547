/// Makes messages of the activities of an outbox: the ids, accounts and texts are those of `MastodonStatusReader`, so
/// that a post is the same one in an archive and in an answer of the API.
struct MastodonNoteReader {
    enum Outcome {
        case message(ExportedMessage)
        case boost
        /// Follows, updates, deletions.
        case other
        case unusable(reason: String)
    }

    let channel: ExportedChannel
    /// What `actor.json` says.
    private let known: MastodonActor?
    private var activity = JSONFields<MastodonActivityKey>()
    private var note = JSONFields<MastodonNoteKey>()
    private var part = JSONFields<MastodonNoteKey>()

    init(options: ExportOptions, actor: MastodonActor?) {
        let name = options.channel ?? "fediverse"
        channel = ExportedChannel(platform: "mastodon", key: name, name: name)
        known = actor
    }

    mutating func read(_ record: inout JSONRecord, at place: ExportPlace) -> Outcome {
        activity.read(record.root, in: &record)
        switch record.string(activity[.type]) {
        case "Create": break
        case "Announce": return .boost
        case nil: return .unusable(reason: "no activity")
        default: return .other
        }
        note.read(activity[.object], in: &record)
        guard let html = record.string(note[.content]) else { return .unusable(reason: "no content") }
        guard let id = record.identifier(note[.id]) ?? record.identifier(note[.url]) else {
            return .unusable(reason: "no id")
        }
        return .message(message(id, html, &record, at: place))
    }

    private mutating func message(
        _ id: String, _ html: String, _ record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        let link = WebAddress.plain(record.string(note[.url]))
        let warning = record.string(note[.summary]) ?? ""
        let words = HTMLText.plain(html)
        var message = ExportedMessage(
            channel: channel, id: id, parent: parent(&record),
            thread: record.identifier(note[.conversation]).map { ExportedThread(id: $0) },
            account: account(post: link, &record), time: time(&record),
            editedAt: record.string(note[.updated]).flatMap { exportedTime($0, in: nil)?.milliseconds },
            text: [warning, words].filter { !$0.isEmpty }.joined(separator: "\n\n"),
            markup: html == words ? nil : html, isPrivate: !isPublic(&record), language: language(&record),
            permalink: link, place: place)
        if message.parent == id { message.parent = nil }
        message.attachments = attachments(&record)
        message.likes = total(note[.likes], &record)
        message.shares = total(note[.shares], &record)
        return message
    }

    /// A post is answered by its id, or by an object that has one.
    private mutating func parent(_ record: inout JSONRecord) -> String? {
        if let id = record.identifier(note[.inReplyTo]) { return id }
        part.read(note[.inReplyTo], in: &record)
        return record.identifier(part[.id])
    }

    private func account(post: String?, _ record: inout JSONRecord) -> ExportedAccount? {
        guard let id = record.identifier(note[.attributedTo]) ?? record.identifier(activity[.actor]) else {
            record.repairs.insert(.unusableAuthor)
            return nil
        }
        let actor = known.flatMap { $0.id == id ? $0 : nil } ?? MastodonActor(id: id)
        return actor.account(post: post)
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(note[.published]) ?? record.scalar(activity[.published]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }
}

extension MastodonNoteReader {
    /// Whether anybody may read it: 'public' stands among the receivers, for listed posts in `to`, for unlisted ones in
    /// `cc`. What says nothing of receivers counts as not public.
    private func isPublic(_ record: inout JSONRecord) -> Bool {
        for receivers in [note[.to], note[.cc], activity[.to], activity[.cc]] {
            for receiver in [receivers].compactMap(\.self) + record.elements(of: receivers) {
                if let name = record.string(receiver), Self.publicNames.contains(name) { return true }
            }
        }
        return false
    }

    /// ActivityPub, 5.6 'Public Addressing'.
    private static let publicNames: Set<String> = [
        "https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public",
    ]

    /// The key of the one text in `contentMap`.
    private func language(_ record: inout JSONRecord) -> String? {
        guard let map = note[.contentMap], record.kind(of: map) == .object, let key = record.first(in: map),
            let value = record.next(after: key, in: map), record.next(after: value, in: map) == nil
        else { return nil }
        return record.identifier(key)
    }

    private mutating func attachments(_ record: inout JSONRecord) -> [String] {
        record.elements(of: note[.attachment]).compactMap { element in
            part.read(element, in: &record)
            return record.identifier(part[.url]).map(lastPathComponent)
        }
    }

    private mutating func total(_ value: JSONValue?, _ record: inout JSONRecord) -> Int? {
        part.read(value, in: &record)
        return record.integer(part[.totalItems])
    }
}
