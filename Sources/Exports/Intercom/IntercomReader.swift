/// Conversations of Intercom: single ones, one a line or one after the other, lists of the API (`conversations`), and
/// arrays.
package enum IntercomReader: ExportReader {
    package static let format = "intercom"
    package static let summary = "Intercom API JSON or JSON Lines: conversations with all their parts"
    package static let lacks = "no answers to single messages, at most 500 parts of a conversation"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let content = head.drop(while: isJSONBlank)
        let isArray = content.first == UInt8(ascii: "[")
        let keys = topLevelKeys(isArray ? content.dropFirst() : content)
        guard keys.contains("conversations") || keys.contains("source") || keys.contains("conversation_parts") else {
            return .no
        }
        let hasParts = hasMark("\"conversation_parts\"", in: head) || hasMark("\"conversation.list\"", in: head)
        let hasMarks = hasMark("\"author\"", in: head) || hasMark("\"part_type\"", in: head)
        return hasParts && hasMarks ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        try yield(.note("Intercom exports do not hold deleted parts."))
        var reader = IntercomConversationReader(options: options)
        let keys = try topLevelKeys(walker.upcoming())
        if try walker.peek() == UInt8(ascii: "[") {
            try walker.eachRecord(of: "conversations", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
            try walker.finish()
        } else if keys.contains("conversations") {
            try walker.eachPage(listing: ["conversations"], yield: yield) {
                try reader.read(&$1, at: $2, yield: yield)
            }
        } else {
            try walker.eachObject(as: "conversations", yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        }
        try reader.finish(yield: yield)
    }
}
