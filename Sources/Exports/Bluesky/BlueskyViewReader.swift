/// Makes messages of views of posts and of records with their address.
struct BlueskyViewReader {
    private let messages: BlueskyMessages
    private var records = BlueskyRecordReader()
    private var view = JSONFields<BlueskyViewKey>()
    private var author = JSONFields<BlueskyAuthorKey>()
    private var part = JSONFields<BlueskyPartKey>()
    /// The account whose records a capture holds.
    private var captured: ExportedAccount?

    init(options: ExportOptions) { messages = BlueskyMessages(options: options) }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        view.read(record.root, in: &record)
        guard let post = records.post(view[.record] ?? view[.value], in: &record) else {
            return try yield(.skipped(place, reason: "no text"))
        }
        let address = record.identifier(view[.uri])
        if address == nil { record.repairs.insert(.unusableID) }
        let account = account(address, in: &record)
        var (message, reason) = messages.message(
            post, at: address, by: account, indexedAt: record.string(view[.indexedAt]), place: place)
        message.likes = record.integer(view[.likeCount])
        message.shares = record.integer(view[.repostCount])
        message.status = status(in: &record)
        try yield(.message(message))
        let reasons = [record.repairs.isEmpty ? nil : record.repairs.description, reason].compactMap(\.self)
        if !reasons.isEmpty { try yield(.repaired(place, reason: reasons.joined(separator: ", "))) }
    }

    /// `accountMeta` of a capture, which names the account once for all records.
    mutating func readAccount(_ record: inout JSONRecord) {
        part.read(record.root, in: &record)
        let (identity, profile) = (part[.identity], part[.profile])
        part.read(identity, in: &record)
        guard let did = record.identifier(part[.did]) else { return }
        let handle = blueskyHandle(record.string(part[.handle]))
        part.read(profile, in: &record)
        captured = ExportedAccount(id: did, handle: handle, name: record.string(part[.name]) ?? "")
    }

    /// A record stands under its author's permanent name.
    private mutating func account(_ address: String?, in record: inout JSONRecord) -> ExportedAccount? {
        author.read(view[.author], in: &record)
        if let did = record.identifier(author[.did]) {
            return ExportedAccount(
                id: did, handle: blueskyHandle(record.string(author[.handle])),
                name: record.string(author[.displayName]) ?? "")
        }
        guard let did = address.flatMap(BlueskyAddress.init)?.did else {
            record.repairs.insert(.unusableAuthor)
            return nil
        }
        return captured.flatMap { $0.id == did ? $0 : nil } ?? ExportedAccount(id: did, name: "")
    }

    /// Labels of moderators that hide a post everywhere; what a post shows (nudity) is no decision about it.
    private mutating func status(in record: inout JSONRecord) -> ExportedMessage.Status? {
        var status: ExportedMessage.Status?
        for label in record.elements(of: view[.labels]) {
            part.read(label, in: &record)
            guard !record.isTrue(part[.neg]) else { continue }
            switch record.string(part[.val]) {
            case "!hide", "!takedown", "!suspend": return .hidden
            case "spam": status = .spam
            default: break
            }
        }
        return status
    }
}

/// The name without what stands for 'does not lead back to this account'.
func blueskyHandle(_ handle: String?) -> String { handle == "handle.invalid" ? "" : handle ?? "" }
