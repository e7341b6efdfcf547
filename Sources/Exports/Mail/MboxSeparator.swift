/// The line that begins a mail in an mbox: `From alice@example.org Mon Jan 15 10:30:00 2024`.
///
/// qmail's mbox(5) and RFC 4155 split at any line that begins with `From `; people begin sentences that way.
/// Right on real mailboxes is: the line holds weekday, month, day, time and year, stands at the start or behind a
/// blank line, and a header field follows. Somebody who writes all of that into a mail forges one, in a mailbox whose
/// writer did not quote such lines: that cannot be told from a real one.
struct MboxSeparator: Equatable {
    static let mark = Array("From ".utf8)
    /// Bytes of such a line; longer ones are text.
    static let limit = 2048

    /// When the mail was put into the mailbox; the zone is rarely said.
    let time: MailDate.Found
    /// The date as written.
    let written: String

    /// Nil: the line (without its end) is none.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.count <= Self.limit, line.starts(with: Self.mark) else { return nil }
        let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        for index in words.indices.dropFirst() where MailDate.weekday(words[index]) {
            guard let time = MailDate.monthFirst(words[(index + 1)...]), let last = words.last else { continue }
            self.time = time
            let date = line[words[index].startIndex..<last.endIndex]
            written = String(decoding: date, as: UTF8.self)
            return
        }
        return nil
    }

    /// Whether a line may follow a separator: a header field, or the quoted separator of another mailer.
    static func isFollowed(by line: ArraySlice<UInt8>) -> Bool {
        fieldNameEnd(line) != nil || line.starts(with: ">From ".utf8)
    }

    /// Whether a line is a field that mails begin with; without a blank line before it, a separator needs more proof.
    static func isFollowed(byUsualField line: ArraySlice<UInt8>) -> Bool {
        guard let name = fieldNameEnd(line)?.nameEnd else { return false }
        let usual = [
            "from", "to", "cc", "date", "subject", "message-id", "received", "return-path", "delivered-to",
            "mime-version", "status", "x-mozilla-status", "x-gm-thrid", "x-original-to",
        ]
        return usual.contains(String(decoding: line[line.startIndex..<name], as: UTF8.self).lowercased())
    }
}
