/// The words of a message that stand elsewhere than in its text: bots put them into attachments and blocks.
struct SlackBlocks {
    /// Parts that are looked at in one message.
    private static let limit = 10_000

    private var attachment = JSONFields<SlackAttachmentKey>()
    private var block = JSONFields<SlackBlockKey>()

    mutating func text(ofAttachments list: JSONValue?, in record: inout JSONRecord) -> String {
        var lines: [String] = []
        for element in record.elements(of: list) {
            attachment.read(element, in: &record)
            let parts = [attachment[.pretext], attachment[.title], attachment[.text]]
                .compactMap { record.string($0) }.filter { !$0.isEmpty }
            lines += parts.isEmpty ? [record.string(attachment[.fallback]) ?? ""] : parts
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The text of blocks in Slack's markup, a line for each section.
    mutating func text(ofBlocks list: JSONValue?, in record: inout JSONRecord) -> String {
        var text = ""
        var open = Array(record.elements(of: list).reversed())
        var count = 0
        while let part = open.popLast(), count < Self.limit {
            count += 1
            block.read(part, in: &record)
            let type = record.string(block[.type]) ?? ""
            if Self.beginsLine.contains(type), !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += words(type, &record)
            var inner = record.elements(of: block[.fields]) + record.elements(of: block[.elements])
            if let value = block[.text], record.kind(of: value) == .object { inner.insert(value, at: 0) }
            open += inner.reversed()
        }
        return text
    }

    private static let beginsLine: Set<String> = [
        "section", "header", "context", "rich_text_section", "rich_text_quote", "rich_text_preformatted", "mrkdwn",
        "plain_text",
    ]

    private func words(_ type: String, _ record: inout JSONRecord) -> String {
        let text = record.string(block[.text])
        switch type {
        case "link":
            let address = record.string(block[.url]) ?? ""
            return text.map { "<\(address)|\(Self.escaped($0))>" } ?? "<\(address)>"
        case "user": return "<@\(record.string(block[.userId]) ?? "")>"
        case "channel": return "<#\(record.string(block[.channelId]) ?? "")>"
        case "broadcast": return "<!\(record.string(block[.range]) ?? "here")>"
        case "emoji": return ":\(record.string(block[.name]) ?? ""):"
        case "text": return Self.escaped(text ?? "")
        default: return text ?? ""
        }
    }

    /// Words in rich text are words; the other texts are markup.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.append(character)
            }
        }
    }
}
