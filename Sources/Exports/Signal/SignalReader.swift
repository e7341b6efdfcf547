/// Signal's plaintext export: `main.jsonl`, one record a line.
package enum SignalReader: ExportReader {
    package static let format = "signal"
    package static let summary = "Signal's plaintext export (main.jsonl): all chats"
    package static let lacks = "deleted messages and earlier wordings"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let keys = firstLineKeys(head)
        if keys.contains("backupTimeMs"), keys.contains("version") { return .certain }
        // A record of a message whose line is cut has its key as well.
        guard keys.count == 1, let key = keys.first else { return .no }
        switch key {
        case "chatItem":
            let marks: [StaticString] = ["\"standardMessage\"", "\"updateMessage\"", "\"dateSent\""]
            return marks.contains { hasMark($0, in: head) } ? .certain : .no
        case "recipient", "chat", "account":
            return hasMark("{\"chatItem\":{", in: head) || hasMark("\"recipientId\":", in: head) ? .certain : .no
        default: return .no
        }
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var lines = LineCutter(source)
        defer { source = lines.window.source }
        try yield(.note("Signal's export has private chats, and no deleted messages."))
        var records = SignalLines()
        var items = SignalItemReader(options: options)
        var record = JSONRecord()
        while let line = try lines.next() {
            try records.take(line, lines.bytes(line), into: &record, yield: yield) { record, place in
                try items.read(&record, at: place, yield: yield)
            }
        }
        try records.finish(yield: yield)
        try items.finish(yield: yield)
    }
}
