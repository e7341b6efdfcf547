// The fields that the reader takes of a data package. Discord gives no schema; these are what packages hold.

enum DiscordPackageMessageKey: Int, JSONKey {
    case id, timestamp, contents, attachments

    var name: String {
        switch self {
        case .id: "ID"
        case .timestamp: "Timestamp"
        case .contents: "Contents"
        case .attachments: "Attachments"
        }
    }
}

enum DiscordPackageChannelKey: Int, JSONKey {
    case id, type, name, guild
}

enum DiscordPackageUserKey: Int, SnakeCaseKey {
    case id, username, discriminator, globalName
}
