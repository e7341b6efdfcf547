/// The dump of one site: `Users.xml` gives names, `Posts.xml` the conversations, and `Comments.xml` what stands
/// below their posts.
package enum StackExchangeTree: TreeReader {
    package static let format = "stackexchange-dump"
    package static let summary = "Stack Exchange dump: a folder with Posts.xml, Comments.xml and Users.xml"
    package static let lacks = "no deleted posts; which site it is only where the folder is called after it"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let root = tree.root(of: "Posts.xml"), let entry = tree.entry("Posts.xml", below: root),
            let source = try? tree.open(entry)
        else { return .no }
        return StackExchangeReader.detect(source.head)
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let root = tree.root(of: "Posts.xml") else {
            throw ExportError.malformed(place: "the folder", reason: "there is no Posts.xml")
        }
        var messages = StackExchangeMessages(site: options.channel ?? site(root, options))
        try yield(.note("Dumps have no deleted posts and no earlier versions."))
        for name in ["Users.xml", "Posts.xml", "Comments.xml"] {
            guard let entry = tree.entry(name, below: root) else {
                try yield(.note("There is no \(name)."))
                continue
            }
            var source = try tree.open(entry)
            try messages.readTable(&source) { try yield($0.inside(entry.path)) }
        }
        try messages.finish(yield)
    }

    /// Archives are called after their site, and so are the folders that they are unpacked to.
    private static func site(_ root: String, _ options: ExportOptions) -> String? {
        let names = [root.split(separator: "/").last.map(String.init), options.stem]
        return names.compactMap(\.self).first(where: StackExchangeMessages.isHost)
    }
}
