/// Makes messages of reviews: one of the customer, one of the developer's reply.
struct GooglePlayReviewReader {
    private let channel: ExportedChannel
    private var review = JSONFields<GooglePlayReviewKey>()
    private var comment = JSONFields<GooglePlayCommentKey>()
    private var stamp = JSONFields<GooglePlayStampKey>()
    private var owners = AnnouncedOwners()

    init(options: ExportOptions) {
        let key = options.channel ?? options.stem
        channel = ExportedChannel(platform: "googleplay", key: key, name: key)
    }

    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, yield: (ExportEvent) throws -> Void
    ) throws {
        review.read(record.root, in: &record)
        let id = record.identifier(review[.reviewId])
        let author = record.string(review[.authorName]) ?? ""
        let comments = record.elements(of: review[.comments])
        guard !comments.isEmpty else { return try yield(.skipped(place, reason: "no comment")) }
        if id == nil { record.repairs.insert(.unusableID) }
        for entry in comments {
            review.read(entry, in: &record)
            let (customer, developer) = (review[.userComment], review[.developerComment])
            if let customer {
                let message = customerMessage(customer, id: id, author: author, in: &record, at: place)
                try hand(message, &record, yield: yield)
            }
            if let developer {
                try hand(reply(developer, to: id, in: &record, at: place), &record, yield: yield)
            }
            if customer == nil, developer == nil { try yield(.skipped(place, reason: "a comment of unknown kind")) }
        }
    }

    private mutating func hand(
        _ message: ExportedMessage, _ record: inout JSONRecord, yield: (ExportEvent) throws -> Void
    ) throws {
        try owners.hand(message, repairs: record.repairs, yield: yield)
        record.repairs = []
    }

    private mutating func customerMessage(
        _ value: JSONValue, id: String?, author: String, in record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        comment.read(value, in: &record)
        // `text` is a translation where one was asked for; what was written stands in `originalText` then.
        let original = record.identifier(comment[.originalText])
        let text = writtenReview(original ?? record.string(comment[.text]) ?? "")
        return ExportedMessage(
            channel: channel, id: id, account: author.isEmpty ? nil : ExportedAccount(id: nil, name: author),
            time: time(in: &record), text: text, status: .published, likes: record.integer(comment[.thumbsUpCount]),
            rating: record.integer(comment[.starRating]),
            language: record.identifier(comment[.reviewerLanguage]), place: place)
    }

    private mutating func reply(
        _ value: JSONValue, to id: String?, in record: inout JSONRecord, at place: ExportPlace
    ) -> ExportedMessage {
        comment.read(value, in: &record)
        return ExportedMessage(
            channel: channel, id: id.map(reviewReplyID), parent: id,
            account: reviewDeveloper, time: time(in: &record),
            text: record.string(comment[.text]) ?? "", status: .published, place: place)
    }

    /// Title and text stand in one field with a tab between them; reviews without a title begin with the tab.
    private func writtenReview(_ text: String) -> String {
        let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return trimmedBlanks(text) }
        return reviewText(title: String(parts[0]), body: String(parts[1]))
    }

    private mutating func time(in record: inout JSONRecord) -> ExportedTime {
        stamp.read(comment[.lastModified], in: &record)
        var time = record.messageTime(stamp[.seconds])
        guard let seconds = time.milliseconds, seconds % 1000 == 0 else { return time }
        let nanos = record.integer(stamp[.nanos]).flatMap { (0..<1_000_000_000).contains($0) ? $0 : nil } ?? 0
        time.milliseconds = seconds + Int64(nanos / 1_000_000)
        return time
    }
}
