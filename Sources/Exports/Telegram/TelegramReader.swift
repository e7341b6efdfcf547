/// `result.json` of Telegram Desktop: one chat, or a whole account with many.
package enum TelegramReader: ExportReader {
    package static let format = "telegram"
    package static let summary = "Telegram Desktop JSON: one chat, or a whole account"
    package static let lacks = "deleted messages and earlier wordings"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        if keys.contains("chats") || keys.contains("left_chats") || keys.contains("personal_information"),
            keys.contains("about") || hasMark("\"list\"", in: head)
        {
            return .certain
        }
        guard keys.contains("messages"), !keys.contains("guild") else { return .no }
        let hasMarks = hasMark("\"from_id\"", in: head) || hasMark("\"date_unixtime\"", in: head)
        return hasMarks || ["id", "type"].allSatisfy(keys.contains) ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Telegram exports hold neither deleted messages nor what edited ones said before."))
        var document = TelegramDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}
