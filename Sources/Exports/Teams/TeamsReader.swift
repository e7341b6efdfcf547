/// One file of messages of Microsoft Teams.
package enum TeamsReader: ExportReader {
    package static let format = "teams"
    package static let summary = "Microsoft Teams: messages of a team or of chats, JSON"
    package static let lacks = "files, what edited messages said before; alone, a file lacks the channels' names"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        guard content.first == UInt8(ascii: "[") else { return .no }
        let keys = topLevelKeys(content.dropFirst())
        let isMessage = keys.contains("MessageType") && keys.contains("CreatedDateTime")
        return isMessage && (keys.contains("ChannelIdentity") || keys.contains("ChatId")) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(teamsNote))
        var reader = TeamsMessageReader(names: TeamsNames(), options: options)
        var records = ListedRecords(source)
        defer { source = records.walker.window.source }
        var record = JSONRecord()
        while true {
            switch try records.next(into: &record) {
            case .end: return
            case .skipped(let place, let reason): try yield(.skipped(place, reason: reason))
            case .record(let place): try reader.read(&record, at: place, yield: yield)
            }
        }
    }
}

/// The folder of an export: teams with their channels, users with their chats.
package enum TeamsTreeReader: TreeReader {
    package static let format = "teams"
    package static let summary = "Microsoft Teams export: a folder with teams and users"
    package static let lacks = "files, what edited messages said before"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let first = tree.entries.first(where: isMessages) else { return .no }
        if tree.root(of: "teamsList.json") != nil || tree.root(of: "usersList.json") != nil { return .certain }
        return TeamsReader.detect(tree.head(of: first))
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(teamsNote))
        var names = TeamsNames()
        try names.read(tree, yield: yield)
        var reader = TeamsMessageReader(names: names, options: options)
        for entry in tree.entries where isMessages(entry) {
            try tree.eachRecord(of: entry, yield: yield) { record, place in
                try reader.read(&record, at: place, yield: yield)
            }
        }
    }

    /// `teams/GUID/messages_GUID.json`, `users/GUID/messages_GUID.json`.
    private static func isMessages(_ entry: ExportEntry) -> Bool {
        let parts = entry.parts.suffix(3).map { $0.lowercased() }
        guard parts.count == 3, parts[0] == "teams" || parts[0] == "users" else { return false }
        return parts[2] == "messages_\(parts[1]).json"
    }
}

private let teamsNote = "Teams exports hold no files and not what edited messages said before."
