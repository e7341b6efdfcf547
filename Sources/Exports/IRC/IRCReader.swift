/// Logs of IRC as programs write them: WeeChat, irssi, ZNC, Supybot and Limnoria, dircproxy, mIRC, HexChat.
package enum IRCReader: ExportReader {
    package static let format = "irc"
    package static let summary = "IRC log: WeeChat, irssi, ZNC, Limnoria, dircproxy, mIRC, HexChat"
    package static let lacks = "no ids, no replies, seldom a zone; the day often only in the file's name"

    private static let sampleLines = 40

    /// Six in ten of the first lines are those of a log; a table with tabs begins with its header instead.
    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard !looksBinary(head) else { return .no }
        var lines = 0
        var known = 0
        for bytes in head.split(separator: 0x0A) where lines < sampleLines {
            let isKnown = isLogLine(bytes.last == 0x0D ? bytes.dropLast() : bytes)
            if isKnown == nil { continue }
            lines += 1
            if isKnown == true { known += 1 }
            if lines == 1, isKnown == false, bytes.contains(0x09) { return .no }
        }
        return known > 0 && known * 10 >= lines * 6 ? .certain : .no
    }

    /// nil: nothing on it.
    private static func isLogLine(_ bytes: ArraySlice<UInt8>) -> Bool? {
        var repairs: Repairs = []
        let text = IRCText.decoded(bytes.prefix(512), repairs: &repairs).text
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        var days = IRCDays(stem: "")
        return days.take(text[...]) || IRCLine(text[...]) != nil
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var lines = LineCutter(source)
        defer { source = lines.window.source }
        try yield(.note("Logs of IRC have no ids and no replies; a nick need not be the same person tomorrow."))
        var log = IRCLog(options: options)
        while let line = try lines.next() {
            if line.isOversized {
                try yield(.skipped(line.place, reason: "line larger than 4 MiB"))
            } else {
                try log.take(lines.bytes(line), at: line.place, yield: yield)
            }
        }
        try log.finish(yield: yield)
    }
}
