/// What a file of an archive holds, by the word in `window.YTD.WORD.part0 = [`. The prefix is read, never evaluated.
enum XArchiveKind: Equatable {
    case posts, deletedPosts, directMessages, account
    /// The whole texts of long posts.
    case notes
    /// Likes, followers, advertisements: nothing that anybody wrote to somebody.
    case other(word: String)

    init(word: String) {
        switch word {
        case "tweets", "tweet", "community_tweets", "community_tweet": self = .posts
        case "deleted_tweets", "deleted_tweet": self = .deletedPosts
        case "direct_messages", "direct_message", "direct_messages_group", "direct_message_group":
            self = .directMessages
        case "account": self = .account
        case "note_tweet", "note_tweets": self = .notes
        default: self = .other(word: word)
        }
    }

    /// Whether a file begins as the archive's files do; bytes behind the equals sign are not looked at.
    static func isPrefixed(_ head: ArraySlice<UInt8>) -> Bool {
        guard var walker = (try? ByteSource(bytes: Array(head.prefix(512)))).map(JSONWalker.init) else { return false }
        return (try? word(&walker)) != nil
    }

    /// Goes to the array behind the prefix. Without prefix, the file was saved as JSON and holds posts.
    static func read(_ walker: inout JSONWalker) throws(ExportError) -> XArchiveKind {
        if try walker.peek() == UInt8(ascii: "[") { return .posts }
        return XArchiveKind(word: try word(&walker))
    }

    /// The word, up to the first equals sign.
    private static func word(_ walker: inout JSONWalker) throws(ExportError) -> String {
        let start = walker.window.offset
        var prefix = ""
        for _ in 0..<2 where !prefix.hasSuffix("=") {
            guard case .value(let range) = try walker.cut(), range.count < 128 else { break }
            prefix += String(decoding: walker.bytes(range), as: UTF8.self)
        }
        let parts = prefix.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "window", parts[1] == "YTD", !parts[2].isEmpty,
            parts[2].utf8.allSatisfy({ isWordByte($0) }), isPart(parts[3])
        else { throw .malformed(place: "byte \(start)", reason: "no 'window.YTD.tweets.part0 ='") }
        return String(parts[2])
    }

    /// `part0=`
    private static func isPart(_ text: Substring) -> Bool {
        let digits = text.dropFirst(4).dropLast()
        return text.hasPrefix("part") && text.hasSuffix("=") && isSnowflake(String(digits))
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}

extension JSONWalker {
    /// Behind the array may be a semicolon, and nothing else.
    mutating func finishScript() throws(ExportError) {
        guard try peek() == UInt8(ascii: ";") else { return try finish() }
        guard case .value(let range) = try cut(), range.count == 1 else {
            throw malformed("something follows the document")
        }
        try finish()
    }
}
