/// Where the messages of one export stand.
struct DiscordScope {
    var guildID = ""
    var guildName = ""
    var channelID = ""
    var channelName = ""
    var type = ""
    /// The category; for threads the channel that the thread belongs to.
    var category = ""

    /// A chat between few.
    var isDirect: Bool { type == "DirectTextChat" || type == "DirectGroupTextChat" }

    func channel(_ options: ExportOptions) -> ExportedChannel {
        let fallback = options.channel ?? options.stem
        let name = channelName.isEmpty ? fallback : channelName
        let parts = isThread ? [guildName, category, name] : [guildName, name]
        return ExportedChannel(
            platform: "discord", key: channelID.isEmpty ? name : channelID,
            name: parts.filter { !$0.isEmpty }.joined(separator: " / "), grouping: isDirect ? .byTime : .byReply)
    }

    /// Direct chats have the guild `@me`. nil unless all ids are digits: an address is never made of free text.
    func permalink(message: String) -> String? {
        let guild = guildID == "0" ? "@me" : guildID
        guard isSnowflake(channelID), isSnowflake(message), guild == "@me" || isSnowflake(guild) else { return nil }
        return "https://discord.com/channels/\(guild)/\(channelID)/\(message)"
    }

    private var isThread: Bool { type.hasSuffix("Thread") }
}

/// Discord's ids are decimal numbers of 64 bits.
func isSnowflake(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 20 && id.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
}

/// Milliseconds since 1970 UTC that an id carries in its upper 42 bits, counted from 2015; nil where the number is
/// too small to be one (Discord's documentation, 'Snowflakes').
func snowflakeTime(_ id: String) -> Int64? {
    guard isSnowflake(id), let value = UInt64(id), value > 1 << 44 else { return nil }
    return Int64(value >> 22) + 1_420_070_400_000
}
