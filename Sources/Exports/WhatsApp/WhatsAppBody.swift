/// The words of a message apart from what WhatsApp writes into them.
struct WhatsAppBody {
    var text: String
    private(set) var attachments: [String] = []
    private(set) var isDeleted = false

    init(notice: String) { text = Self.trimmed(notice) }

    init(_ written: String) {
        text = Self.trimmed(written)
        for suffix in WhatsAppPhrases.edited where text.hasSuffix(suffix) {
            text = Self.trimmed(String(text.dropLast(suffix.count)))
        }
        takeNamedFile()
        takeBracketedFile()
        isDeleted = WhatsAppPhrases.isDeletion(text)
    }

    /// Android: `NAME (file attached)` on the first line, a caption on those after it.
    private mutating func takeNamedFile() {
        let line = text.prefix { $0 != "\n" }
        for suffix in WhatsAppPhrases.attached where line.hasSuffix(suffix) {
            let name = Self.trimmed(String(line.dropLast(suffix.count)))
            guard Self.isFileName(name) else { return }
            attachments.append(lastPathComponent(name))
            text = Self.trimmed(String(text.dropFirst(line.count)))
            return
        }
    }

    /// iPhone: `<attached: NAME>`, the word in the telephone's language, before or after a caption.
    private mutating func takeBracketedFile() {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else { return }
        let inside = text[text.index(after: open)...].dropLast()
        guard let colon = inside.firstIndex(of: ":"), inside[..<colon].allSatisfy({ $0.isLetter || $0 == " " }) else {
            return
        }
        let name = Self.trimmed(String(inside[inside.index(after: colon)...]))
        guard Self.isFileName(name) else { return }
        attachments.append(lastPathComponent(name))
        text = Self.trimmed(String(text[..<open]))
    }

    private static func isFileName(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: "."), !name.contains("\n"), name.utf8.count <= 255 else {
            return false
        }
        let ending = name[name.index(after: dot)...]
        return (1...5).contains(ending.utf8.count)
            && ending.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    }

    /// Without blanks and marks of direction at both ends.
    private static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isEdge = { (scalar: Unicode.Scalar) in isDirectionMark(scalar) || scalar == " " || scalar == "\n" }
        guard let start = scalars.firstIndex(where: { !isEdge($0) }),
            let end = scalars.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(scalars[start...end])
    }
}
