/// The exporter's `MessageKind`: a name for the kinds that it knows, else Discord's number (Discord's documentation,
/// 'Message Types').
struct DiscordMessageType {
    private let written: String

    init(_ written: String) { self.written = written }

    /// An unknown name is a message: nothing that somebody wrote may pass for a notice of the system.
    var kind: ExportedMessage.Kind {
        if let number = Int(written) { return Self.messageNumbers.contains(number) ? .message : .system }
        return Self.systemNames.contains(written) ? .system : .message
    }

    /// Default, reply, slash command, thread starter, context menu command.
    private static let messageNumbers: Set = [0, 19, 20, 21, 23]

    private static let systemNames: Set = [
        "RecipientAdd", "RecipientRemove", "Call", "ChannelNameChange", "ChannelIconChange", "ChannelPinnedMessage",
        "GuildMemberJoin", "ThreadCreated",
    ]
}
