/// A Slack workspace export: a folder for each channel, and in it one file for each day.
package enum SlackReader: TreeReader {
    package static let format = "slack"
    package static let summary = "Slack workspace export: a folder with channels.json, or its zip"
    package static let lacks = "deleted messages, files, the workspace's address"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        SlackLayout.root(tree) == nil ? .no : .certain
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let root = SlackLayout.root(tree) else {
            throw ExportError.malformed(place: "channels.json", reason: "there is none")
        }
        try yield(.note("Slack exports hold neither deleted messages nor what edited ones said before, and no files."))
        var people = SlackPeople()
        try people.read(tree, below: root, yield: yield)
        var channels = SlackChannels()
        try channels.read(tree, below: root, people, yield: yield)
        var reader = SlackMessageReader(people: people, channels: channels)
        for entry in tree.entries {
            guard let folder = SlackLayout.folder(of: entry, below: root) else { continue }
            let found = channels.scope(ofFolder: folder)
            if let missing = found.firstSighting {
                let place = ExportPlace(unit: .item, number: 0, path: "messages", byteOffset: 0, entry: entry.path)
                try yield(.repaired(place, reason: missing))
            }
            try tree.eachRecord(of: entry, yield: yield) { record, place in
                try reader.read(&record, in: found.scope, at: place, yield: yield)
            }
        }
    }
}

/// Which of a tree's files are what.
enum SlackLayout {
    static let lists = ["channels.json", "groups.json", "mpims.json", "dms.json"]

    /// The folder that holds the lists and the channels' folders; nil: this is no export of Slack.
    static func root(_ tree: any ExportTree) -> String? {
        for list in lists {
            guard let root = tree.root(of: list) else { continue }
            let hasDays = tree.entries.contains { folder(of: $0, below: root) != nil }
            let hasUsers = users.contains { tree.entry($0, below: root) != nil }
            if hasDays || hasUsers { return root }
        }
        return nil
    }

    static let users = ["users.json", "org_users.json"]

    /// The channel's folder of a file that holds one day: `FOLDER/2024-12-24.json`.
    static func folder(of entry: ExportEntry, below root: String) -> String? {
        guard entry.path.hasPrefix(root) else { return nil }
        let parts = entry.path.dropFirst(root.count).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, isDay(parts[1]) else { return nil }
        return String(parts[0])
    }

    private static func isDay(_ name: Substring) -> Bool {
        let shape = "0000-00-00.json".utf8
        return name.utf8.count == shape.count
            && zip(name.utf8, shape).allSatisfy { byte, wanted in
                wanted == UInt8(ascii: "0") ? byte &- wanted < 10 : byte == wanted
            }
    }
}
