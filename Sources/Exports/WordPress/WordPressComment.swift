/// A comment of the export on its way to a message, with what had to be repaired.
struct WordPressComment {
    private(set) var message: ExportedMessage
    private(set) var repairs: [String] = []

    init(
        _ record: WordPressRecord, rating: Int?, post: inout WordPressPost, channel: ExportedChannel,
        authors: WordPressAuthors, zone: String?
    ) {
        let content = record["wp:comment_content"]
        let text = HTMLText.plain(content)
        let type = record.value("wp:comment_type")
        message = ExportedMessage(
            channel: channel, id: nil, thread: post.thread, account: authors.account(of: record), text: text,
            markup: WordPressComment.isMarkup(content) && text != content ? content : nil,
            kind: ["", "comment", "review"].contains(type) ? .message : .system,
            status: WordPressComment.status(record.value("wp:comment_approved")),
            isPrivate: post.isPrivate || WordPressComment.internalTypes.contains(type), rating: rating,
            place: record.place)
        if record.repairs > 0 { repairs.append("\(record.repairs) characters replaced") }
        identify(record, post: &post)
        answer(record, post: post)
        date(record, zone: zone)
    }

    /// Notes that editors (WordPress 6.9) and shops (WooCommerce) keep among the comments.
    private static let internalTypes: Set<String> = ["note", "order_note"]

    private static func isMarkup(_ content: String) -> Bool {
        content.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }

    private static func status(_ approved: String) -> ExportedMessage.Status? {
        switch approved {
        case "1": .published
        case "0": .pending
        case "spam": .spam
        case "trash", "post-trashed": .deleted
        default: nil
        }
    }

    /// Ids stay as they are written: two that differ in any byte are two.
    private mutating func identify(_ record: WordPressRecord, post: inout WordPressPost) {
        let id = record["wp:comment_id"]
        guard !record.value("wp:comment_id").isEmpty else {
            repairs.append("no comment id")
            return
        }
        message.id = post.scoped(id)
        message.permalink = post.permalink(record.value("wp:comment_id"))
        if post.repeats(id) { repairs.append("comment id repeated") }
    }

    private mutating func answer(_ record: WordPressRecord, post: WordPressPost) {
        let parent = record.value("wp:comment_parent")
        guard parent.utf8.contains(where: { $0 != 0x30 }) else { return }
        guard parent.utf8.allSatisfy(XMLCharacters.isDigit) else {
            repairs.append("parent is no comment id")
            return
        }
        guard parent != record["wp:comment_id"] else {
            repairs.append("comment answers itself")
            return
        }
        message.parent = post.scoped(parent)
    }

    private mutating func date(_ record: WordPressRecord, zone: String?) {
        let result = WordPressTime.time(
            utc: record.value("wp:comment_date_gmt"), local: record.value("wp:comment_date"), zone: zone)
        message.time = result.time
        if let repair = result.repair { repairs.append(repair) }
    }
}
