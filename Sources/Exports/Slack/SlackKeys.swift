// The fields that the reader takes of a workspace export (Slack's help, 'How to read Slack data exports'; its API).

enum SlackMessageKey: Int, SnakeCaseKey {
    case type, subtype, user, text, ts, threadTs, edited, reactions, files, file, blocks, attachments, botId, username
    case botProfile, userProfile, comment, message, previousMessage, deletedTs, hidden
}

/// Users, the profiles inside them and inside messages, bots' profiles.
enum SlackUserKey: Int, SnakeCaseKey {
    case id, name, realName, displayName, isBot, isAdmin, isOwner, profile, username
}

enum SlackChannelKey: Int, JSONKey {
    case id, name, members
}

/// Files, reactions, edits and comments have few fields, and none means different things in two of them.
enum SlackPartKey: Int, JSONKey {
    case name, title, mode, count, ts, user
}

enum SlackAttachmentKey: Int, JSONKey {
    case pretext, title, text, fallback
}

/// A part of a message's blocks.
enum SlackBlockKey: Int, SnakeCaseKey {
    case type, text, url, userId, channelId, name, range, elements, fields
}
