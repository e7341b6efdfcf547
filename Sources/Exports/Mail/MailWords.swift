/// Whose words the lines of a mail's text are, by the marks that mail has: what somebody quotes, signs with or what a
/// list appends is not said by them now.
package enum MailWords: Sendable {
    /// The author's own.
    case own
    /// Begins with `>`.
    case quoted
    /// From the line `-- ` on (RFC 3676, 4.3).
    case signature
    /// What list software appends: from a line of `_` or its `-------------- next part` on.
    case footer

    /// One value for each line of `text`, lines ending at U+000A.
    package static func ofLines(_ text: String) -> [MailWords] {
        var tail: MailWords?
        return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            if isFooter(line) {
                tail = .footer
            } else if tail == nil, line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8) {
                tail = .signature
            }
            return tail ?? (line.first == UInt8(ascii: ">") ? .quoted : .own)
        }
    }

    /// The author's own lines, without blanks at either end.
    package static func own(of text: String) -> String {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let own = zip(lines, ofLines(text)).filter { $1 == .own }.map { String(Substring($0.0)) }
        return own.joined(separator: "\n").trimmingBlanks
    }

    private static func isFooter(_ line: Substring.UTF8View) -> Bool {
        if line.starts(with: "-------------- next part --------------".utf8) { return true }
        let bare = line.filter { !isJSONBlank($0) }
        return bare.count >= 40 && bare.allSatisfy { $0 == UInt8(ascii: "_") }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        guard let first = utf8.firstIndex(where: { !isJSONBlank($0) }),
            let last = utf8.lastIndex(where: { !isJSONBlank($0) })
        else { return "" }
        return String(self[first...last])
    }
}
