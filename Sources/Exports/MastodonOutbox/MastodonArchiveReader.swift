/// A whole archive of an account: `actor.json` gives the name that `outbox.json` does not have.
package enum MastodonArchiveReader: TreeReader {
    package static let format = MastodonOutboxReader.format
    package static let summary = MastodonOutboxReader.summary
    package static let lacks = "no posts by others, no deleted posts"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let root = tree.root(of: "outbox.json"), let entry = tree.entry("outbox.json", below: root),
            let source = try? tree.open(entry)
        else { return .no }
        return MastodonOutboxReader.detect(source.head)
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let root = tree.root(of: "outbox.json"), let entry = tree.entry("outbox.json", below: root) else {
            throw ExportError.unknownFormat(hint: "there is no outbox.json")
        }
        try yield(.note(MastodonOutboxReader.note))
        var owner: MastodonActor?
        if let profile = tree.entry("actor.json", below: root) {
            // Without the name the posts are worth as much.
            owner = try? read(profile: tree.open(profile))
        }
        var source = try tree.open(entry)
        var file = MastodonOutboxFile(options: options, actor: owner)
        try file.read(&source) { try yield($0.inside(entry.path)) }
    }

    /// nil: the file is of no use, and the posts have no shown name.
    private static func read(profile source: ByteSource) throws -> MastodonActor? {
        var walker = JSONWalker(source)
        var record = JSONRecord()
        guard case .decoded = try walker.decode(into: &record) else { return nil }
        var fields = JSONFields<MastodonActorKey>()
        fields.read(record.root, in: &record)
        guard let id = record.identifier(fields[.id]) else { return nil }
        return MastodonActor(
            id: id, page: WebAddress.plain(record.string(fields[.url])), name: record.string(fields[.name]))
    }
}
