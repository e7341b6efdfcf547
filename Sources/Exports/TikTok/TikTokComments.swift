/// Makes messages of TikTok's list of comments.
struct TikTokComments {
    private let channel: ExportedChannel

    /// A comment's fields, by their names in small letters.
    private typealias Fields = [String: String]

    init(options: ExportOptions) {
        let name = options.channel
        channel = ExportedChannel(platform: "tiktok", key: name ?? "tiktok", name: name ?? "TikTok")
    }

    mutating func read(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        try walker.eachRecord(of: "CommentsList", yield: yield) { record, place in
            guard let message = message(&record, at: place) else {
                return try yield(.skipped(place, reason: "no comment"))
            }
            try yield(.message(message))
            if !record.repairs.isEmpty { try yield(.repaired(place, reason: record.repairs.description)) }
        }
    }

    private func message(_ record: inout JSONRecord, at place: ExportPlace) -> ExportedMessage? {
        let fields = fields(&record)
        let files = [fields["photo"], fields["sticker"]].compactMap { $0.map(WebAddress.fileName) }
        let text = fields["comment"] ?? ""
        guard !text.isEmpty || !files.isEmpty else { return nil }
        let post = WebAddress.plain(fields["url"] ?? fields["original post link"])
        return ExportedMessage(
            channel: channel, id: nil, thread: post.map { ExportedThread(id: $0, link: $0) },
            time: time(fields["date"] ?? "", &record), text: text, attachments: files, place: place)
    }

    /// `N/A` stands for nothing.
    private func fields(_ record: inout JSONRecord) -> Fields {
        var fields: Fields = [:]
        var next = record.first(in: record.root)
        while let key = next, let value = record.next(after: key, in: record.root) {
            next = record.next(after: value, in: record.root)
            guard let text = record.scalar(value), !text.isEmpty, text != "N/A" else { continue }
            fields[(record.string(key) ?? "").lowercased()] = text
        }
        return fields
    }

    /// TikTok writes UTC without saying so.
    private func time(_ written: String, _ record: inout JSONRecord) -> ExportedTime {
        guard var time = exportedTime(written, in: nil) else {
            record.repairs.insert(.timeUnknown)
            return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
        }
        time.zoneIsKnown = true
        return time
    }
}
