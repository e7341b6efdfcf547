/// `user_archive.csv`, which Discourse gives to a member who asks for their data (`app/jobs/regular/
/// export_user_archive.rb`): their posts with the addresses of the topics. Older versions have `post` in the place of
/// `post_raw` and `post_cooked`.
package enum DiscourseArchiveReader: ExportReader {
    package static let format = "discourse-archive"
    package static let summary = "Discourse data of one member: user_archive.csv"
    package static let lacks = "only what the member wrote, without their name; not what a post answers, no edits"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        guard ["topictitle", "ispm", "likecount", "url", "createdat"].allSatisfy(columns.contains) else { return .no }
        return columns.contains("postraw") || columns.contains("post") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        defer { source = table.rows.window.source }
        try yield(.note("Discourse does not say whose data it is (--map owner=NAME), nor what a post answers."))
        var owner = ExportingOwner(options: options)
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            guard let message = message(table, options, owner.account, &repairs) else {
                try yield(.skipped(table.place, reason: "no text and no address"))
                continue
            }
            try owner.name(in: message.channel, yield: yield)
            try table.pass(message, repairs, yield: yield)
        }
    }

    private static func message(
        _ table: NamedTable, _ options: ExportOptions, _ account: ExportedAccount, _ repairs: inout Repairs
    ) -> ExportedMessage? {
        let url = table.cell("url", repairs: &repairs)
        let raw = table.cell("postraw", "post", repairs: &repairs)
        let cooked = table.cell("postcooked", repairs: &repairs)
        let html = cooked.map(DiscourseHTML.init)
        guard let text = raw ?? html?.text ?? url.map({ _ in "" }) else { return nil }
        let address = url.flatMap(DiscoursePostAddress.init)
        if address?.number == nil { repairs.insert(.unusableID) }
        let name = options.channel ?? address?.host ?? options.stem
        let title = table.cell("topictitle", repairs: &repairs) ?? ""
        return ExportedMessage(
            channel: ExportedChannel(platform: "discourse", key: name, name: name), id: address?.id,
            thread: address.map { ExportedThread(id: $0.topic, title: title, link: $0.topicLink ?? "") },
            account: account,
            time: cellTime(table.cell("createdat", repairs: &repairs), repairs: &repairs), text: text,
            markup: cooked == text ? nil : cooked,
            isPrivate: table.cell("ispm", repairs: &repairs)?.lowercased() == "yes",
            likes: cellCount(table.cell("likecount", repairs: &repairs)), permalink: address?.link,
            attachments: html?.attachments ?? [], place: table.place)
    }
}

/// `https://forum.example/t/slug/123/4`, with or without the host: a post's place in its topic.
struct DiscoursePostAddress {
    /// nil: the address begins with the path.
    let host: String?
    let topic: String
    /// nil: the topic's own address.
    let number: String?
    private let base: String?

    /// nil: no address of a topic.
    init?(_ url: String) {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let start = url.firstRange(of: "/t/") else { return nil }
        let parts = url[start.upperBound...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        // A slug may be missing, and may be a number itself only with the topic's number behind it.
        let numbers = parts.dropFirst(parts.first.map { isSnowflake(String($0)) && parts.count < 3 } == true ? 0 : 1)
        guard let topic = numbers.first, isSnowflake(String(topic)) else { return nil }
        self.topic = String(topic)
        number = numbers.dropFirst().first.flatMap { isSnowflake(String($0)) ? String($0) : nil }
        let before = String(url[..<start.lowerBound])
        let isWeb = before.hasPrefix("https://") || before.hasPrefix("http://")
        base = isWeb ? before : nil
        host = isWeb ? before.split(separator: "/").dropFirst().first.map { $0.lowercased() } : nil
    }

    /// The export has no numbers of posts: topic and place in it name one on its forum.
    var id: String? { number.map { "\(topic)/\($0)" } }

    var topicLink: String? { base.map { "\($0)/t/-/\(topic)" } }

    var link: String? { base.flatMap { base in number.map { "\(base)/t/-/\(topic)/\($0)" } } }
}
