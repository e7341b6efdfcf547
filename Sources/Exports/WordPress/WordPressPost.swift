/// The post, page or attachment whose comments are being read. A post is no message.
struct WordPressPost {
    /// Comments whose ids are remembered to report those that repeat.
    private static let limit = 200_000

    let thread: ExportedThread?
    let isPrivate: Bool
    private var seen: Set<Int> = []

    init(_ item: WordPressRecord) {
        let link = item.value("link")
        let id = item.value("wp:post_id")
        let title = HTMLText.decoded(item.value("title"))
        thread = id.isEmpty && link.isEmpty ? nil : ExportedThread(id: id.isEmpty ? link : id, title: title, link: link)
        isPrivate = item.value("wp:status") == "private" || !item.value("wp:post_password").isEmpty
    }

    /// The id of a comment in the whole blog. WordPress counts comments per blog, but files that were put
    /// together from several repeat the numbers on other posts; a comment's answers are always on its post.
    func scoped(_ id: String) -> String { thread.map { "\($0.id)/\(id)" } ?? id }

    func permalink(_ id: String) -> String? {
        guard let link = thread?.link, !link.isEmpty else { return nil }
        return "\(link)#comment-\(id)"
    }

    /// Whether the id was on this post before. Remembered as hashes, up to a limit: this is for a report.
    mutating func repeats(_ id: String) -> Bool {
        guard seen.count < WordPressPost.limit else { return seen.contains(id.hashValue) }
        return !seen.insert(id.hashValue).inserted
    }
}
