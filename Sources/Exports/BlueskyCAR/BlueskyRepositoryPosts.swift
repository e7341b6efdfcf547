/// The posts of a repository, in the order of their keys, which is that of their time. Only what the commit leads to
/// counts: other blocks are what was deleted or replaced.
struct BlueskyRepositoryPosts {
    private let repository: BlueskyRepository
    private let messages: BlueskyMessages
    private var tree: MerkleSearchTree
    private var account: ExportedAccount
    private var record = CBORRecord()
    private var reached: Set<ContentID> = []
    private var missing: [String] = []
    private var missingCount = 0
    private var others = 0

    /// Throws `ExportError.malformed` where the commit is missing or none.
    init(_ repository: BlueskyRepository, options: ExportOptions) throws(ExportError) {
        self.repository = repository
        messages = BlueskyMessages(options: options)
        guard let commit = repository.commit else {
            throw .malformed(place: "blocks", reason: "the commit that the header names is not in the file")
        }
        guard record.fault(parsing: commit.bytes[...]) == nil,
            let did = record.identifier(record.value("did", of: record.root)),
            let data = record.link(record.value("data", of: record.root))
        else { throw .malformed(place: commit.place.description, reason: "the root is no commit of a repository") }
        account = ExportedAccount(id: did, name: "")
        tree = MerkleSearchTree(root: data, in: repository)
    }

    mutating func read(yield: (ExportEvent) throws -> Void) throws {
        while let entry = tree.next() {
            let parts = entry.key.split(separator: "/", maxSplits: 1)
            switch parts.first {
            case "app.bsky.feed.post" where parts.count == 2:
                try readPost(String(parts[1]), entry.value, yield: yield)
            case "app.bsky.actor.profile": readProfile(entry.value)
            default: others += 1
            }
        }
        try yield(.owner(messages.channel, account))
        try report(yield: yield)
    }

    /// `app.bsky.actor.profile` comes before `app.bsky.feed.post`, so the name is known when it is needed.
    private mutating func readProfile(_ id: ContentID) {
        guard let block = repository.records[id], record.fault(parsing: block.bytes[...]) == nil else { return }
        account.name = record.text(record.value("displayName", of: record.root)) ?? ""
    }

    private mutating func readPost(
        _ key: String, _ id: ContentID, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let block = repository.records[id] else {
            missingCount += 1
            if missing.count < 3 { missing.append(key) }
            return
        }
        reached.insert(id)
        guard record.fault(parsing: block.bytes[...]) == nil, let post = BlueskyBlockReader.post(in: &record) else {
            return try yield(.skipped(block.place, reason: "no text"))
        }
        let address = "at://\(account.id ?? "")/\(BlueskyAddress.collection)/\(key)"
        let (message, reason) = messages.message(post, at: address, by: account, indexedAt: nil, place: block.place)
        try yield(.message(message))
        let reasons = [record.repairs.isEmpty ? nil : record.repairs.description, reason].compactMap(\.self)
        if !reasons.isEmpty { try yield(.repaired(block.place, reason: reasons.joined(separator: ", "))) }
    }

    private func report(yield: (ExportEvent) throws -> Void) throws {
        if missingCount > 0 {
            let names = missing.joined(separator: ", ") + (missingCount > missing.count ? " ..." : "")
            try yield(.note("The repository is not whole: \(missingCount) posts are not in the file (\(names))."))
        }
        if tree.missingNodes > 0 {
            try yield(
                .note(
                    "The repository is not whole: \(tree.missingNodes) parts of its tree are missing, with their posts."
                ))
        }
        let dead = repository.postCount - reached.count
        if dead > 0 { try yield(.note("\(dead) posts were deleted or replaced and were passed over.")) }
        if others > 0 { try yield(.note("\(others) records are no posts (likes, follows) and were passed over.")) }
    }
}
