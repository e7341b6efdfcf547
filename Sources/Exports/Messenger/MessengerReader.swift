/// A chat of Facebook's or Instagram's 'Download your information': `message_1.json`.
package enum MessengerReader: ExportReader {
    package static let format = "messenger"
    package static let summary = "Messenger and Instagram messages (JSON of 'Download your information')"
    package static let lacks = "no ids, no replies, no edits"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = topLevelKeys(head)
        guard keys.contains("participants"), keys.contains("messages") else { return .no }
        let marks: [StaticString] = ["\"timestamp_ms\"", "\"sender_name\"", "\"senderName\""]
        return marks.contains { hasMark($0, in: head) } || keys.contains("is_still_participant") ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Meta's download of a chat has neither ids nor replies."))
        var document = MessengerDocument(options: options)
        try document.read(&walker, yield: yield)
    }
}
