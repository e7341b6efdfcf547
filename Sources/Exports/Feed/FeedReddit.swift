/// What the address of an entry says, where it is one of Reddit's: `/r/NAME/comments/POST/WORDS/COMMENT/`.
struct FeedReddit {
    let channel: ExportedChannel
    /// Fullnames (`t3_abc`, `t1_def`).
    let post: String
    let id: String

    var isComment: Bool { id != post }

    /// nil: it is none of Reddit's.
    init?(_ entry: FeedRecord, address: String) {
        guard let path = FeedReddit.path(address), let id = FeedReddit.fullname(address),
            let post = RedditAddress.post(inPath: path)
        else { return nil }
        let parts = path.split(separator: "/")
        guard parts.count > 1, parts[0] == "r" else { return nil }
        channel = ExportedChannel(platform: "reddit", key: parts[1].lowercased(), name: "r/\(parts[1])")
        self.post = post
        self.id = id
    }

    /// The fullname that an address or a fullname stands for; nil: neither.
    static func fullname(_ text: String) -> String? {
        if text.hasPrefix("t1_") || text.hasPrefix("t3_") { return text }
        guard let path = path(text), let post = RedditAddress.post(inPath: path) else { return nil }
        let parts = path.split(separator: "/")
        // r, NAME, comments, POST, WORDS, COMMENT
        guard parts.count > 5, parts[2] == "comments" else { return post }
        let word = parts[5]
        return word.utf8.allSatisfy { XMLCharacters.isLetter($0) || XMLCharacters.isDigit($0) } ? "t1_\(word)" : nil
    }

    private static func path(_ address: String) -> String? {
        for scheme in ["https://", "http://"] where address.hasPrefix(scheme) {
            let rest = address.dropFirst(scheme.count)
            let host = rest.prefix { $0 != "/" }.lowercased()
            guard host == "reddit.com" || host.hasSuffix(".reddit.com") else { return nil }
            return String(rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" })
        }
        return nil
    }
}
