/// What a comment inherits from the thread that holds it.
struct YouTubeScope {
    var video: String?
    /// The channel whose video it is: ours, where its author is the same.
    var owner: String?
    var parent: String?
    var isPrivate = false
}

/// Makes messages of comments.
struct YouTubeCommentReader {
    private let options: ExportOptions
    private var item = JSONFields<YouTubeItemKey>()
    private var comment = JSONFields<YouTubeCommentKey>()
    private var part = JSONFields<YouTubePartKey>()

    init(options: ExportOptions) { self.options = options }

    /// The message of a `comment`; nil: there is neither id nor text.
    mutating func message(
        _ value: JSONValue?, in record: inout JSONRecord, scope: YouTubeScope, at place: ExportPlace
    ) -> ExportedMessage? {
        item.read(value, in: &record)
        comment.read(item[.snippet], in: &record)
        let id = record.identifier(item[.id])
        let (text, markup) = text(in: &record)
        guard id != nil || !text.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        var scope = scope
        scope.video = record.identifier(comment[.videoId]) ?? scope.video
        scope.owner = record.identifier(comment[.channelId]) ?? scope.owner
        scope.parent = record.identifier(comment[.parentId]) ?? scope.parent
        let time = time(in: &record)
        return ExportedMessage(
            channel: channel(scope), id: id, parent: scope.parent, account: account(scope, in: &record), time: time,
            editedAt: edit(after: time, in: &record), text: text, markup: markup, status: status(in: &record),
            isPrivate: scope.isPrivate, likes: record.integer(comment[.likeCount]),
            permalink: youTubePermalink(video: scope.video, comment: id), place: place)
    }

    func channel(_ scope: YouTubeScope) -> ExportedChannel {
        let key = scope.video ?? options.channel ?? options.stem
        return ExportedChannel(platform: "youtube", key: key, name: options.channel ?? key)
    }

    /// `textOriginal` is given to the author only, and to whoever may moderate; `textDisplay` is HTML.
    private func text(in record: inout JSONRecord) -> (text: String, markup: String?) {
        let display = record.string(comment[.textDisplay]) ?? ""
        let text = record.string(comment[.textOriginal]) ?? HTMLText.plain(display)
        return (text, display.isEmpty || display == text ? nil : display)
    }

    private mutating func account(_ scope: YouTubeScope, in record: inout JSONRecord) -> ExportedAccount? {
        part.read(comment[.authorChannelId], in: &record)
        let id = record.identifier(part[.value])
        let name = record.string(comment[.authorDisplayName]) ?? ""
        guard id != nil || !name.isEmpty else { return nil }
        // Names are handles since 2023.
        let handle = name.hasPrefix("@") ? String(name.dropFirst()) : ""
        return ExportedAccount(id: id, handle: handle, name: name, isOwner: id != nil && id == scope.owner)
    }

    private func time(in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(comment[.publishedAt]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func edit(after time: ExportedTime, in record: inout JSONRecord) -> Int64? {
        guard let written = record.string(comment[.updatedAt]), let updated = exportedTime(written, in: nil) else {
            return nil
        }
        return updated.milliseconds == time.milliseconds ? nil : updated.milliseconds
    }

    /// Only the channel's owner is told.
    private func status(in record: inout JSONRecord) -> ExportedMessage.Status? {
        switch record.string(comment[.moderationStatus]) {
        case "published": .published
        case "heldForReview": .pending
        case "likelySpam": .spam
        case "rejected": .hidden
        default: nil
        }
    }
}

/// nil unless both ids are of the characters that YouTube uses: an address is never made of free text.
func youTubePermalink(video: String?, comment: String?) -> String? {
    guard let video, isYouTubeID(video) else { return nil }
    guard let comment, isYouTubeID(comment) else { return nil }
    return "https://www.youtube.com/watch?v=\(video)&lc=\(comment)"
}

private func isYouTubeID(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 128
        && id.utf8.allSatisfy { byte in
            byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
}
