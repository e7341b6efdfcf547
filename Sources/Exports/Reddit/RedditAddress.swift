/// Ids and addresses of Reddit.
enum RedditAddress {
    /// `t1_abc`: a kind and a number in base 36 (Reddit's API documentation, 'fullnames'); nil: something else.
    static func fullname(_ text: String?, kind: String) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text.hasPrefix("\(kind)_") ? text : "\(kind)_\(text)"
    }

    /// The fullname of the post in whose comments a path lies: `/r/NAME/comments/ID/…`.
    static func post(inPath path: String?) -> String? {
        guard let path else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let index = parts.firstIndex(of: "comments"), index + 1 < parts.count else { return nil }
        let id = String(parts[index + 1])
        return isWord(id) ? "t3_\(id)" : nil
    }

    /// nil unless the path is one of Reddit's own and plain: an address is never made of free text.
    static func link(path: String?) -> String? {
        guard let path, path.hasPrefix("/r/") || path.hasPrefix("/user/"),
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return "https://www.reddit.com\(path)"
    }

    /// The address of a message whose record has none.
    static func link(message: String, post: String?) -> String? {
        guard let post, isWord(post), isWord(message) else { return nil }
        let address = "https://www.reddit.com/comments/\(post.dropFirst(3))/"
        return message == post ? address : "\(address)_/\(message.dropFirst(3))/"
    }

    /// Dumps of 2021 and later may write the number itself where the fullname was.
    static func parent(_ written: String?) -> String? {
        guard let written, !written.isEmpty else { return nil }
        guard written.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = UInt64(written) else { return written }
        return "t1_\(String(number, radix: 36))"
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0 == 0x5F || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }
}
