// The fields that the reader takes from `message_1.json` of Facebook's and Instagram's download. Those in camel case
// are of the download of end-to-end encrypted chats, whose letters are not spoiled.

enum MessengerMessageKey: Int, JSONKey {
    case sender, time, content, photos, videos, gifs, audio, files, sticker, share, reactions, isUnsent, type, users
    case callDuration, newSender, newTime, newText, media, newIsUnsent

    var name: String {
        switch self {
        case .sender: "sender_name"
        case .time: "timestamp_ms"
        case .audio: "audio_files"
        case .isUnsent: "is_unsent"
        case .callDuration: "call_duration"
        case .newSender: "senderName"
        case .newTime: "timestamp"
        case .newText: "text"
        case .newIsUnsent: "isUnsent"
        default: String(describing: self)
        }
    }
}

/// Files, links and people have few fields, and none means different things in two of them.
enum MessengerPartKey: Int, JSONKey {
    case uri, link, name, text

    var name: String { self == .text ? "share_text" : String(describing: self) }
}
