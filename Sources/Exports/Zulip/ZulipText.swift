/// Zulip's Markdown: mentions are made words, everything else stays as it was typed.
enum ZulipText {
    /// `@**Mira|12**` and `@_**Mira**` become `@Mira`, `#**garten>beete**` becomes `#garten>beete`.
    static func plain(_ source: String) -> String {
        guard source.contains("**") else { return source }
        var text = ""
        var rest = source[...]
        while let mark = rest.firstIndex(where: { $0 == "@" || $0 == "#" }) {
            text += rest[...mark]
            rest = rest[rest.index(after: mark)...]
            let start = rest.hasPrefix("_**") ? 3 : rest.hasPrefix("**") ? 2 : 0
            guard start > 0 else { continue }
            let inside = rest.dropFirst(start)
            let name = inside.prefix { $0 != "*" && $0 != "\n" }
            let behind = inside[name.endIndex...]
            guard !name.isEmpty, behind.hasPrefix("**") else { continue }
            text += name.prefix { $0 != "|" }
            rest = behind.dropFirst(2)
        }
        return text + rest
    }

    /// Names of the files that a message links: `[plan](/user_uploads/2/ab/plan.pdf)`.
    static func uploads(in source: String) -> [String] {
        var names: [String] = []
        var rest = source.utf8[...]
        let mark = Array("/user_uploads/".utf8)
        while let start = rest.firstIndex(of: mark[0]), names.count < 100 {
            guard rest[start...].starts(with: mark) else {
                rest = rest[rest.index(after: start)...]
                continue
            }
            let path = rest[start...].prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 }
            names.append(lastPathComponent(String(decoding: path, as: UTF8.self)))
            rest = rest[path.endIndex...]
        }
        return names
    }
}
