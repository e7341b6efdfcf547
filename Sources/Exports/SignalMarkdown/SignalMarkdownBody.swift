/// The words of a message apart from what signal-export writes into them: files as links into `media`, and reactions
/// in `(- NAME: EMOJI, ... -)` at the end.
struct SignalMarkdownBody {
    private(set) var text: String
    private(set) var attachments: [String] = []
    private(set) var likes: Int?
    private(set) var isDeleted = false

    init(_ written: String) {
        text = ""
        let source = Array(Self.trimmed(written[...]).utf8)
        var kept: [UInt8] = []
        var index = 0
        while index < source.count {
            if let file = Self.file(source, at: index) {
                attachments.append(file.name)
                index = file.end
            } else {
                kept.append(source[index])
                index += 1
            }
        }
        text = Self.trimmed(String(decoding: kept, as: UTF8.self)[...])
        takeReactions()
        isDeleted = text == "(This message was deleted)"
    }

    private mutating func takeReactions() {
        guard text.hasSuffix(" -)"), let open = text.range(ofLast: "(- ") else { return }
        let names = text[open.upperBound...].dropLast(3)
        guard names.contains(": "), !names.contains("\n") else { return }
        likes = names.split(separator: ", ").count
        text = Self.trimmed(text[..<open.lowerBound])
    }

    /// `![NAME](./media/NAME)`, a sticker's, or without the exclamation mark, that begins at `start`.
    private static func file(_ source: [UInt8], at start: Int) -> (name: String, end: Int)? {
        var index = start
        if source[index] == UInt8(ascii: "!") { index += 1 }
        guard index < source.count, source[index] == UInt8(ascii: "[") else { return nil }
        // A name is no longer than a file system allows, so that many open brackets cost little.
        let part = source[index...].prefix(600)
        guard let middle = part.indices.dropLast().first(where: { part[$0] == UInt8(ascii: "]") }),
            source[middle + 1] == UInt8(ascii: "(")
        else { return nil }
        let path = source[(middle + 2)...].prefix(1024).prefix { $0 != UInt8(ascii: ")") && $0 != 0x0A }
        guard path.endIndex < source.count, source[path.endIndex] == UInt8(ascii: ")"),
            ["./media/", "media/", "../exported_stickers/"].contains(where: { path.starts(with: $0.utf8) })
        else { return nil }
        return (lastPathComponent(String(decoding: path, as: UTF8.self)), path.endIndex + 1)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// Where `part` (ASCII) stands last.
    fileprivate func range(ofLast part: String) -> Range<String.Index>? { ranges(of: part).last }
}
