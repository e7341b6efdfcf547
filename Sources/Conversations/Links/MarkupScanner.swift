/// Finds links in what platforms write: `<a href="…">text</a>`, Markdown's `[text](target)`, Slack's
/// `<target|text>`, and `[url=target]text[/url]`. Whatever else stands there is passed over. Linear in the text: what was
/// read once is not read again, for no link begins inside of it.
struct MarkupScanner {
    /// A link as it is written.
    struct Written: Equatable {
        /// What a reader sees, tags left out.
        var text: String
        var target: String
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ markup: String) {
        scalars = Array(markup.unicodeScalars)
    }

    /// The first links, in order.
    static func links(in markup: String, limit: Int) -> [Written] {
        var scanner = MarkupScanner(markup)
        var links: [Written] = []
        while scanner.index < scanner.scalars.count, links.count < limit {
            if let link = scanner.next() { links.append(link) }
        }
        return links
    }

    /// The link that begins here; nil: none does, and the scanner stands further on.
    private mutating func next() -> Written? {
        switch scalars[index] {
        case "<": return isAnchor ? anchor() : angle()
        case "[": return isAt("[url=") ? bulletin() : markdown()
        default:
            index += 1
            return nil
        }
    }

    /// Whether a word stands here, whatever its case.
    private func isAt(_ word: String) -> Bool {
        let end = index + word.unicodeScalars.count
        return end <= scalars.count
            && String(String.UnicodeScalarView(scalars[index..<end])).lowercased() == word
    }

    /// Whether a link of HTML begins here, and no other tag with an `a`.
    private var isAnchor: Bool {
        isAt("<a") && index + 2 < scalars.count && scalars[index + 2].properties.isWhitespace
    }

    /// Reads up to one of these scalars or the end.
    private mutating func read(until ends: String) -> String {
        let start = index
        while index < scalars.count, !ends.unicodeScalars.contains(scalars[index]) { index += 1 }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard index < scalars.count, scalars[index] == scalar else { return false }
        index += 1
        return true
    }

    private static func resolved(_ text: String, _ target: String) -> Written {
        Written(text: CharacterReference.resolved(text), target: CharacterReference.resolved(target))
    }
}

/// HTML.
extension MarkupScanner {
    private mutating func anchor() -> Written? {
        index += 2
        guard let target = address() else { return nil }
        let text = content()
        return Self.resolved(text, target)
    }

    /// The value of `href`, once the tag is read to its end.
    private mutating func address() -> String? {
        var found: String?
        while index < scalars.count, scalars[index] != ">", scalars[index] != "<" {
            let name = read(until: "=<> \t\r\n/").lowercased()
            guard take("=") else {
                if index < scalars.count, scalars[index] != ">", scalars[index] != "<" { index += 1 }
                continue
            }
            let value = value()
            if name == "href", found == nil { found = value }
        }
        return take(">") ? found : nil
    }

    private mutating func value() -> String {
        for quote in ["\"", "'"] as [Unicode.Scalar] where take(quote) {
            let value = read(until: String(quote))
            _ = take(quote)
            return value
        }
        return read(until: "<> \t\r\n")
    }

    /// What is shown up to `</a>` or the next link.
    private mutating func content() -> String {
        var text = ""
        while index < scalars.count {
            text += read(until: "<")
            if isAnchor || isAt("</a") { break }
            if isAt("<br") { text += " " }
            _ = take("<")
            _ = read(until: "<>")
            _ = take(">")
        }
        return text
    }
}

/// Slack, Markdown, bulletin boards.
extension MarkupScanner {
    private mutating func angle() -> Written? {
        index += 1
        let target = read(until: "|<> \n")
        guard take("|") else { return take(">") ? Self.resolved("", target) : nil }
        let text = read(until: "<>\n")
        return take(">") ? Self.resolved(text, target) : nil
    }

    private mutating func markdown() -> Written? {
        index += 1
        var text = read(until: "[]<")
        while index + 1 < scalars.count, scalars[index] == "]", scalars[index + 1] != "(" {
            index += 1
            text += "]" + read(until: "[]<")
        }
        guard take("]"), take("(") else { return nil }
        if take("<") {
            let target = read(until: "<>\n")
            return take(">") ? Self.resolved(text, target) : nil
        }
        let target = balanced()
        _ = read(until: ")[<\n")
        return take(")") ? Self.resolved(text, target) : nil
    }

    /// Up to a blank, or the parenthesis that was not opened inside.
    private mutating func balanced() -> String {
        let start = index
        var depth = 0
        while index < scalars.count, !"[< \t\n".unicodeScalars.contains(scalars[index]) {
            if scalars[index] == "(" { depth += 1 }
            if scalars[index] == ")" {
                if depth == 0 { break }
                depth -= 1
            }
            index += 1
        }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private mutating func bulletin() -> Written? {
        index += 5
        let target = read(until: "][<\n")
        guard take("]") else { return nil }
        let text = read(until: "[<")
        return isAt("[/url]") ? Self.resolved(text, target.filter { $0 != "\"" }) : nil
    }
}
