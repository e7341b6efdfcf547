// The fields that the reader takes of a bulk export (Mattermost's documentation, 'Bulk loading data format').

enum MattermostLineKey: Int, SnakeCaseKey {
    case type, channel, user, bot, post, directPost
}

enum MattermostPlaceKey: Int, SnakeCaseKey {
    case team, name, displayName, type
}

/// Users and bots.
enum MattermostUserKey: Int, SnakeCaseKey {
    case username, nickname, firstName, lastName, displayName, roles
}

/// Posts, direct posts and the replies inside them.
enum MattermostPostKey: Int, SnakeCaseKey {
    case team, channel, channelMembers, user, type, message, props, createAt, editAt, reactions, replies, attachments
}

enum MattermostPartKey: Int, SnakeCaseKey {
    case path, fromBot, fromWebhook, overrideUsername
}
