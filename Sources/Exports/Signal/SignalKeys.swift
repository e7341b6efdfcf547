// The fields that the reader takes from `main.jsonl`, the JSON form of Signal's `Backup.proto`. What opens anything
// (`mediaRootBackupKey`, `localKey`) is not among them.

enum SignalLineKey: Int, JSONKey {
    case backupTimeMs, account, recipient, chat, chatItem
}

enum SignalRecipientKey: Int, JSONKey {
    case id, own, contact, group

    var name: String { self == .own ? "self" : String(describing: self) }
}

/// A contact, and the parts of a group's name.
enum SignalPersonKey: Int, JSONKey {
    case aci, e164, nickname, given, family, systemGiven, systemFamily, profileGiven, profileFamily, username
    case masterKey, snapshot, title, ownGiven, ownFamily

    var name: String {
        switch self {
        case .ownGiven: "givenName"
        case .ownFamily: "familyName"
        case .systemGiven: "systemGivenName"
        case .systemFamily: "systemFamilyName"
        case .profileGiven: "profileGivenName"
        case .profileFamily: "profileFamilyName"
        default: String(describing: self)
        }
    }
}

enum SignalChatKey: Int, JSONKey {
    case id, recipientId
}

enum SignalItemKey: Int, JSONKey {
    case chatId, authorId, dateSent, directionless, standardMessage, updateMessage, remoteDeletedMessage
    case stickerMessage, contactMessage, viewOnceMessage, directStoryReplyMessage, revisions, nested

    var name: String { self == .nested ? "chatItem" : String(describing: self) }
}

/// The parts of a message; none means different things in two of them.
enum SignalPartKey: Int, JSONKey {
    case text, body, attachments, quote, reactions, sticker, emoji, targetSentTimestamp, authorId
    case pointer, fileName, contentType, dateSent, textReply
}
