/// Mattermost's bulk export: one object a line, each named by its type.
package enum MattermostReader: ExportReader {
    package static let format = "mattermost"
    package static let summary = "Mattermost bulk export: JSON Lines, one team or a whole server"
    package static let lacks = "ids (made of team, channel, author, time and words), deleted posts"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = firstLineKeys(head)
        guard keys.contains("type"), keys.count == 2 else { return .no }
        let isVersion = keys.contains("version")
        let isPost = keys.contains("post") && hasMark("\"create_at\"", in: head) && hasMark("\"team\"", in: head)
        return isVersion || isPost || keys.contains("direct_post") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("Mattermost exports give no ids and no deleted posts; an id is made of what a post says."))
        var reader = MattermostLines()
        try eachLineRecord(&source, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        guard reader.hasLines else {
            throw ExportError.malformed(place: "the end", reason: "there is no line of Mattermost")
        }
    }
}

/// A bulk export with its files: `import.jsonl` and a folder `data`.
package enum MattermostTreeReader: TreeReader {
    package static let format = "mattermost"
    package static let summary = "Mattermost bulk export with its files: import.jsonl and data"
    package static let lacks = MattermostReader.lacks

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let entry = lines(tree) else { return .no }
        return MattermostReader.detect(tree.head(of: entry))
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let entry = lines(tree) else {
            throw ExportError.malformed(place: "import.jsonl", reason: "there is none")
        }
        var source = try tree.open(entry)
        try MattermostReader.read(&source, options: options) { try yield($0.inside(entry.path)) }
    }

    private static func lines(_ tree: any ExportTree) -> ExportEntry? {
        tree.root(of: "import.jsonl").flatMap { tree.entry("import.jsonl", below: $0) }
    }
}
