/// CSV written by DiscordChatExporter (`CsvMessageWriter.cs`), which its makers advise against.
package enum DiscordCSVReader: ExportReader {
    package static let format = "discord-csv"
    package static let summary = "DiscordChatExporter CSV: one channel or thread"
    package static let lacks = "no ids, no replies, no edits, seldom a zone; the channel only in the file's name"

    private static let header = ["authorid", "author", "date", "content", "attachments", "reactions"]

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        tableColumns(head) == header ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source)
        defer { source = table.rows.window.source }
        try yield(
            .note("Discord's CSV has no ids, replies or edits, and dates as the computer wrote them; prefer its JSON."))
        let channel = DiscordFileName(options.stem).channel(named: options.channel)
        let zone = options.zone.flatMap { LocalZone(identifier: $0) }
        var dated = try DatedMessages(options: options)
        while try table.next(yield: { try dated.take($0, yield: yield) }) {
            var repairs: Repairs = []
            let written = table.cell("date", repairs: &repairs) ?? ""
            var message = ExportedMessage(
                channel: channel, id: nil, account: account(table, &repairs),
                time: ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false),
                text: table.cell("content", repairs: &repairs) ?? "",
                likes: table.cell("reactions", repairs: &repairs).flatMap(DiscordCSVCell.likes),
                attachments: table.cell("attachments", repairs: &repairs).map(DiscordCSVCell.attachments) ?? [],
                place: table.place)
            let date = DiscordCSVCell.date(written)
            if date == nil, let time = exportedTime(written, in: zone) { message.time = time }
            if date == nil, message.time.milliseconds == nil { repairs.insert(.timeUnknown) }
            try dated.take(message, date: date, yield: yield)
            if !repairs.isEmpty { try dated.take(.repaired(table.place, reason: repairs.description), yield: yield) }
        }
        try dated.finish(yield: yield)
    }

    /// `Name#0042`; accounts of today have no number, and `#0000` stands for 'has none'.
    private static func account(_ table: NamedTable, _ repairs: inout Repairs) -> ExportedAccount? {
        let id = table.cell("authorid", repairs: &repairs)
        let written = table.cell("author", repairs: &repairs) ?? ""
        guard id != nil || !written.isEmpty else { return nil }
        let digits = written.utf8.reversed().prefix { $0 &- 0x30 < 10 }
        let name = String(written.dropLast(digits.count + 1))
        guard digits.count == 4 || digits.count == 1, written.dropLast(digits.count).last == "#" else {
            return ExportedAccount(id: id, handle: written, name: written)
        }
        return ExportedAccount(id: id, handle: digits.allSatisfy { $0 == 0x30 } ? name : written, name: name)
    }
}
