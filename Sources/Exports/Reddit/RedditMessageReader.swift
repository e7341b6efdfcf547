/// Makes messages of the objects that Reddit's API and the dumps made of it have in common, so that both formats
/// agree on the same message: ids are fullnames, accounts are known by their names, which never change.
struct RedditMessageReader {
    private var fields = JSONFields<RedditKey>()
    private var meta = JSONFields<RedditMetaKey>()
    /// The last post, whose comments follow it in a listing and do not repeat its title.
    private var lastPost: ExportedThread?

    /// The `replies` of the object that was read last.
    var replies: JSONValue? { fields[.replies] }

    /// `kind` is `t1`, `t3` or `t4`; nil: the object's fields tell comments and posts apart.
    mutating func read(
        _ data: JSONValue, kind: String?, in record: inout JSONRecord, at place: ExportPlace,
        yield: (ExportEvent) throws -> Void
    ) throws {
        fields.read(data, in: &record)
        let kind = kind ?? (fields[.body] != nil ? "t1" : "t3")
        guard let message = message(kind, &record, at: place) else {
            return try yield(.skipped(place, reason: "no subreddit, or neither id nor text"))
        }
        try yield(.message(message))
        if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
    }

    private mutating func message(
        _ kind: String, _ record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage? {
        let id = RedditAddress.fullname(record.scalar(fields[.name]) ?? record.scalar(fields[.id]), kind: kind)
        let written = kind == "t3" ? postText(&record) : record.string(fields[.body])
        guard let channel = channel(kind, &record), id != nil || written != nil else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        let source = written ?? ""
        let text = HTMLText.decoded(source)
        let thread = thread(kind, id, &record)
        let likes = record.isTrue(fields[.hidesScore]) || kind == "t4" ? nil : record.integer(fields[.score])
        return ExportedMessage(
            channel: channel, id: id,
            parent: kind == "t3" ? nil : RedditAddress.parent(record.scalar(fields[.parentID])), thread: thread,
            account: account(&record), time: time(&record), editedAt: edit(&record), text: text,
            markup: text == source ? nil : source, status: status(&record), isPrivate: kind == "t4", likes: likes,
            permalink: permalink(kind, id, thread, &record), place: place)
    }

    /// Title, then the words; a post that is a link has its address for words.
    private func postText(_ record: inout JSONRecord) -> String? {
        guard let title = record.string(fields[.title]) else { return record.string(fields[.selftext]) }
        let words = record.string(fields[.selftext]) ?? ""
        if !words.isEmpty { return "\(title)\n\n\(words)" }
        let address = record.string(fields[.url]) ?? ""
        let path = record.string(fields[.permalink]) ?? ""
        let isOwn = address.isEmpty || (!path.isEmpty && address.hasSuffix(path))
        return isOwn ? title : "\(title)\n\n\(address)"
    }

    private func channel(_ kind: String, _ record: inout JSONRecord) -> ExportedChannel? {
        // A blank cannot stand in a subreddit's name.
        if kind == "t4" {
            return ExportedChannel(platform: "reddit", key: "private messages", name: "private messages")
        }
        guard let name = record.string(fields[.subreddit]), !name.isEmpty else { return nil }
        return ExportedChannel(platform: "reddit", key: name.lowercased(), name: "r/\(name)")
    }

    private mutating func thread(_ kind: String, _ id: String?, _ record: inout JSONRecord) -> ExportedThread? {
        guard kind != "t4" else { return nil }
        let path = record.string(fields[.permalink]) ?? record.string(fields[.context])
        let written = RedditAddress.fullname(record.string(fields[.linkID]), kind: "t3")
        guard let post = kind == "t3" ? id : written ?? RedditAddress.post(inPath: path) else { return nil }
        if kind == "t1", let lastPost, lastPost.id == post { return lastPost }
        let title = record.string(fields[kind == "t3" ? .title : .linkTitle]) ?? ""
        let link =
            (kind == "t3" ? RedditAddress.link(path: path) : nil) ?? RedditAddress.link(message: post, post: post)
        let thread = ExportedThread(id: post, title: HTMLText.decoded(title), link: link ?? "")
        if kind == "t3" { lastPost = thread }
        return thread
    }

    private func permalink(
        _ kind: String, _ id: String?, _ thread: ExportedThread?, _ record: inout JSONRecord
    ) -> String? {
        guard kind != "t4" else { return nil }
        let path = record.string(fields[.permalink]) ?? record.string(fields[.context])
        return RedditAddress.link(path: path) ?? id.flatMap { RedditAddress.link(message: $0, post: thread?.id) }
    }
}

extension RedditMessageReader {
    private func account(_ record: inout JSONRecord) -> ExportedAccount? {
        guard let name = record.string(fields[.author]), !name.isEmpty else {
            if !record.isMissing(fields[.author]) { record.repairs.insert(.unusableAuthor) }
            return nil
        }
        guard name != "[deleted]", name != "[removed]" else { return nil }
        return ExportedAccount(
            id: name, handle: name, name: name, isBot: name == "AutoModerator",
            isOwner: record.string(fields[.distinguished]) == "moderator")
    }

    /// Seconds since 1970: a number in the API, in dumps of some years a string.
    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(fields[.createdTime]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// `false`, or seconds; `true` in the years before Reddit kept the time.
    private func edit(_ record: inout JSONRecord) -> Int64? {
        record.scalar(fields[.edited]).flatMap { exportedTime($0, in: nil)?.milliseconds }
    }

    /// Whoever wrote it deletes, moderators remove: what they removed is hidden.
    private mutating func status(_ record: inout JSONRecord) -> ExportedMessage.Status? {
        meta.read(fields[.meta], in: &record)
        if record.isTrue(fields[.spam]) { return .spam }
        for written in [record.string(fields[.body]), record.string(fields[.selftext])] {
            if written == "[deleted]" { return .deleted }
            if written == "[removed]" || written == "[ Removed by Reddit ]" { return .hidden }
        }
        if let reason = record.string(fields[.removedBy]) ?? record.string(meta[.removalType]) {
            return reason == "deleted" || reason == "author" ? .deleted : .hidden
        }
        if record.isTrue(meta[.wasDeletedLater]) { return .deleted }
        return record.isTrue(fields[.removed]) ? .hidden : nil
    }
}
