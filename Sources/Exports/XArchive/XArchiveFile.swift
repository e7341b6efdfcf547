/// Reads the files of an archive, one after the other.
struct XArchiveFile {
    private var posts: X1PostReader
    private var messages: XArchiveMessageReader
    private var item = JSONFields<XArchiveItemKey>()
    private var note = JSONFields<XArchiveNoteKey>()
    private var notes = XArchiveNotes()
    private var deleted = 0

    init(options: ExportOptions, owner: ExportedAccount?) {
        posts = X1PostReader(options: options, owner: owner)
        messages = XArchiveMessageReader(owner: owner)
    }

    /// Throws `ExportError.unknownFormat` where the file holds something other than posts and messages.
    mutating func read(_ source: inout ByteSource, yield: (ExportEvent) throws -> Void) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        switch try XArchiveKind.read(&walker) {
        case .posts: try readPosts(&walker, status: nil, path: "tweets", yield: yield)
        case .deletedPosts: try readPosts(&walker, status: .deleted, path: "deleted_tweets", yield: yield)
        case .directMessages: try messages.read(&walker, yield: yield)
        case .notes:
            throw ExportError.unknownFormat(
                hint: "note-tweet.js of an X archive, which names no posts; import the whole archive")
        case .account:
            throw ExportError.unknownFormat(hint: "account.js of an X archive; import tweets.js or the whole archive")
        case .other(let word):
            throw ExportError.unknownFormat(
                hint: "'\(word)' of an X archive, which holds no posts; import tweets.js or the whole archive")
        }
        try walker.finishScript()
    }

    /// Reads the whole texts of long posts, before the posts.
    mutating func readNotes(_ source: ByteSource) throws {
        var walker = JSONWalker(source)
        guard case .notes = try XArchiveKind.read(&walker) else { return }
        try walker.eachRecord(of: "note_tweets", yield: { _ in }) { record, _ in
            item.read(record.root, in: &record)
            note.read(item[.noteTweet], in: &record)
            note.read(note[.core], in: &record)
            if let text = record.string(note[.text]) { notes.take(text) }
        }
    }

    /// What the archive as a whole lacks.
    func finish(yield: (ExportEvent) throws -> Void) throws {
        if posts.withoutAuthor > 0 {
            try yield(.note("The author is the archive's owner, whom only account.js names; import the whole archive."))
        }
        if posts.repostCount > 0 {
            try yield(.note("\(posts.repostCount) reposts; X gives only the beginning of their text."))
        }
        if notes.used > 0 { try yield(.note("\(notes.used) long posts have their whole text from note-tweet.js.")) }
        if deleted > 0 { try yield(.note("\(deleted) posts were deleted by their author.")) }
        try messages.finish(yield: yield)
    }

    private mutating func readPosts(
        _ walker: inout JSONWalker, status: ExportedMessage.Status?, path: String,
        yield: (ExportEvent) throws -> Void
    ) throws {
        try walker.eachRecord(of: path, yield: yield) { record, place in
            item.read(record.root, in: &record)
            // Archives of before 2019 have the posts without an object around each.
            let value = item[.tweet] ?? record.root
            guard record.kind(of: value) == .object,
                var message = posts.message(value, in: &record, at: place)
            else { return try yield(.skipped(place, reason: "no id and no text")) }
            message.status = status
            if let whole = notes.whole(of: message.text) {
                (message.text, message.markup) = (whole, nil)
            }
            if status == .deleted { deleted += 1 }
            try yield(.message(message))
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
    }
}
