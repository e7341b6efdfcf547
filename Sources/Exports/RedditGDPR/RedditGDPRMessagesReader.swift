/// What Reddit's data request holds of private talk: `messages.csv`, and `chat_history.csv` with the chats.
package enum RedditGDPRMessagesReader: ExportReader {
    package static let format = "reddit-gdpr-messages"
    package static let summary = "Reddit data request: messages.csv or chat_history.csv"
    package static let lacks = "no files, no reactions; of messages not what they answer"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        return isMessages(columns) || isChat(columns) ? .certain : .no
    }

    private static func isMessages(_ columns: [String]) -> Bool {
        ["id", "permalink", "threadid", "date", "from", "to", "subject", "body"].allSatisfy(columns.contains)
    }

    private static func isChat(_ columns: [String]) -> Bool {
        ["messageid", "createdat", "username", "message", "channelurl", "conversationtype"]
            .allSatisfy(columns.contains)
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        let isChat = table.has("messageid")
        defer { source = table.rows.window.source }
        try yield(.note("Reddit's messages and chats are private."))
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            guard var message = isChat ? chat(table, &repairs) : letter(table, &repairs) else {
                try yield(.skipped(table.place, reason: "no id and no text"))
                continue
            }
            if options.keepsPersonal {
                message.personal = [PersonalDetail(.ip, table.cell("ip", repairs: &repairs))].compactMap(\.self)
            }
            if message.id == nil { repairs.insert(.unusableID) }
            try table.pass(message, repairs, yield: yield)
        }
    }

    /// The ids are those of the API's private messages, `t4_`.
    private static func letter(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedMessage? {
        let id = RedditAddress.fullname(table.cell("id", repairs: &repairs), kind: "t4")
        let subject = table.cell("subject", repairs: &repairs)
        let body = table.cell("body", repairs: &repairs)
        guard id != nil || subject != nil || body != nil else { return nil }
        let thread = RedditAddress.fullname(table.cell("threadid", repairs: &repairs), kind: "t4")
        return ExportedMessage(
            channel: ExportedChannel(platform: "reddit", key: "private messages", name: "private messages"), id: id,
            parent: thread == id ? nil : thread, thread: thread.map { ExportedThread(id: $0, title: subject ?? "") },
            account: account(table.cell("from", repairs: &repairs)),
            time: cellTime(table.cell("date", repairs: &repairs), repairs: &repairs), text: body ?? subject ?? "",
            isPrivate: true, place: table.place)
    }

    private static func chat(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedMessage? {
        let id = table.cell("messageid", repairs: &repairs)
        let text = table.cell("message", repairs: &repairs)
        guard id != nil || text != nil else { return nil }
        let parent = table.cell("threadparentmessageid", repairs: &repairs)
        let time = cellTime(table.cell("createdat", repairs: &repairs), repairs: &repairs)
        let touched = table.cell("updatedat", repairs: &repairs).flatMap { exportedTime($0, in: nil)?.milliseconds }
        return ExportedMessage(
            channel: channel(table, &repairs), id: id.map { "chat:\($0)" },
            parent: parent.flatMap { $0 == id ? nil : "chat:\($0)" },
            account: account(table.cell("username", repairs: &repairs)), time: time,
            editedAt: touched.flatMap { touched in time.milliseconds.flatMap { touched > $0 ? touched : nil } },
            text: text ?? "", isPrivate: true, place: table.place)
    }

    /// A chat's address tells it apart from others; a subreddit's has that in its name.
    private static func channel(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedChannel {
        let address = table.cell("channelurl", repairs: &repairs)
        let subreddit = table.cell("subreddit", repairs: &repairs).map { "r/\($0)" }
        let name = table.cell("channelname", repairs: &repairs)
        let shown = [subreddit, name].compactMap(\.self).joined(separator: " ")
        let key = address ?? (shown.isEmpty ? "unknown" : shown)
        return ExportedChannel(
            platform: "reddit", key: "chat:\(key)", name: shown.isEmpty ? "Reddit chat" : shown, grouping: .byTime)
    }

    private static func account(_ name: String?) -> ExportedAccount? {
        guard let name, name != "[deleted]" else { return nil }
        return ExportedAccount(id: name, handle: name, name: name)
    }
}
