/// Title and words of a review as one text, the title in a paragraph of its own. Stores show both and keep them apart;
/// where one is missing or says the same as the other there is one paragraph.
func reviewText(title: String, body: String) -> String {
    let title = trimmedBlanks(title)
    let body = trimmedBlanks(body)
    if title.isEmpty || title == body { return body }
    return body.isEmpty ? title : "\(title)\n\n\(body)"
}

/// The one who answers reviews; stores do not name them.
let reviewDeveloper = ExportedAccount(id: "developer", name: "Developer", isOwner: true)

/// Without blanks and line ends at either end.
func trimmedBlanks(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
}

/// Id of the answer that a store keeps inside a review and gives no id of its own.
func reviewReplyID(_ review: String) -> String { "\(review)/reply" }

extension JSONRecord {
    /// A time that the message cannot do without: what is not usable is reported and stays unknown.
    mutating func messageTime(_ value: JSONValue?, in zone: LocalZone? = nil) -> ExportedTime {
        let written = scalar(value) ?? ""
        if let time = exportedTime(written, in: zone) { return time }
        repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: String(written.prefix(80)), zoneIsKnown: false)
    }

    /// The time of the last change, where it is another than that of the message.
    mutating func editTime(_ value: JSONValue?, after time: ExportedTime) -> Int64? {
        guard let edited = exportedTime(scalar(value) ?? "", in: nil)?.milliseconds else { return nil }
        return edited == time.milliseconds ? nil : edited
    }
}

/// Accounts of ours that were announced, so that each is announced once.
struct AnnouncedOwners {
    /// More are announced again: who owns a place are few.
    private static let limit = 256

    private var seen: Set<Pair> = []

    private struct Pair: Hashable {
        var channel: ExportedChannel
        var account: ExportedAccount
    }

    /// Hands over a message, its repairs, and before it the account where it is ours and new.
    mutating func hand(
        _ message: ExportedMessage, repairs: Repairs, yield: (ExportEvent) throws -> Void
    ) throws {
        if let account = message.account, account.isOwner {
            let isNew = seen.insert(Pair(channel: message.channel, account: account)).inserted
            if isNew { try yield(.owner(message.channel, account)) }
            if seen.count > Self.limit { seen.removeAll() }
        }
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(message.place, reason: repairs.description)) }
    }
}
