/// The feed itself or one of its entries, with the texts of those children that matter. Atom (RFC 4287) and RSS 2.0
/// are read into the same fields.
struct FeedRecord {
    enum Field: String, Sendable {
        case id, title, name, published, updated, content, summary, link, category
    }

    let place: ExportPlace
    /// The entry that this one answers (RFC 4685, `ref`).
    var answers = ""
    /// `text`, `html` or `xhtml`: what Atom says that its content is; RSS has HTML.
    var contentType = "html"
    private var texts: [Field: XMLText] = [:]

    init(_ element: XMLElement) {
        place = ExportPlace(unit: .line, number: element.line, byteOffset: element.offset)
    }

    /// Bytes that a field may have.
    static func room(_ field: Field) -> Int { field == .content || field == .summary ? 4 * 1024 * 1024 : 64 * 1024 }

    /// A field's text without blanks around it; empty where it is not there.
    subscript(field: Field) -> String { DisqusNames.trimmed(texts[field]?.string ?? "") }

    var repairs: Int { texts.values.reduce(0) { $0 + $1.repairs } }
    var isCut: Bool { texts.values.contains { $0.isCut } }

    /// Takes a field's text; of a field that is there twice, the first that says something counts.
    mutating func take(_ text: XMLText, as field: Field) {
        guard self[field].isEmpty else { return }
        texts[field] = text
    }

    /// Takes what an element says in its attributes.
    mutating func refer(_ element: XMLElement) {
        func attribute(_ name: String) -> String? { element.attributes.first { $0.name == name }?.value }
        switch element.local {
        case "link":
            let relation = attribute("rel") ?? "alternate"
            if relation == "alternate", let target = attribute("href") { take(XMLText(target), as: .link) }
        case "category":
            if let term = attribute("term") { take(XMLText(term), as: .category) }
        case "content": contentType = (attribute("type") ?? "text").lowercased()
        case "in-reply-to":
            if answers.isEmpty { answers = DisqusNames.trimmed(attribute("ref") ?? "") }
        default: break
        }
    }
}
