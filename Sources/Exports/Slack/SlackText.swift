/// Slack's markup (mrkdwn): references in angle brackets are made words, everything else stays as it was typed.
struct SlackText {
    let people: SlackPeople
    let channels: SlackChannels

    /// Links show their label and where they lead, whatever the label pretends.
    func plain(_ markup: String) -> String {
        guard markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return markup }
        var text = ""
        var rest = markup[...]
        while let start = rest.firstIndex(of: "<") {
            text += Self.unescaped(rest[..<start])
            let inside = rest[rest.index(after: start)...]
            guard let end = inside.firstIndex(where: { $0 == ">" || $0 == "<" || $0 == "\n" }), inside[end] == ">"
            else {
                text += "<"
                rest = inside
                continue
            }
            text += reference(inside[..<end])
            rest = inside[inside.index(after: end)...]
        }
        return text + Self.unescaped(rest)
    }

    private func reference(_ inside: Substring) -> String {
        let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts.first ?? ""
        let label = parts.count > 1 && !parts[1].isEmpty ? Self.unescaped(parts[1]) : nil
        switch target.first {
        case "@": return "@" + (label ?? people.name(String(target.dropFirst())))
        case "#": return "#" + (label ?? channels.name(String(target.dropFirst())) ?? String(target.dropFirst()))
        case "!": return special(target.dropFirst(), label)
        default: return link(Self.unescaped(target), label)
        }
    }

    /// `<!here>`, `<!subteam^S1|@group>`, `<!date^1700000000^{date}|14 November>`.
    private func special(_ target: Substring, _ label: String?) -> String {
        if let label { return label.hasPrefix("@") || target.hasPrefix("date") ? label : "@" + label }
        return "@" + (target.split(separator: "^").first.map(String.init) ?? "")
    }

    private func link(_ address: String, _ label: String?) -> String {
        let shown = address.hasPrefix("mailto:") || address.hasPrefix("tel:") ? afterScheme(address) : address
        guard let label, label != shown, label != afterScheme(address), "//\(label)" != afterScheme(address) else {
            return shown
        }
        return "\(label) (\(shown))"
    }

    private func afterScheme(_ address: String) -> String {
        String(address.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last ?? "")
    }

    /// Slack escapes three characters and no others.
    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var plain = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            plain += rest[..<mark]
            let found = escapes.first { rest[mark...].hasPrefix($0.0) }
            plain += found?.1 ?? "&"
            rest = rest[rest.index(mark, offsetBy: found?.0.count ?? 1)...]
        }
        return plain + rest
    }

    private static let escapes = [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")]
}
