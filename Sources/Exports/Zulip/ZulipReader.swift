/// What `manage.py export` writes of a Zulip realm: `realm.json` and the messages in chunks.
package enum ZulipReader: TreeReader {
    package static let format = "zulip"
    package static let summary = "Zulip realm export: realm.json and messages-000001.json and so on"
    package static let lacks =
        "replies (topics hold what belongs together), deleted messages, former words of edited ones"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let root = tree.root(of: "realm.json") else { return .no }
        return chunks(tree, below: root).isEmpty ? .no : .certain
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let root = tree.root(of: "realm.json"), let entry = tree.entry("realm.json", below: root) else {
            throw ExportError.malformed(place: "realm.json", reason: "there is none")
        }
        try yield(
            .note("Zulip has no replies: a topic holds what belongs together. Edited ones say what they say now."))
        var realm = ZulipRealm()
        try realm.read(tree, entry, yield: yield)
        let chunks = chunks(tree, below: root)
        var reactions = ZulipReactions()
        for chunk in chunks { try reactions.read(tree, chunk) }
        var reader = ZulipMessageReader(realm: realm, reactions: reactions)
        for chunk in chunks {
            try tree.eachRecord(of: chunk, lists: ["zerver_message"], yield: yield) { record, place in
                try reader.read(&record, at: place, yield: yield)
            }
        }
    }

    private static func chunks(_ tree: any ExportTree, below root: String) -> [ExportEntry] {
        tree.entries.filter { entry in
            guard entry.path.hasPrefix(root) else { return false }
            let name = entry.path.dropFirst(root.count)
            let digits = name.dropFirst("messages-".count).dropLast(".json".count)
            return name.hasPrefix("messages-") && name.hasSuffix(".json") && digits.utf8.count == 6
                && digits.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
        }
    }
}

/// How many reactions each message has: they may stand in another chunk than their message.
struct ZulipReactions {
    /// Messages whose reactions are counted.
    private static let limit = 1_000_000

    private var counts: [Int: Int] = [:]
    private var row = JSONFields<ZulipRowKey>()

    subscript(message: Int) -> Int? { counts[message] }

    /// What cannot be read is told when the messages are.
    mutating func read(_ tree: any ExportTree, _ chunk: ExportEntry) throws {
        try tree.eachRecord(of: chunk, lists: ["zerver_reaction"], yield: { _ in }) { record, _ in
            row.read(record.root, in: &record)
            guard let message = record.integer(row[.message]) else { return }
            if counts[message] != nil || counts.count < Self.limit { counts[message, default: 0] += 1 }
        }
    }
}
