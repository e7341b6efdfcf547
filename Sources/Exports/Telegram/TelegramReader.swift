/// `result.json` of Telegram Desktop: one chat, or a whole account with many.
package enum TelegramReader: ExportReader {
    package static let format = "telegram"
    package static let summary = "Telegram Desktop JSON: one chat, or a whole account"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        if keys.contains("chats") || keys.contains("left_chats") || keys.contains("personal_information"),
            keys.contains("about") || contains("\"list\"", in: head)
        {
            return .certain
        }
        guard keys.contains("messages"), !keys.contains("guild") else { return .no }
        let hasMarks = contains("\"from_id\"", in: head) || contains("\"date_unixtime\"", in: head)
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

/// Whether the ASCII text `mark` stands in `bytes`.
private func contains(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    let pattern = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    guard bytes.count >= pattern.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
        (0...(text.count - pattern.count)).contains { start in
            text[start] == pattern[0] && text[start..<(start + pattern.count)].elementsEqual(pattern)
        }
    }
}
