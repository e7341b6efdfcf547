// The fields that the reader takes: Graph's `chatMessage` (Microsoft's documentation) as it is spelled in exports.

enum TeamsMessageKey: Int, PascalCaseKey {
    case id, replyToId, body, subject, createdDateTime, lastEditedDateTime, deletedDateTime, from, attachments
    case reactions, messageType, channelIdentity, chatId, eventDetail, webUrl, locale
}

/// Bodies, senders, users, channels and teams have few fields, and none means different things in two of them.
enum TeamsPartKey: Int, PascalCaseKey {
    case contentType, content, user, application, device, id, displayName, teamId, channelId, name
}
