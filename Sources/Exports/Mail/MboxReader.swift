/// A mailbox in one file: mboxo and mboxrd, pipermail's archives, Gmail's Takeout, Groups.io.
package enum MboxReader: ExportReader {
    package static let format = "mbox"
    package static let summary = "mbox: a mailbox or a list's archive in one file"
    package static let lacks = "no edits, no reactions; where From_ lines are not quoted, senders can forge mails"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        let lines = head.drop(while: isJSONBlank).split(
            separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count > 1, MboxSeparator.isFollowed(by: lines[1]) else { return .no }
        return MboxSeparator(lines[0]) == nil ? .no : .certain
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var cutter = try MboxCutter(source)
        defer { source = cutter.window.source }
        let reader = MailMessageReader(options)
        try yield(.note(MailMessageReader.note))
        while let mail = try cutter.next() {
            guard !mail.isOversized else {
                try yield(.skipped(mail.place, reason: "mail larger than 32 MiB"))
                continue
            }
            let envelope = MailMessageReader.Envelope(
                place: mail.place, separator: mail.separator, repairs: mail.hasBlankLine ? [] : .noBlankLine)
            try reader.read(unquoted(cutter.bytes(mail)), envelope, mayEndInHeader: false, yield: yield)
        }
    }

    /// Takes one `>` from lines that begin with `>From `, `>>From ` and so on, as mboxrd writes them. An mboxo cannot
    /// be told from it: its quoted quotes lose one mark, which is the smaller evil.
    static func unquoted(_ mail: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard hasQuotedMark(mail) else { return mail }
        var out: [UInt8] = []
        out.reserveCapacity(mail.count)
        for line in mail.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let unmarked = line.drop { $0 == UInt8(ascii: ">") }
            let isQuoted = unmarked.count < line.count && unmarked.starts(with: MboxSeparator.mark)
            out.append(contentsOf: isQuoted ? line.dropFirst() : line)
            out.append(0x0A)
        }
        return out.dropLast()
    }

    private static func hasQuotedMark(_ mail: ArraySlice<UInt8>) -> Bool {
        mail.withUnsafeBytes { firstIndex(of: ">From ", in: $0) != nil }
    }
}
