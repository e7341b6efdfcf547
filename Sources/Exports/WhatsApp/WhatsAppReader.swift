/// A chat that WhatsApp exports as text: `WhatsApp Chat with NAME.txt`, or `_chat.txt` in an archive.
///
/// The format lets whoever writes forge: a line of a message that looks like the head of another cannot be told from
/// one. What betrays some of them, a jump back in time, is reported.
package enum WhatsAppReader: ExportReader {
    package static let format = "whatsapp"
    package static let summary = "WhatsApp chat as text (Android and iPhone)"
    package static let lacks = "no ids, no replies, no reactions, no time zone, not what was edited or when"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard !looksBinary(head) else { return .no }
        return WhatsAppHead(head).isChat ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        let style = WhatsAppHead(source.head).style
        var lines = LineCutter(source)
        defer { source = lines.window.source }
        try yield(
            .note("WhatsApp's text has no ids, replies or time zone, and whoever writes can forge lines in it."))
        var chat = try WhatsAppLines(style: style, options: options)
        while let line = try lines.next() { try chat.take(line, lines.bytes(line), yield: yield) }
        try chat.finish(yield: yield)
    }
}
