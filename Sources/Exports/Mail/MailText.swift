/// The plain text of a mail, all of it. What is not the author's own words keeps the marks that mail has for it, on
/// every line of the text: `> ` before quoted lines, `-- ` before a signature. HTML gets the same marks.
enum MailText {
    /// The markup is the first HTML that the text was made of; nil: it was none.
    static func read(_ content: MailContent, repairs: inout MailRepairs) -> (text: String, markup: String?) {
        var parts: [String] = []
        var markup: String?
        for text in chosen(content.texts) {
            let written = decoded(text, repairs: &repairs)
            if text.isHTML {
                if markup == nil { markup = written }
                parts.append(MailHTML.plain(written))
            } else {
                parts.append(text.isFlowed ? FlowedText.joined(written, isDelSp: text.isDelSp) : written)
            }
        }
        let filled = parts.map(withoutBlankEdges).filter { !$0.isEmpty }
        return (filled.joined(separator: "\n\n"), markup)
    }

    /// Of the forms of one text (RFC 2046, 5.1.4) the plain one, if there is something in it.
    private static func chosen(_ texts: [MailContent.Text]) -> [MailContent.Text] {
        var plain: Set<Int> = []
        for text in texts where !text.isHTML && !text.bytes.allSatisfy(isJSONBlank) {
            if let alternative = text.alternative { plain.insert(alternative) }
        }
        return texts.filter { text in
            guard let alternative = text.alternative else { return true }
            return text.isHTML != plain.contains(alternative)
        }
    }

    private static func decoded(_ text: MailContent.Text, repairs: inout MailRepairs) -> String {
        var bytes = text.bytes
        if bytes.count > ByteWindow.recordLimit {
            bytes = bytes.prefix(ByteWindow.recordLimit)
            // Not inside a character, which has four bytes at most.
            for _ in 0..<3 where bytes.last.map({ $0 >= 0x80 }) ?? false { bytes = bytes.dropLast() }
            repairs.insert(.textCut)
        }
        let written = MailCharset.text(bytes, text.charset, repairs: &repairs)
        return written.utf8.contains(0x0D) ? withLineFeeds(written) : written
    }

    private static func withLineFeeds(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A, previous == 0x0D { out.removeLast() }
            out.append(byte)
            previous = byte
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Without empty lines at either end; a first line keeps its indentation.
    private static func withoutBlankEdges(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !isJSONBlank($0) }),
            let last = bytes.lastIndex(where: { !isJSONBlank($0) })
        else { return "" }
        let line = bytes[..<first].lastIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(text[line...last])
    }
}
