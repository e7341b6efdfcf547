// The fields that the reader takes from Telegram Desktop's JSON (`export_output_json.cpp`).

enum TelegramMessageKey: Int, JSONKey {
    case id, type, date, dateUnixtime, editedUnixtime, edited, from, fromID, actor, actorID, action, text
    case textEntities, replyTo, replyToPeer, photo, file, fileName, mediaType, stickerEmoji, reactions, poll
    case title, members, duration

    var name: String {
        switch self {
        case .dateUnixtime: "date_unixtime"
        case .editedUnixtime: "edited_unixtime"
        case .fromID: "from_id"
        case .actorID: "actor_id"
        case .textEntities: "text_entities"
        case .replyTo: "reply_to_message_id"
        case .replyToPeer: "reply_to_peer_id"
        case .fileName: "file_name"
        case .mediaType: "media_type"
        case .stickerEmoji: "sticker_emoji"
        case .duration: "duration_seconds"
        default: String(describing: self)
        }
    }
}

/// The parts of a text, of a poll and of reactions.
enum TelegramPartKey: Int, JSONKey {
    case type, text, href, question, answers, count
}
