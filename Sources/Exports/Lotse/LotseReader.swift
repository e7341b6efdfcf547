/// What `lotse export messages` writes: one message a line with everything that the store knows of it, so that
/// exporting, importing and exporting again gives the same bytes.
package enum LotseReader: ExportReader {
    package static let format = "lotse"
    package static let summary = "lotse's own export of messages (JSON Lines)"
    package static let lacks = ""

    /// The first member of every line, by which the format is known; its value is the format's version.
    package static let mark = "lotse"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        head.drop { isJSONBlank($0) }.starts(with: Array("{\"\(mark)\":".utf8)) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var reader = LotseMessageReader()
        try eachLineRecord(&source, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
    }
}

/// The members of a line.
enum LotseKey: Int, JSONKey {
    case platform, channel, channelName, grouping, id, replyTo, replyToDigest, thread, threadTitle, threadLink
    case authorID, author, handle, isBot, isOwner, ms, written, zoneKnown, editedMs, text, markup, kind, status
    case isPrivate, likes, shares, rating, language, permalink, attachments

    var name: String {
        switch self {
        case .channelName: "channel_name"
        case .replyTo: "reply_to"
        case .replyToDigest: "reply_to_digest"
        case .threadTitle: "thread_title"
        case .threadLink: "thread_link"
        case .authorID: "author_id"
        case .isBot: "is_bot"
        case .isOwner: "is_owner"
        case .zoneKnown: "zone_known"
        case .editedMs: "edited_ms"
        case .isPrivate: "private"
        default: String(describing: self)
        }
    }
}
