/// A record of the collection `app.bsky.feed.post`, whatever it was written in: JSON in answers of the API, DAG-CBOR in
/// repositories (atproto.com, 'Lexicon' app.bsky.feed.post).
struct BlueskyPost: Equatable {
    /// A link in the text, by the bytes of its UTF-8 form.
    struct Link: Equatable {
        var start: Int
        var end: Int
        var target: String
    }

    var text = ""
    /// As whoever wrote it says, which may be any text.
    var createdAt = ""
    var root: String?
    var parent: String?
    var language: String?
    var links: [Link] = []
    /// What stands for files, links and quoted posts.
    var attachments: [String] = []

    /// The text with the targets of links whose words are not their address, in brackets behind them; ranges that do
    /// not fit the text count for nothing.
    var textWithTargets: String {
        guard !links.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var done = 0
        for link in links.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            guard link.start >= done, link.start < link.end, link.end <= bytes.count,
                Self.isBoundary(link.start, in: bytes), Self.isBoundary(link.end, in: bytes)
            else { continue }
            out += bytes[done..<link.end]
            done = link.end
            let shown = String(decoding: bytes[link.start..<link.end], as: UTF8.self)
            if Self.address(shown) != Self.address(link.target) { out += Array(" (\(link.target))".utf8) }
        }
        return String(decoding: out + bytes[done...], as: UTF8.self)
    }

    private static func isBoundary(_ index: Int, in bytes: [UInt8]) -> Bool {
        index == bytes.count || bytes[index] & 0xC0 != 0x80
    }

    /// An address as people write it.
    private static func address(_ text: String) -> Substring {
        var text = text[...]
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.count) }
        return text.hasSuffix("/") ? text.dropLast() : text
    }
}

/// The parts of `at://AUTHORITY/app.bsky.feed.post/KEY`.
struct BlueskyAddress: Equatable {
    static let collection = "app.bsky.feed.post"

    var did: String
    var key: String

    /// nil: it is no address of a post by an account's permanent name.
    init?(_ address: String) {
        guard address.hasPrefix("at://") else { return nil }
        let parts = address.dropFirst("at://".count).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].hasPrefix("did:"), parts[1] == Self.collection, !parts[2].isEmpty else {
            return nil
        }
        (did, key) = (String(parts[0]), String(parts[2]))
    }

    /// The page on the web; nil where the parts hold what an address made of them could not.
    var permalink: String? {
        let isPlain = (did + key).utf8.allSatisfy { byte in
            (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || ":._~-".utf8.contains(byte)
        }
        return isPlain ? "https://bsky.app/profile/\(did)/post/\(key)" : nil
    }
}

/// Makes messages of posts, the same ones of both forms: ids are the addresses of the records.
struct BlueskyMessages {
    let channel: ExportedChannel

    init(options: ExportOptions) {
        let name = options.channel
        channel = ExportedChannel(platform: "bluesky", key: name ?? "bluesky", name: name ?? "Bluesky")
    }

    /// `indexedAt`: when the service first saw it, which whoever wrote it cannot choose; nil: not said. The reason is
    /// that of a repair of the time.
    func message(
        _ post: BlueskyPost, at address: String?, by account: ExportedAccount?, indexedAt: String?,
        place: ExportPlace
    ) -> (message: ExportedMessage, reason: String?) {
        let time = time(of: post, indexedAt: indexedAt)
        let text = post.textWithTargets
        var message = ExportedMessage(
            channel: channel, id: address, parent: post.parent == address ? nil : post.parent,
            thread: (post.root ?? address).map { ExportedThread(id: $0, link: BlueskyAddress($0)?.permalink ?? "") },
            account: account, time: time.time, text: text, markup: text == post.text ? nil : post.text,
            language: post.language, permalink: address.flatMap { BlueskyAddress($0)?.permalink }, place: place)
        message.attachments = post.attachments
        return (message, time.reason)
    }

    /// What whoever wrote it says, unless it is no time, or later than when the service had the post already.
    private func time(of post: BlueskyPost, indexedAt: String?) -> (time: ExportedTime, reason: String?) {
        let indexed = indexedAt.flatMap { exportedTime($0, in: nil) }
        guard let created = exportedTime(post.createdAt, in: nil), let said = created.milliseconds else {
            if let indexed { return (indexed, "time unknown; that of the index stands for it") }
            return (
                ExportedTime(milliseconds: nil, written: post.createdAt, zoneIsKnown: false),
                Repairs.timeUnknown.description
            )
        }
        if let indexed, let seen = indexed.milliseconds, said > seen + clockTolerance {
            return (indexed, "a time in the future; that of the index stands for it")
        }
        return (created, nil)
    }

    /// Milliseconds that clocks may differ.
    private let clockTolerance: Int64 = 300_000
}
