/// Names in a Disqus export, whatever prefix it declares for its internals.
enum DisqusNames {
    /// `<disqus>` with at least one of the namespaces of the format, http or https.
    static func isRoot(_ element: XMLElement) -> Bool {
        guard element.local == "disqus" else { return false }
        return isNamespace(element.namespace)
            || element.attributes.contains { $0.name.hasPrefix("xmlns") && isNamespace($0.value) }
    }

    private static func isNamespace(_ uri: String) -> Bool {
        for scheme in ["http://", "https://"] where uri.hasPrefix(scheme) {
            let name = uri.dropFirst(scheme.count)
            return ["disqus.com", "disqus.com/", "disqus.com/disqus-internals"].contains(name)
        }
        return false
    }

    /// The `dsq:id` of an element, without blanks around it; empty: it has none. A plain `id` is the site's own.
    static func id(of element: XMLElement) -> String {
        let attribute = element.attributes.first { $0.name == "dsq:id" || $0.name.hasSuffix(":id") }
        return trimmed(attribute?.value ?? "")
    }

    /// A value that is no prose.
    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { !XMLCharacters.isBlank($0) }),
            let last = bytes.lastIndex(where: { !XMLCharacters.isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
