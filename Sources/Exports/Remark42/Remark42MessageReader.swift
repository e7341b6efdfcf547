/// Makes messages of the comments of a backup.
struct Remark42MessageReader {
    /// Name and id of whoever was deleted together with their comments (`store.Comment.SetDeleted`).
    private static let deletedUser = "deleted"

    private let fallback: String
    private let zone: LocalZone?
    private let keepsPersonal: Bool
    private var comment = JSONFields<Remark42Key>()
    private var user = JSONFields<Remark42UserKey>()
    private var locator = JSONFields<Remark42LocatorKey>()
    private var edit = JSONFields<Remark42EditKey>()

    init(options: ExportOptions) {
        fallback = options.channel ?? options.stem
        zone = options.zone.flatMap { LocalZone(identifier: $0) }
        keepsPersonal = options.keepsPersonal
    }

    /// Whether a record has the marks of a comment.
    mutating func isComment(_ record: inout JSONRecord) -> Bool {
        comment.read(record.root, in: &record)
        return comment[.locator] != nil && comment[.id] != nil
    }

    /// nil: there is neither an id nor a text.
    mutating func message(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        comment.read(record.root, in: &record)
        user.read(comment[.user], in: &record)
        locator.read(comment[.locator], in: &record)
        edit.read(comment[.edit], in: &record)
        let id = nonempty(record.scalar(comment[.id]))
        let (text, markup) = text(&record)
        if id == nil {
            if text.isEmpty { return nil }
            record.repairs.insert(.unusableID)
        }
        let site = nonempty(record.string(locator[.site])) ?? fallback
        let url = nonempty(record.string(locator[.url]))
        let title = HTMLText.decoded(record.string(comment[.title]) ?? "")
        let parent = nonempty(record.scalar(comment[.pid]))
        var message = ExportedMessage(
            channel: ExportedChannel(platform: "remark42", key: site, name: site), id: id,
            parent: parent == id ? nil : parent, thread: url.map { ExportedThread(id: $0, title: title, link: $0) },
            account: account(&record), time: time(&record),
            editedAt: goTime(record.scalar(edit[.time]) ?? "", in: zone)?.milliseconds, text: text, markup: markup,
            status: record.isTrue(comment[.isDeleted]) ? .deleted : .published,
            likes: record.integer(comment[.score]).flatMap { $0 < 0 ? nil : $0 }, permalink: permalink(id, url),
            place: place)
        if keepsPersonal { message.personal = [PersonalDetail(.ip, record.string(user[.ip]))].compactMap(\.self) }
        return message
    }

    /// `text` is the HTML that readers see, `orig` the Markdown that it was made of.
    private func text(_ record: inout JSONRecord) -> (text: String, markup: String?) {
        guard let html = nonempty(record.string(comment[.text])) else {
            return (record.string(comment[.orig]) ?? "", nil)
        }
        let text = HTMLText.plain(html)
        let isMarkup = html.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
        return (text, isMarkup && text != html ? html : nil)
    }

    private func account(_ record: inout JSONRecord) -> ExportedAccount? {
        let id = nonempty(record.scalar(user[.id]))
        let name = record.string(user[.name]) ?? ""
        // All who were deleted share this id and are not one person.
        guard id != Self.deletedUser else { return nil }
        guard id != nil || !name.isEmpty else {
            if !record.isMissing(comment[.user]) { record.repairs.insert(.unusableAuthor) }
            return nil
        }
        return ExportedAccount(id: id, name: name, isOwner: record.isTrue(user[.admin]))
    }

    private func time(_ record: inout JSONRecord) -> ExportedTime {
        let written = record.scalar(comment[.time]) ?? ""
        if let time = goTime(written, in: zone) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    /// Remark42's own links to a comment end in `#remark42__comment-` and its id (`notify.uiNav`).
    private func permalink(_ id: String?, _ url: String?) -> String? {
        guard let id, let url, url.hasPrefix("https://") || url.hasPrefix("http://"),
            id.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return "\(url.prefix { $0 != "#" })#remark42__comment-\(id)"
    }

    private func nonempty(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
}
