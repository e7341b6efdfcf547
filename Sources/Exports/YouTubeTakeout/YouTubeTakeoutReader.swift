/// What Google Takeout gives of YouTube: `comments.csv` and `live chats.csv`, in English or German.
package enum YouTubeTakeoutReader: ExportReader {
    package static let format = "youtube-takeout"
    package static let summary = "YouTube in Google Takeout: own comments and live chat messages, CSV"
    package static let lacks = "only what the account's owner wrote; no names, no likes, no titles of videos"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let columns = tableColumns(head)
        let isComments = columns.contains("commentid") && columns.contains("commenttext")
        let isGerman = columns.contains("kommentarid") && columns.contains("kommentartext")
        let isChat = columns.contains("livechatid")
        guard isComments || isGerman || isChat else { return .no }
        return columns.contains { $0 == "channelid" || $0 == "kanalid" } ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var table = try NamedTable(source, quoting: .bareJSON)
        defer { source = table.rows.window.source }
        try yield(.note("Takeout holds what the account's owner wrote on YouTube, without the answers of others."))
        var rows = YouTubeTakeoutRows(options: options)
        while try table.next(yield: yield) { try rows.read(table, yield: yield) }
    }
}
