/// A child of the root that is read as a whole, with the texts of those elements that matter.
struct DisqusRecord {
    enum Kind: String {
        case category, thread, post

        /// Paths whose text is kept. Addresses of the network (`ipAddress`) are not among them: what is never read
        /// is never stored.
        var fields: Set<String> {
            switch self {
            case .category: ["forum"]
            case .thread: ["forum", "link", "title"]
            case .post:
                [
                    "message", "createdAt", "isDeleted", "isSpam", "author/name", "author/email", "author/username",
                    "author/isAnonymous",
                ]
            }
        }

        /// Further ones that are kept only where personal data is asked for.
        var personalFields: Set<String> { self == .post ? ["ipAddress"] : [] }
    }

    let kind: Kind
    /// The `dsq:id`; empty: there is none.
    let id: String
    let place: ExportPlace
    /// The child that is open, under which others stand.
    var child = ""
    private(set) var thread = ""
    private(set) var parent = ""
    private var texts: [String: XMLText] = [:]
    private var size = 0

    /// nil: nothing that is read.
    init?(_ element: XMLElement) {
        guard element.prefix.isEmpty, let kind = Kind(rawValue: element.local) else { return nil }
        self.kind = kind
        id = DisqusNames.id(of: element)
        place = ExportPlace(unit: .line, number: element.line, byteOffset: element.offset)
    }

    /// Bytes that the text of the next field may have: 4 MiB for a post in all, a little for names of things.
    var room: Int { kind == .post ? max(1, 4 * 1024 * 1024 - size) : 16 * 1024 }

    /// A field's text as written; empty where the field is not there.
    subscript(field: String) -> String { texts[field]?.string ?? "" }

    /// A field's text without blanks around it, for values that are no prose.
    func value(_ field: String) -> String { DisqusNames.trimmed(self[field]) }

    /// nil: the field is there with neither of the two words, or is not there.
    func flag(_ field: String) -> Bool? {
        switch value(field) {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// What the record says of whoever wrote it.
    var personal: [PersonalDetail] {
        [PersonalDetail(.email, self["author/email"]), PersonalDetail(.ip, self["ipAddress"])].compactMap(\.self)
    }

    var repairs: Int { texts.values.reduce(0) { $0 + $1.repairs } }
    var isCut: Bool { texts.values.contains { $0.isCut } }

    /// Takes what a child says in its attributes: a post names its thread and its parent so.
    mutating func refer(_ element: XMLElement) {
        guard kind == .post else { return }
        switch element.local {
        case "thread" where thread.isEmpty: thread = DisqusNames.id(of: element)
        case "parent" where parent.isEmpty: parent = DisqusNames.id(of: element)
        default: break
        }
    }

    /// Takes a field's text; of a field that is there twice, the first counts.
    mutating func take(_ text: XMLText, as field: String) {
        guard texts[field] == nil else { return }
        texts[field] = text
        size += text.string.utf8.count
    }
}
