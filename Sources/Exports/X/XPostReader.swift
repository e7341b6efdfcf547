/// Makes messages of posts.
struct XPostReader {
    private let channel: ExportedChannel
    private var post = JSONFields<XPostKey>()
    private var part = JSONFields<XPartKey>()
    var includes = XIncludes()
    /// Posts of which there are several versions, each with an id of its own.
    private(set) var editedCount = 0
    private(set) var repostCount = 0

    init(options: ExportOptions) {
        // Ids are global, and an export is whatever was asked for: there is one place.
        channel = ExportedChannel(platform: "x", key: options.channel ?? "x", name: options.channel ?? "X")
    }

    /// The message of a post; nil: there is neither id nor text.
    mutating func message(_ value: JSONValue, in record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        post.read(value, in: &record)
        let id = record.identifier(post[.id])
        let written = text(in: &record)
        guard id != nil || !written.isEmpty else { return nil }
        if id == nil { record.repairs.insert(.unusableID) }
        let time = time(id: id, in: &record)
        let text = HTMLText.decoded(written)
        var message = ExportedMessage(
            channel: channel, id: id, parent: parent(in: &record), thread: thread(in: &record),
            account: account(in: &record), time: time,
            editedAt: isLaterVersion(id, in: &record) ? time.milliseconds : nil, text: text,
            markup: text == written ? nil : written, language: language(in: &record),
            permalink: id.flatMap(xPermalink), place: place)
        message.attachments = includes.attachments(post[.attachments], in: &record)
        part.read(post[.metrics], in: &record)
        message.likes = record.integer(part[.likes])
        message.shares = record.integer(part[.reposts])
        return message
    }

    /// Posts beyond 280 characters stand whole in `note_tweet` only.
    private mutating func text(in record: inout JSONRecord) -> String {
        part.read(post[.note], in: &record)
        if let long = record.string(part[.text]), !long.isEmpty { return long }
        return record.string(post[.text]) ?? ""
    }

    private mutating func parent(in record: inout JSONRecord) -> String? {
        var parent: String?
        for reference in record.elements(of: post[.referenced]) {
            part.read(reference, in: &record)
            switch record.string(part[.type]) {
            case "replied_to": parent = record.identifier(part[.id])
            case "retweeted": repostCount += 1
            default: break
            }
        }
        return parent
    }

    private func thread(in record: inout JSONRecord) -> ExportedThread? {
        record.identifier(post[.conversationID]).map { ExportedThread(id: $0, link: xPermalink($0) ?? "") }
    }

    private mutating func account(in record: inout JSONRecord) -> ExportedAccount? {
        if let author = includes.account(post[.author], in: &record) { return author }
        guard let id = record.identifier(post[.authorID]) else { return nil }
        return includes.users[id] ?? ExportedAccount(id: id, name: "")
    }

    private func time(id: String?, in record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(post[.createdAt]) ?? ""
        if let time = exportedTime(written, in: nil) { return time }
        if let milliseconds = id.flatMap(xTime) {
            record.repairs.insert(.timeFromID)
            return ExportedTime(milliseconds: milliseconds, written: written, zoneIsKnown: true)
        }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// The list names all versions, the first one first.
    private mutating func isLaterVersion(_ id: String?, in record: inout JSONRecord) -> Bool {
        let versions = record.elements(of: post[.editHistory]).compactMap { record.identifier($0) }
        guard versions.count > 1 else { return false }
        editedCount += 1
        return versions.first != id
    }

    private func language(in record: inout JSONRecord) -> String? {
        record.string(post[.language]).flatMap(xLanguage)
    }
}

/// X has codes of its own for 'no language': `und`, `zxx`, `qme`, `qst`.
func xLanguage(_ code: String) -> String? {
    code.isEmpty || code == "und" || code == "zxx" || code.hasPrefix("q") ? nil : code
}

/// nil unless the id is a number: an address is never made of free text.
func xPermalink(_ id: String) -> String? { isSnowflake(id) ? "https://x.com/i/status/\(id)" : nil }

/// Milliseconds since 1970 UTC that an id carries above its lowest 22 bits, counted from 2010-11-04T01:42:54.657Z
/// (twitter-archive/snowflake, `IdWorker`); nil for the serial numbers from before.
func xTime(_ id: String) -> Int64? {
    guard isSnowflake(id), let value = UInt64(id), value > 1 << 40 else { return nil }
    return Int64(value >> 22) + 1_288_834_974_657
}
