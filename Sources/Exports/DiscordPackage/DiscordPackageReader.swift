/// The package that Discord sends on request: everything that one account wrote.
package enum DiscordPackageReader: TreeReader {
    package static let format = "discord-package"
    package static let summary = "Discord data package: what one account wrote, in all its channels"
    package static let lacks = "what others wrote, replies, reactions, edits"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        tree.entries.contains { DiscordPackageFolder($0) != nil } ? .certain : .no
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("A data package holds only what its owner wrote: no replies, no reactions, no edits."))
        var names = DiscordPackageNames()
        try names.read(tree, yield: yield)
        if names.owner == nil { try yield(.note("The package does not say whose it is: the messages have no author.")) }
        for entry in tree.entries {
            guard let folder = DiscordPackageFolder(entry) else { continue }
            let scope = try names.scope(of: folder, in: tree, yield: yield)
            var reader = DiscordPackageMessages(scope: scope, author: names.owner, options: options)
            if let owner = names.owner { try yield(.owner(reader.channel, owner)) }
            if folder.isTable {
                try reader.readTable(tree, entry, yield: yield)
            } else {
                try tree.eachRecord(of: entry, yield: yield) { record, place in
                    try reader.read(&record, at: place, yield: yield)
                }
            }
        }
    }
}

/// The folder of one channel: `messages/c123/messages.json`, without regard to case; older ones have no `c`, and a
/// table instead.
struct DiscordPackageFolder {
    /// Everything before the file's own name.
    let path: String
    let channelID: String
    let isTable: Bool

    init?(_ entry: ExportEntry) {
        let parts = entry.parts.suffix(3).map { $0.lowercased() }
        guard parts.count == 3, parts[0] == "messages", parts[2] == "messages.json" || parts[2] == "messages.csv" else {
            return nil
        }
        let id = parts[1].hasPrefix("c") ? String(parts[1].dropFirst()) : parts[1]
        guard isSnowflake(id) else { return nil }
        path = String(entry.path.dropLast(entry.name.count))
        channelID = id
        isTable = parts[2].hasSuffix("csv")
    }
}
