/// What a comment's own address says of it:
/// `https://www.facebook.com/PAGE/posts/POST/?comment_id=COMMENT&reply_comment_id=REPLY`.
struct FacebookAddress: Equatable {
    var page: String?
    var post: String?
    var comment: String?
    var reply: String?

    init(_ address: String) {
        let parts = address.split(separator: "?", maxSplits: 1)
        let path = (parts.first ?? "").split(separator: "/")
        if let marker = path.firstIndex(of: "posts"), marker > 0 {
            page = number(path[marker - 1])
            post = path.dropFirst(marker + 1).first.flatMap(number)
        }
        for item in (parts.dropFirst().first ?? "").split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            if pair[0] == "comment_id" { comment = number(pair[1]) }
            if pair[0] == "reply_comment_id" { reply = number(pair[1]) }
        }
    }

    /// The id that the Graph API gives this comment.
    var id: String? { (reply ?? comment).flatMap(inPost) }

    /// The id of the comment that this reply answers.
    var parent: String? { reply == nil ? nil : comment.flatMap(inPost) }

    private func inPost(_ id: String) -> String? { post.map { "\($0)_\(id)" } }
}

/// The digits of an id; nil: it is a name.
private func number(_ text: Substring) -> String? {
    !text.isEmpty && text.utf8.count <= 20 && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } ? String(text) : nil
}
