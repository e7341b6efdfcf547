/// Plain text of Steam's markup (Steam, 'Text Formatting'). Only the tags that Steam knows are taken away; brackets
/// that mean something else stay.
enum SteamMarkup {
    private static let tags: Set<String> = [
        "h1", "h2", "h3", "b", "u", "i", "strike", "spoiler", "noparse", "hr", "url", "list", "olist", "*", "quote",
        "code", "table", "tr", "th", "td", "p",
    ]
    /// The longest tag with an address that is looked at, in bytes.
    private static let tagLimit = 2048

    static func plain(_ markup: String) -> String {
        let bytes = Array(markup.utf8)
        guard bytes.contains(UInt8(ascii: "[")) else { return markup }
        var output: [UInt8] = []
        var target: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "["), let (tag, value, end) = tag(bytes, at: index) else {
                output.append(bytes[index])
                index += 1
                continue
            }
            index = end
            switch tag {
            case "*": output += Array("- ".utf8)
            case "url": target = value
            case "/url":
                if !target.isEmpty { output += Array(" (".utf8) + target + Array(")".utf8) }
                target = []
            default: break
            }
        }
        let text = trimmedBlanks(String(decoding: output, as: UTF8.self))
        return text.isEmpty ? markup : text
    }

    /// The tag that begins at `start`: its name with the slash, its value, and where it ends.
    private static func tag(
        _ bytes: [UInt8], at start: Int
    ) -> (name: String, value: [UInt8], end: Int)? {
        let limit = min(bytes.count, start + tagLimit)
        guard let close = bytes[start..<limit].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let inside = bytes[(start + 1)..<close]
        let name = inside.prefix { $0 != UInt8(ascii: "=") && $0 != 0x20 }
        guard name.count <= 9 else { return nil }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        guard tags.contains(word.hasPrefix("/") ? String(word.dropFirst()) : word) else { return nil }
        let value = inside.dropFirst(name.count)
        return (word, value.first == UInt8(ascii: "=") ? Array(value.dropFirst()) : [], close + 1)
    }
}
