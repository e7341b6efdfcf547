/// A chat as the program signal-export (carderne) writes it: `chat.md`, or text.
package enum SignalMarkdownReader: ExportReader {
    package static let format = "signal-markdown"
    package static let summary = "signal-export: a Signal chat as Markdown or text"
    package static let lacks = "no ids, no replies, no seconds, no time zone, not what was edited or deleted"

    static let note = "signal-export has no ids or replies, and whoever writes can forge lines in it."

    private static let sampleLines = 40

    /// The file begins with a head, or three in ten of its lines are some.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        detect(head, isFolder: false)
    }

    /// `isFolder`: the file lies in a folder as signal-export makes it; heads that WhatsApp could have count too.
    static func detect(_ head: ArraySlice<UInt8>, isFolder: Bool) -> DetectionConfidence {
        guard !looksBinary(head) else { return .no }
        var lines = 0
        var headers = 0
        for line in head.split(separator: 0x0A) where lines < sampleLines {
            let line = line.last == 0x0D ? line.dropLast() : line
            guard line.contains(where: { !isJSONBlank($0) }) else { continue }
            lines += 1
            guard let header = SignalMarkdownHeader(line), isFolder || header.style == .withComma else { continue }
            headers += 1
            if lines == 1 { return .certain }
        }
        return headers > 0 && headers * 10 >= lines * 3 ? .certain : .no
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note(note))
        try read(&source, SignalMarkdownLines(options: options), yield: yield)
    }

    static func read(
        _ source: inout ByteSource, _ chat: SignalMarkdownLines, yield: (ExportEvent) throws -> Void
    ) throws {
        var lines = LineCutter(source)
        defer { source = lines.window.source }
        var chat = chat
        while let line = try lines.next() { try chat.take(line, lines.bytes(line), yield: yield) }
        try chat.finish(yield: yield)
    }
}
