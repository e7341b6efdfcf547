/// The threads that an export has declared so far: posts name theirs by number only.
struct DisqusThreads {
    /// Bytes of titles and links that are kept at most. Threads beyond keep their id, by which conversations form.
    static let limit = 64 * 1024 * 1024
    /// What an entry costs besides its words.
    private static let overhead = 256

    private struct Declared {
        var forum: String
        var thread: ExportedThread
    }

    private let fallback: String
    private var declared: [String: Declared] = [:]
    private var forum: String?
    private var size = 0
    /// Threads whose titles were not kept.
    private(set) var dropped = 0

    init(options: ExportOptions) { fallback = options.channel ?? options.stem }

    /// The first forum that the export names is that of posts whose thread names none.
    mutating func take(category record: DisqusRecord) {
        let name = record.value("forum")
        if forum == nil, !name.isEmpty { forum = name }
    }

    /// Of a thread that is declared twice, the one that says more counts: exports hold threads that are an id alone.
    mutating func take(thread record: DisqusRecord) {
        take(category: record)
        guard !record.id.isEmpty else { return }
        let title = HTMLText.decoded(record.value("title"))
        let thread = ExportedThread(id: record.id, title: title, link: record.value("link"))
        let known = declared[record.id]?.thread
        guard known.map({ $0.title.isEmpty && $0.link.isEmpty }) ?? true else { return }
        let entry = Declared(forum: record.value("forum"), thread: thread)
        let cost = entry.forum.utf8.count + title.utf8.count + thread.link.utf8.count + Self.overhead
        guard size + cost <= Self.limit else { return dropped += 1 }
        size += cost
        declared[record.id] = entry
    }

    /// The thread of a post; nil: the post names none. One that is not declared has its id and nothing else.
    func thread(_ id: String) -> ExportedThread? {
        id.isEmpty ? nil : declared[id]?.thread ?? ExportedThread(id: id)
    }

    func channel(ofThread id: String) -> ExportedChannel {
        let named = declared[id].map(\.forum).flatMap { $0.isEmpty ? nil : $0 }
        let key = named ?? forum ?? fallback
        return ExportedChannel(platform: "disqus", key: key, name: key)
    }
}
