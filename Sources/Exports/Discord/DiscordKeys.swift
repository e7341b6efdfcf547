// The fields that the reader takes from each object of DiscordChatExporter's JSON (`JsonMessageWriter.cs`).

enum DiscordMessageKey: Int, JSONKey {
    case id, type, timestamp, timestampEdited, content, author, attachments, embeds, stickers, reactions
    case reference, forwardedMessage
}

enum DiscordAuthorKey: Int, JSONKey {
    case id, name, discriminator, nickname, isBot
}

/// Guild and channel.
enum DiscordPlaceKey: Int, JSONKey {
    case id, type, name, category
}

enum DiscordReferenceKey: Int, JSONKey {
    case type, messageId, channelId
}

/// Attachments, stickers and reactions have few fields, and none means different things in two of them.
enum DiscordPartKey: Int, JSONKey {
    case fileName, url, name, count
}

enum DiscordEmbedKey: Int, JSONKey {
    case title, description, fields
}

enum DiscordEmbedFieldKey: Int, JSONKey {
    case name, value
}
