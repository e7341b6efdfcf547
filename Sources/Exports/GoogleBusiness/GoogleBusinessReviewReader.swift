/// Makes messages of reviews: one of the customer, one of the owner's reply.
struct GoogleBusinessReviewReader {
    private let options: ExportOptions
    private var review = JSONFields<GoogleBusinessReviewKey>()
    private var part = JSONFields<GoogleBusinessPartKey>()
    private var owners = AnnouncedOwners()

    init(options: ExportOptions) { self.options = options }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        review.read(record.root, in: &record)
        let outerName = record.string(review[.name])
        if let inner = review[.review], record.kind(of: inner) == .object { review.read(inner, in: &record) }
        let name = record.string(review[.name]) ?? outerName ?? ""
        let id = record.identifier(review[.reviewId]) ?? businessPart("reviews", of: name)
        let comment = record.string(review[.comment]) ?? ""
        let rating = record.string(review[.starRating]).flatMap(starRating)
        guard id != nil || !comment.isEmpty || rating != nil else {
            return try yield(.skipped(place, reason: "neither id nor rating nor text"))
        }
        if id == nil { record.repairs.insert(.unusableID) }
        let channel = channel(name)
        let text = originalReview(comment)
        let time = record.messageTime(review[.createTime])
        let message = ExportedMessage(
            channel: channel, id: id, account: account(in: &record), time: time,
            editedAt: record.editTime(review[.updateTime], after: time), text: text,
            markup: text == comment ? nil : comment, status: .published, rating: rating, place: place)
        try owners.hand(message, repairs: record.repairs, yield: yield)
        record.repairs = []
        guard let answer = review[.reviewReply], record.kind(of: answer) == .object else { return }
        let reply = reply(answer, to: id, channel, in: &record, at: place)
        try owners.hand(reply, repairs: record.repairs, yield: yield)
    }

    private mutating func reply(
        _ value: JSONValue, to id: String?, _ channel: ExportedChannel, in record: inout JSONRecord,
        at place: ExportPlace
    ) -> ExportedMessage {
        part.read(value, in: &record)
        let comment = record.string(part[.comment]) ?? ""
        let text = originalReview(comment)
        return ExportedMessage(
            channel: channel, id: id.map(reviewReplyID), parent: id,
            account: ExportedAccount(id: nil, name: "Owner", isOwner: true),
            time: record.messageTime(part[.updateTime]), text: text, markup: text == comment ? nil : comment,
            status: .published, place: place)
    }

    /// The place is the location in the review's resource name, `accounts/A/locations/L/reviews/R`.
    private func channel(_ name: String) -> ExportedChannel {
        let key = businessPart("locations", of: name) ?? options.channel ?? options.stem
        return ExportedChannel(platform: "googlebusiness", key: key, name: options.channel ?? key)
    }

    private mutating func account(in record: inout JSONRecord) -> ExportedAccount? {
        part.read(review[.reviewer], in: &record)
        guard !record.isTrue(part[.isAnonymous]) else { return nil }
        let name = record.string(part[.displayName]) ?? ""
        return name.isEmpty ? nil : ExportedAccount(id: nil, name: name)
    }

    private func starRating(_ word: String) -> Int? {
        ["ONE", "TWO", "THREE", "FOUR", "FIVE"].firstIndex(of: word).map { $0 + 1 }
    }
}

/// What follows `collection` in a resource name; nil: nothing does.
private func businessPart(_ collection: String, of name: String) -> String? {
    let parts = name.split(separator: "/")
    guard let index = parts.firstIndex(of: collection[...]), index + 1 < parts.count else { return nil }
    return String(parts[index + 1])
}

/// What the customer wrote, where Google has put a translation before or behind it. The marks stand at the beginning
/// of a line, and the translation never without its mark.
func originalReview(_ comment: String) -> String {
    let translated = "(Translated by Google)"
    let original = "(Original)"
    guard comment.contains(translated) else { return comment }
    if comment.hasPrefix(translated) {
        guard let mark = comment.ranges(of: "\n" + original).last else { return comment }
        let text = trimmedBlanks(String(comment[mark.upperBound...]))
        return text.isEmpty ? comment : text
    }
    guard let mark = comment.ranges(of: "\n" + translated).last else { return comment }
    let text = trimmedBlanks(String(comment[..<mark.lowerBound]))
    return text.isEmpty ? comment : text
}
