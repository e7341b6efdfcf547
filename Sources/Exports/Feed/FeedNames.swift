/// Names of elements in feeds.
enum FeedNames {
    private static let dublinCore = "http://purl.org/dc/elements/1.1/"
    private static let contentModule = "http://purl.org/rss/1.0/modules/content/"
    private static let atom = "http://www.w3.org/2005/Atom"

    enum Dialect {
        case atom, rss

        /// How deep entries stand.
        var entryDepth: Int { self == .atom ? 2 : 3 }
        var entryName: String { self == .atom ? "entry" : "item" }
    }

    /// nil: no feed. The export of WordPress is RSS as well, but more than a feed.
    static func dialect(_ root: XMLElement) -> Dialect? {
        switch root.local {
        case "feed" where root.namespace == atom: .atom
        case "rss" where root.prefix.isEmpty && !WordPressNames.isRoot(root): .rss
        default: nil
        }
    }

    /// The field that an element's text is; nil: none.
    static func field(of element: XMLElement, in dialect: Dialect) -> FeedRecord.Field? {
        if element.namespace == dublinCore {
            return element.local == "creator" ? .name : element.local == "date" ? .published : nil
        }
        if element.namespace == contentModule { return element.local == "encoded" ? .content : nil }
        switch dialect {
        case .atom: return element.namespace == atom ? atomField(element.local) : nil
        case .rss: return element.prefix.isEmpty ? rssField(element.local) : nil
        }
    }

    private static func atomField(_ name: String) -> FeedRecord.Field? {
        switch name {
        case "link", "category": nil
        default: FeedRecord.Field(rawValue: name)
        }
    }

    private static func rssField(_ name: String) -> FeedRecord.Field? {
        switch name {
        case "guid": .id
        case "title": .title
        case "link": .link
        case "pubDate": .published
        case "description": .summary
        default: nil
        }
    }
}
