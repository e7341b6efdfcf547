/// signal-export's folder: one of its own for each chat, called after it, with `chat.md` (`index.md` in older versions).
package enum SignalMarkdownTree: TreeReader {
    package static let format = SignalMarkdownReader.format
    package static let summary = SignalMarkdownReader.summary
    package static let lacks = SignalMarkdownReader.lacks

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let entry = chats(of: tree).first(where: { ($0.size ?? 1) > 0 }), let source = try? tree.open(entry)
        else { return .no }
        return SignalMarkdownReader.detect(source.head, isFolder: true)
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(SignalMarkdownReader.note))
        for entry in chats(of: tree) {
            var source = try tree.open(entry)
            if source.head.isEmpty { continue }
            var options = options
            if let folder = entry.parts.dropLast().last { options.stem = String(folder) }
            do {
                try SignalMarkdownReader.read(&source, SignalMarkdownLines(options: options)) {
                    try yield($0.inside(entry.path))
                }
            } catch let error as ExportError {
                throw error.inside(entry.path)
            }
        }
    }

    private static func chats(of tree: any ExportTree) -> [ExportEntry] {
        tree.entries.filter { ["chat.md", "index.md"].contains($0.name.lowercased()) }
    }
}
