/// What Reddit gives to whoever asks for their data (GDPR, CCPA): `comments.csv` and `posts.csv`. The addresses of the
/// owner's computers that stand in it are read only where personal data is asked for.
package enum RedditGDPRReader: ExportReader {
    package static let format = "reddit-gdpr"
    package static let summary = "Reddit data request: comments.csv or posts.csv"
    package static let lacks = "only what the account's owner wrote, without their name; no scores, no edits"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        let needed = ["id", "permalink", "date", "subreddit", "body"]
        guard needed.allSatisfy(columns.contains) else { return .no }
        return columns.contains("ip") || columns.contains("gildings") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        defer { source = table.rows.window.source }
        try yield(
            .note("Reddit does not say whose data it is (--map owner=NAME), and gives no deleted words and no answers.")
        )
        let posts = table.has("title")
        var owner = ExportingOwner(options: options)
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            guard var message = message(table, isPost: posts, owner.account, &repairs) else {
                try yield(.skipped(table.place, reason: "no usable id or no subreddit"))
                continue
            }
            if options.keepsPersonal {
                message.personal = [PersonalDetail(.ip, table.cell("ip", repairs: &repairs))].compactMap(\.self)
            }
            try owner.name(in: message.channel, yield: yield)
            try table.pass(message, repairs, yield: yield)
        }
    }

    private static func message(
        _ table: NamedTable, isPost: Bool, _ account: ExportedAccount, _ repairs: inout Repairs
    ) -> ExportedMessage? {
        guard let written = table.cell("id", repairs: &repairs), isNumber(written),
            let subreddit = table.cell("subreddit", repairs: &repairs)
        else { return nil }
        let id = RedditAddress.fullname(written, kind: isPost ? "t3" : "t1")
        let permalink = table.cell("permalink", repairs: &repairs)
        let link = table.cell("link", repairs: &repairs)
        let post = isPost ? id : RedditAddress.post(inPath: link) ?? RedditAddress.post(inPath: permalink)
        let parent = table.cell("parent", repairs: &repairs).flatMap { written in
            written.hasPrefix("t3_") ? written : RedditAddress.fullname(written, kind: "t1")
        }
        let media = table.cell("media", repairs: &repairs)
        return ExportedMessage(
            channel: ExportedChannel(platform: "reddit", key: subreddit.lowercased(), name: "r/\(subreddit)"), id: id,
            parent: isPost ? nil : parent ?? post, thread: post.map { thread($0, isPost ? table : nil, &repairs) },
            account: account, time: cellTime(table.cell("date", repairs: &repairs), repairs: &repairs),
            text: text(table, isPost: isPost, &repairs), permalink: permalink.flatMap(address),
            attachments: media.map { [lastPathComponent(addressWithoutQuery($0))] } ?? [], place: table.place)
    }

    private static func thread(_ post: String, _ table: NamedTable?, _ repairs: inout Repairs) -> ExportedThread {
        ExportedThread(
            id: post, title: table?.cell("title", repairs: &repairs) ?? "",
            link: RedditAddress.link(message: post, post: post) ?? "")
    }

    /// Title, then the words; a post that is a link has its address for words.
    private static func text(_ table: NamedTable, isPost: Bool, _ repairs: inout Repairs) -> String {
        let body = table.cell("body", repairs: &repairs)
        guard isPost, let title = table.cell("title", repairs: &repairs) else { return body ?? "" }
        let more = body ?? table.cell("url", repairs: &repairs)
        return more.map { "\(title)\n\n\($0)" } ?? title
    }

    /// A number in base 36, with or without its kind.
    private static func isNumber(_ written: String) -> Bool {
        let digits = bare(written).utf8
        return (1...16).contains(digits.count)
            && digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }

    /// Without the kind.
    private static func bare(_ written: String) -> String {
        written.hasPrefix("t1_") || written.hasPrefix("t3_") ? String(written.dropFirst(3)) : written
    }

    /// nil unless the address is Reddit's own.
    private static func address(_ written: String) -> String? {
        for host in ["https://www.reddit.com", "https://old.reddit.com", "https://reddit.com"]
        where written.hasPrefix(host + "/") {
            return RedditAddress.link(path: String(written.dropFirst(host.count)))
        }
        return RedditAddress.link(path: written)
    }
}
