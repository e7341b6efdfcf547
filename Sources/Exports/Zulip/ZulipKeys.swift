// The fields that the reader takes of a realm's export (Zulip's documentation, 'Data export').

enum ZulipMessageKey: Int, SnakeCaseKey {
    case id, sender, recipient, subject, content, dateSent, editHistory, lastEditTime
}

/// Rows of `realm.json`, and reactions.
enum ZulipRowKey: Int, SnakeCaseKey {
    case id, fullName, isBot, role, name, inviteOnly, type, typeId, userProfile, recipient, message, stringId
}
