/// `messages.json` of one space or direct message in Google Takeout.
package enum GoogleChatReader: ExportReader {
    package static let format = "googlechat"
    package static let summary = "Google Chat in Takeout: messages.json of one space"
    package static let lacks = "the space's name, files; times in other languages than English and German"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard topLevelKeys(head) == ["messages"] else { return .no }
        let hasMarks = hasMark("\"topic_id\"", in: head) || hasMark("\"message_id\"", in: head)
        let hasPeople = hasMark("\"user_type\"", in: head) || hasMark("\"created_date\"", in: head)
        return hasMarks && hasPeople ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(googleChatNote))
        let name = options.channel ?? options.stem
        var reader = GoogleChatMessageReader(
            group: GoogleChatGroup(id: nil, name: name, isDirect: false), keepsPersonal: options.keepsPersonal)
        var records = ListedRecords(source, lists: ["messages"])
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

/// `Google Chat` in Google Takeout: the spaces and direct messages of one account.
package enum GoogleChatTreeReader: TreeReader {
    package static let format = "googlechat"
    package static let summary = "Google Chat in Takeout: all spaces and direct messages of an account"
    package static let lacks = "files; times in other languages than English and German"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        guard let first = tree.entries.first(where: { GoogleChatGroup($0) != nil }) else { return .no }
        return GoogleChatReader.detect(tree.head(of: first))
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(googleChatNote))
        var people = GoogleChatPeople()
        try people.readOwner(tree, yield: yield)
        for entry in tree.entries {
            guard var group = GoogleChatGroup(entry) else { continue }
            group.name = try people.name(of: group, in: tree, yield: yield)
            var reader = GoogleChatMessageReader(group: group, keepsPersonal: options.keepsPersonal)
            if let owner = people.owner { try yield(.owner(group.channel(group.id), owner)) }
            try tree.eachRecord(of: entry, lists: ["messages"], yield: yield) { record, place in
                try reader.read(&record, at: place, yield: yield)
            }
        }
    }
}

private let googleChatNote = "Takeout writes times as words in the account's language, and holds no edits' history."
