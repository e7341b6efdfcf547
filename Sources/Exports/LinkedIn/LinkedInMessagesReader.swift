/// `messages.csv` of LinkedIn's data export: direct messages with all who wrote in them. Messages have no ids.
package enum LinkedInMessagesReader: ExportReader {
    package static let format = "linkedin-messages"
    package static let summary = "LinkedIn data export: messages.csv"
    package static let lacks = "no ids, no reactions; files by their addresses only"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        return ["conversationid", "from", "senderprofileurl", "date", "content"].allSatisfy(columns.contains)
            ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        defer { source = table.rows.window.source }
        try yield(.note("LinkedIn's messages are private, and have neither ids nor reactions."))
        while try table.next(yield: yield) {
            var repairs: Repairs = []
            guard let message = message(table, &repairs) else {
                try yield(.skipped(table.place, reason: "no text"))
                continue
            }
            try table.pass(message, repairs, yield: yield)
        }
    }

    private static func message(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedMessage? {
        let content = table.cell("content", repairs: &repairs)
        let files = (table.cell("attachments", repairs: &repairs) ?? "").split(whereSeparator: \.isWhitespace)
            .map { addressWithoutQuery(String($0)) }
        // Every message of some years has the word UTC for its subject.
        let subject = table.cell("subject", repairs: &repairs).flatMap { $0 == "UTC" ? nil : $0 }
        guard content != nil || subject != nil || !files.isEmpty else { return nil }
        let body = content.map { isMarkup($0) ? HTMLText.plain($0) : $0 } ?? ""
        let text = [subject, body].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n")
        return ExportedMessage(
            channel: channel(table, &repairs), id: nil, account: account(table, &repairs),
            time: cellTime(table.cell("date", repairs: &repairs), zone: " UTC", repairs: &repairs), text: text,
            markup: body == content ? nil : content, isPrivate: true, attachments: files, place: table.place)
    }

    /// Messages from companies are HTML.
    private static func isMarkup(_ content: String) -> Bool { content.hasPrefix("<") && content.contains("</") }

    private static func channel(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedChannel {
        let id = table.cell("conversationid", repairs: &repairs) ?? "unknown"
        let title = table.cell("conversationtitle", repairs: &repairs)
        return ExportedChannel(
            platform: "linkedin", key: "dm:\(id)", name: title ?? "LinkedIn messages \(id.prefix(12))",
            grouping: .byTime)
    }

    /// The profile's address tells people apart; who left has none.
    private static func account(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedAccount? {
        let name = table.cell("from", repairs: &repairs) ?? ""
        let profile = table.cell("senderprofileurl", repairs: &repairs).flatMap(profile)
        guard profile != nil || !name.isEmpty else { return nil }
        return ExportedAccount(id: profile, handle: profile ?? "", name: name)
    }

    /// `lisa-j-0354` of `https://www.linkedin.com/in/lisa-j-0354`; nil: the address is not LinkedIn's.
    static func profile(_ address: String) -> String? {
        let mark = "linkedin.com/in/"
        guard address.hasPrefix("https://"), let start = address.firstRange(of: mark) else { return nil }
        let word = address[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return word.isEmpty ? nil : String(word)
    }
}
