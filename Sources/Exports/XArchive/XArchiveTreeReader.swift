/// A whole archive: `account.js` says who wrote the posts, which may stand in several parts.
package enum XArchiveTreeReader: TreeReader {
    package static let format = XArchiveReader.format
    package static let summary = XArchiveReader.summary
    package static let lacks = "no posts by others, no threads"

    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        // Names that other archives could have too are settled by what stands in the first of them.
        guard let entry = files(of: tree).first(where: { kind($0) != nil }),
            let source = try? tree.open(entry)
        else { return .no }
        return XArchiveReader.detect(source.head)
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(XArchiveReader.note))
        let files = files(of: tree)
        let owner = try owner(in: tree, of: files)
        var file = XArchiveFile(options: options, owner: owner)
        if let owner {
            let channel = X1PostReader(options: options).channel
            try yield(.owner(channel, owner))
        }
        for entry in files where kind(entry) == .notes {
            let source = try tree.open(entry)
            if !source.head.isEmpty { try file.readNotes(source) }
        }
        for entry in files where ![.account, .notes, nil].contains(kind(entry)) {
            var source = try tree.open(entry)
            // A part without anything is an empty file now and then.
            if source.head.isEmpty { continue }
            try file.read(&source) { try yield($0.inside(entry.path)) }
        }
        try file.finish(yield: yield)
    }

    private static func owner(
        in tree: any ExportTree, of files: [ExportEntry]
    ) throws -> ExportedAccount? {
        for entry in files where kind(entry) == .account {
            if let account = try XArchiveAccount.read(tree.open(entry)) { return account }
        }
        return nil
    }

    /// The scripts of one folder, that with the posts: an archive may be wrapped, and other data lie beside it.
    private static func files(of tree: any ExportTree) -> [ExportEntry] {
        guard let first = tree.entries.first(where: { kind($0) == .posts || kind($0) == .deletedPosts }) else {
            return []
        }
        let folder = first.parts.dropLast()
        return tree.entries.filter { $0.parts.dropLast() == folder && kind($0) != nil }
    }

    /// What a file holds, by its name: `tweets.js`, `tweets-part1.js`, `direct-messages-group.js`; nil: nothing that is
    /// read.
    private static func kind(_ entry: ExportEntry) -> XArchiveKind? {
        let name = entry.name.lowercased()
        guard name.hasSuffix(".js") else { return nil }
        var word = name.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
        if let last = word.last, word.count > 1, last.hasPrefix("part"), isSnowflake(String(last.dropFirst(4))) {
            word.removeLast()
        }
        let kind = XArchiveKind(word: word.joined(separator: "_"))
        if case .other = kind { return nil }
        return kind
    }
}
