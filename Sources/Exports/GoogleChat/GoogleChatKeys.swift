// The fields that the reader takes of Google Takeout's 'Google Chat'.

enum GoogleChatMessageKey: Int, SnakeCaseKey {
    case creator, createdDate, updatedDate, text, topicId, messageId, messageState, attachedFiles, reactions
    case quotedMessageMetadata, deletionMetadata
}

/// Creators, files, quotes, reactions, groups and users have few fields, and none means different things in two.
enum GoogleChatPartKey: Int, SnakeCaseKey {
    case name, email, userType, originalName, exportName, messageId, reactorEmails, user, members
}
