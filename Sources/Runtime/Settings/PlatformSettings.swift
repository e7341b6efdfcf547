/// What a platform allows.
nonisolated package struct PlatformSettings: Equatable, Sendable {
    /// Characters that a reply may have; nil: no limit that we know.
    package var length: Int?
    /// X's weighted way of counting.
    package var isWeighted: Bool
    /// Seconds in which a sent reply can be taken back.
    package var hold: Int

    /// Without arguments: what holds for a platform that we know nothing about.
    package init(length: Int? = nil, isWeighted: Bool = false, hold: Int = 15) {
        self.length = length
        self.isWeighted = isWeighted
        self.hold = hold
    }

    /// The limits that platforms document for a reply or a comment, by the names that imports give platforms.
    package static let builtIn: [String: PlatformSettings] = [
        // App Store Connect Help, "Respond to customer reviews".
        "appstore": PlatformSettings(length: 5970),
        // Lexicon app.bsky.feed.post: maxGraphemes.
        "bluesky": PlatformSettings(length: 300),
        // Discord API, Create Message: content.
        "discord": PlatformSettings(length: 2000),
        // GitHub answers "body is too long (maximum is 65536 characters)".
        "github": PlatformSettings(length: 65_536),
        // Google Play Developer API, reviews.reply: replyText.
        "googleplay": PlatformSettings(length: 350),
        // Mastodon, StatusLengthValidator::MAX_CHARS; servers may allow more.
        "mastodon": PlatformSettings(length: 500),
        // Reddit API, comment: text.
        "reddit": PlatformSettings(length: 10_000),
        // Slack API, chat.postMessage: longer texts are cut.
        "slack": PlatformSettings(length: 40_000),
        // Telegram Bot API, sendMessage: text.
        "telegram": PlatformSettings(length: 4096),
        // Threads API, text posts.
        "threads": PlatformSettings(length: 500),
        // WordPress, wp_get_comment_fields_max_lengths(): comment_content.
        "wordpress": PlatformSettings(length: 65_525),
        // X API, counting characters (twitter-text, configuration v3).
        "x": PlatformSettings(length: 280, isWeighted: true),
    ]
}
