/// Names of elements in a WordPress export, whatever version and prefix it declares.
enum WordPressNames {
    /// Whether a URI is that of the format: versions 1.0, 1.1, 1.2 and those to come, http and https.
    /// `.../1.2/excerpt/` is another.
    static func isNamespace(_ uri: String) -> Bool {
        for scheme in ["http://", "https://"] {
            let base = scheme + "wordpress.org/export/"
            guard uri.hasPrefix(base) else { continue }
            let version = uri.dropFirst(base.count)
            let digits = version.hasSuffix("/") ? version.dropLast() : version
            return !digits.isEmpty && digits.utf8.allSatisfy { XMLCharacters.isDigit($0) || $0 == UInt8(ascii: ".") }
        }
        return false
    }

    /// `<rss>` that declares the format's namespace.
    static func isRoot(_ element: XMLElement) -> Bool {
        element.local == "rss"
            && element.attributes.contains { $0.name.hasPrefix("xmlns") && isNamespace($0.value) }
    }

    /// `wp:comment_id` for the format's own elements, `title` for those of RSS, nil for all others.
    static func name(of element: XMLElement) -> String? {
        if isNamespace(element.namespace) { return "wp:" + element.local }
        return element.prefix.isEmpty ? element.local : nil
    }
}
