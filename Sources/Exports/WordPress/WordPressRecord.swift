/// An element of the export that is read as a whole, with the texts of those children that matter.
struct WordPressRecord {
    enum Kind: Equatable {
        case channel, author, item, comment, meta

        /// The record that begins with a child element of this one.
        func child(_ name: String) -> Kind? {
            switch (self, name) {
            case (.channel, "wp:author"): .author
            case (.channel, "item"): .item
            case (.item, "wp:comment"): .comment
            case (.comment, "wp:commentmeta"): .meta
            default: nil
            }
        }

        /// Names of the children whose text is kept. Addresses of the network (IP) and URLs of commenters
        /// are not among them: what is never read is never stored.
        var fields: Set<String> {
            switch self {
            case .channel: ["title", "link", "pubDate", "wp:base_blog_url"]
            case .author: ["wp:author_id", "wp:author_login", "wp:author_email", "wp:author_display_name"]
            case .item: ["title", "link", "wp:post_id", "wp:status", "wp:post_password"]
            case .comment:
                [
                    "wp:comment_id", "wp:comment_author", "wp:comment_author_email", "wp:comment_date",
                    "wp:comment_date_gmt", "wp:comment_content", "wp:comment_approved", "wp:comment_type",
                    "wp:comment_parent", "wp:comment_user_id",
                ]
            case .meta: ["wp:meta_key", "wp:meta_value"]
            }
        }

        /// Further ones that are kept only where personal data is asked for.
        var personalFields: Set<String> { self == .comment ? ["wp:comment_author_IP"] : [] }
    }

    let kind: Kind
    let depth: Int
    let place: ExportPlace
    private var texts: [String: XMLText] = [:]
    private var size = 0

    init(kind: Kind, element: XMLElement) {
        self.kind = kind
        depth = element.depth
        place = ExportPlace(unit: .line, number: element.line, byteOffset: element.offset)
    }

    /// Bytes that the text of the next field may have. A comment has 4 MiB in all, and beyond that is no
    /// message; elsewhere a field that is cut must not shorten the next one, which may be an id.
    var room: Int {
        switch kind {
        case .comment: max(1, 4 * 1024 * 1024 - size)
        case .channel, .author, .item: 64 * 1024
        case .meta: 256
        }
    }

    /// A field's text as written; empty where the field is not there.
    subscript(field: String) -> String { texts[field]?.string ?? "" }

    /// A field's text without blanks around it, for values that are no prose.
    func value(_ field: String) -> String {
        let bytes = Array(self[field].utf8)
        guard let first = bytes.firstIndex(where: { !XMLCharacters.isBlank($0) }),
            let last = bytes.lastIndex(where: { !XMLCharacters.isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    /// What the record says of whoever wrote it.
    var personal: [PersonalDetail] {
        [
            PersonalDetail(.email, self["wp:comment_author_email"]), PersonalDetail(.ip, self["wp:comment_author_IP"]),
        ].compactMap(\.self)
    }

    var repairs: Int { texts.values.reduce(0) { $0 + $1.repairs } }
    var isCut: Bool { texts.values.contains { $0.isCut } }

    /// Takes a field's text; of a field that is there twice, the first counts.
    mutating func take(_ text: XMLText, as field: String) {
        guard texts[field] == nil else { return }
        texts[field] = text
        size += text.string.utf8.count
    }
}
