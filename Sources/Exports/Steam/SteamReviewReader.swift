/// Makes messages of reviews: one of the player, one of the developer's response.
struct SteamReviewReader {
    /// Steam counts below zero now and then, and writes that as 32 bits without a sign.
    private static let largestCount = 2_000_000_000

    private let channel: ExportedChannel
    private var count = 0
    private var total = 0
    private var review = JSONFields<SteamReviewKey>()
    private var part = JSONFields<SteamPartKey>()
    private var owners = AnnouncedOwners()

    init(options: ExportOptions) {
        let key = options.channel ?? options.stem
        channel = ExportedChannel(platform: "steam", key: key, name: key)
    }

    /// The first page says how many reviews there are.
    mutating func readSummary(_ walker: inout JSONWalker) throws {
        var record = JSONRecord()
        guard case .decoded = try walker.decode(into: &record) else { return }
        part.read(record.root, in: &record)
        total = max(total, record.integer(part[.total_reviews]) ?? 0)
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        review.read(record.root, in: &record)
        let id = record.identifier(review[.recommendationid])
        let markup = record.string(review[.review])
        guard id != nil || markup?.isEmpty == false else {
            return try yield(.skipped(place, reason: "no id and no text"))
        }
        if id == nil { record.repairs.insert(.unusableID) }
        count += 1
        let message = message(id, markup ?? "", in: &record, at: place)
        try owners.hand(message, repairs: record.repairs, yield: yield)
        record.repairs = []
        guard let response = record.identifier(review[.developer_response]) else { return }
        let text = SteamMarkup.plain(response)
        let reply = ExportedMessage(
            channel: channel, id: id.map(reviewReplyID), parent: id,
            account: reviewDeveloper,
            time: record.messageTime(review[.timestamp_dev_responded]), text: text,
            markup: text == response ? nil : response, status: .published, place: place)
        try owners.hand(reply, repairs: record.repairs, yield: yield)
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        guard total > count else { return }
        try yield(.note("Steam counts \(total) reviews, \(count) are in the file."))
    }

    private mutating func message(
        _ id: String?, _ markup: String, in record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        let text = SteamMarkup.plain(markup)
        let time = record.messageTime(review[.timestamp_created])
        return ExportedMessage(
            channel: channel, id: id, account: account(in: &record), time: time,
            editedAt: record.editTime(review[.timestamp_updated], after: time), text: text,
            markup: text == markup ? nil : markup, status: .published,
            likes: record.integer(review[.votes_up]).flatMap { (0...Self.largestCount).contains($0) ? $0 : nil },
            rating: rating(in: record), language: record.identifier(review[.language]), place: place)
    }

    private func rating(in record: JSONRecord) -> Int? {
        guard let voted = review[.voted_up] else { return nil }
        switch record.kind(of: voted) {
        case .true: return 5
        case .false: return 1
        default: return nil
        }
    }

    private mutating func account(in record: inout JSONRecord) -> ExportedAccount? {
        part.read(review[.author], in: &record)
        let id = record.identifier(part[.steamid])
        let name = record.string(part[.personaname]) ?? ""
        guard id != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: id, name: name)
    }
}
