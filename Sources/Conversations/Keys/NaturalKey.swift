/// What makes a message, an account, a channel or a thread the same one in two exports.
package enum NaturalKey {
    /// Whether a platform's message ids mean one message everywhere or only within their channel.
    package enum IDScope: Sendable {
        case global, perChannel
    }

    /// The one table of id scopes; a platform that is not named has ids per channel, the safe reading.
    private static let globalIDs: Set<String> = [
        "discord", "x", "twitter", "reddit", "hackernews", "mastodon", "bluesky", "mail", "matrix", "youtube",
        "facebook",
        "instagram", "googleplay", "appstore", "steam", "trustpilot", "linkedin",
    ]

    package static func scope(ofPlatform platform: String) -> IDScope {
        globalIDs.contains(platform) ? .global : .perChannel
    }

    /// Digest of a channel: platform and the format's own id (or name) of it.
    package static func channel(platform: String, key: String) -> Digest {
        .of("channel", platform, key)
    }

    /// Digest of a message that has an id. The builder is reused from message to message.
    package static func message(
        platform: String, channel: Digest, id: String, builder: inout DigestBuilder
    ) -> Digest {
        builder.add("message")
        builder.add(platform)
        switch scope(ofPlatform: platform) {
        case .global: builder.add("")
        case .perChannel: builder.add(hexOf: channel)
        }
        builder.add(id)
        return builder.finish()
    }

    /// Digest of a message without an id: channel, account, time as written, text, and which of the equal
    /// ones in its export it is, counted from 0.
    package static func message(
        channel: Digest, account: Digest?, written: String, text: String, occurrence: Int
    ) -> Digest {
        .of("anonymous", channel.hex, account?.hex ?? "", written, text, String(occurrence))
    }

    /// Digest of an account. Without an id the name stands for it, within its channel.
    package static func account(platform: String, channel: Digest, id: String?, name: String) -> Digest {
        if let id {
            return .of("account", platform, id)
        }
        return .of("account name", platform, channel.hex, name)
    }

    /// Digest of a platform's thread.
    package static func thread(channel: Digest, id: String) -> Digest {
        .of("thread", channel.hex, id)
    }

    /// Digest of a text, by which revisions are told apart.
    package static func text(_ text: String, builder: inout DigestBuilder) -> Digest {
        builder.add("text")
        builder.add(text)
        return builder.finish()
    }

    /// The number that orders messages of the same time: the id itself where it is a plain decimal number
    /// of at most 18 digits, else bits of the digest. A pure function of the key.
    package static func sequence(id: String?, digest: Digest) -> Int64 {
        if let id, id.utf8.count <= 18, let number = Int64(id), number >= 0, String(number) == id {
            return number
        }
        return Int64(bitPattern: digest.high >> 1)
    }
}
