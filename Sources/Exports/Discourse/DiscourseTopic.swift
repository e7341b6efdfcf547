/// The posts of a topic until it is known what the topic is: Discourse writes its title behind them. What is held has
/// limits, so memory has one too; posts beyond go without the title.
struct DiscourseTopic {
    static let heldLimit = 2000
    static let heldBytes = 32 * 1024 * 1024
    /// Numbers of posts that are remembered to find parents.
    static let rememberedLimit = 200_000

    var id = ""
    var slug = ""
    var title = ""
    /// A conversation between invited people (`archetype`).
    var isPrivate = false

    private let name: String?
    private var held: [DiscoursePostReader.Post] = []
    private var size = 0
    private var ids: [String: String] = [:]

    init(options: ExportOptions) { name = options.channel }

    mutating func take(_ post: DiscoursePostReader.Post, _ yield: (ExportEvent) throws -> Void) throws {
        if let number = post.number, ids.count < Self.rememberedLimit {
            ids["\(post.topic)/\(number)"] = post.message.id
        }
        held.append(post)
        size += post.message.text.utf8.count + (post.message.markup?.utf8.count ?? 0)
        if held.count >= Self.heldLimit || size > Self.heldBytes { try release(yield) }
    }

    mutating func release(_ yield: (ExportEvent) throws -> Void) throws {
        let released = held
        held = []
        size = 0
        for post in released { try emit(post, yield) }
    }

    private func emit(_ post: DiscoursePostReader.Post, _ yield: (ExportEvent) throws -> Void) throws {
        var message = post.message
        let topic = post.topic.isEmpty ? id : post.topic
        let words = post.slug.isEmpty ? slug : post.slug
        message.channel = channel(topic, words)
        if isPrivate { message.isPrivate = true }
        if !topic.isEmpty {
            let shown = post.title.isEmpty && (topic == id || id.isEmpty) ? title : post.title
            message.thread = ExportedThread(id: topic, title: shown, link: link(topic, words, nil) ?? "")
        }
        message.permalink = post.number.flatMap { link(topic, words, $0) }
        message.parent = post.replyTo.flatMap { ids["\(post.topic)/\($0)"] }
        if message.parent == message.id { message.parent = nil }
        try yield(.message(message))
        if !post.repairs.isEmpty { try yield(.repaired(message.place, reason: post.repairs.description)) }
        if post.replyTo != nil, message.parent == nil {
            try yield(.repaired(message.place, reason: "what it answers is not in the file"))
        }
    }

    /// A topic's file does not say of which forum it is, and the ids of posts count on one forum: without the forum's
    /// name each topic is a channel of its own.
    private func channel(_ topic: String, _ slug: String) -> ExportedChannel {
        let key = name ?? "topic \(topic) \(slug)"
        return ExportedChannel(platform: "discourse", key: key, name: name ?? (title.isEmpty ? key : title))
    }

    /// Only where the forum was named by its address.
    private func link(_ topic: String, _ slug: String, _ number: Int?) -> String? {
        guard let name, name.hasPrefix("https://") || name.hasPrefix("http://"),
            (name + topic + slug).utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !topic.isEmpty
        else { return nil }
        let base = name.hasSuffix("/") ? String(name.dropLast()) : name
        return "\(base)/t/\(slug.isEmpty ? "-" : slug)/\(topic)" + (number.map { "/\($0)" } ?? "")
    }
}
