/// What stands after the time: `<nick> text`, `* nick text`, `-nick- text`, and the notices of each program.
enum IRCWords {
    /// nil: nothing that a program writes.
    static func words(_ rest: Substring) -> IRCLine.Words? {
        if let tab = rest.utf8.firstIndex(of: 0x09), let words = tabbed(rest[..<tab], after(tab, rest)) { return words }
        let line = rest.drop { $0 == " " }
        if line.hasPrefix("<-- ") { return .notice(line.dropFirst(4)) }
        if line.hasPrefix("<") { return said(line) }
        if let mark = noticeMarks.first(where: { line.hasPrefix($0) }) { return .notice(line.dropFirst(mark.count)) }
        if line.hasPrefix("*") { return starred(line.dropFirst()) }
        return line.hasPrefix("-") ? noticed(line) : nil
    }

    /// WeeChat: prefix, tab, text. HexChat: `<nick>`, tab, text, or `*`, tab, nick and text.
    private static func tabbed(_ prefix: Substring, _ text: Substring) -> IRCLine.Words? {
        var mark = prefix.drop { $0 == " " }
        while mark.hasSuffix(" ") { mark.removeLast() }
        switch mark {
        case "*": return starred(text)
        case "-->", "<--", "--", "=!=", "---", "": return .notice(text)
        default: break
        }
        if mark.hasPrefix("<"), mark.hasSuffix(">") { return said(mark + " " + text) }
        let name = nick(mark)
        return isNick(name) ? .message(nick: name, text: text) : nil
    }

    /// `<nick> text`, `<@nick>`, `< nick>`, `<nick!user@host> +text` of dircproxy; the closing mark may have been
    /// escaped by a web page.
    private static func said(_ line: Substring) -> IRCLine.Words? {
        let inside = line.dropFirst()
        var name = inside.drop { $0 == " " }.prefix { $0 != ">" && $0 != " " && $0 != "\t" }
        if let escaped = name.firstRange(of: "&gt;") { name = name[..<escaped.lowerBound] }
        var rest = inside[name.endIndex...]
        if rest.hasPrefix(">") {
            rest = rest.dropFirst()
        } else if rest.hasPrefix("&gt;") {
            rest = rest.dropFirst(4)
        } else {
            return nil
        }
        guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
        rest = rest.dropFirst()
        let isProxied = name.contains("!")
        if isProxied, rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
        return .message(nick: nick(name), text: rest)
    }

    /// `* nick waves`, `*nick waves`; mIRC writes its notices like actions.
    private static func starred(_ rest: Substring) -> IRCLine.Words? {
        let line = rest.drop { $0 == " " }
        let name = line.prefix { $0 != " " }
        guard !name.isEmpty else { return nil }
        if name.hasSuffix(":"), mircEvents.contains(name.lowercased()) { return .notice(line) }
        if mircNotices.contains(where: { line.hasPrefix($0) }) { return .notice(line) }
        let text = line[name.endIndex...].dropFirst()
        if noticeBeginnings.contains(where: { text.hasPrefix($0) }) || isAddress(text.prefix { $0 != " " }) {
            return .notice(line)
        }
        return .action(nick: nick(name), text: text)
    }

    /// `-nick- text`: a notice in the sense of the protocol (RFC 2812, 3.3.2), which somebody wrote.
    private static func noticed(_ line: Substring) -> IRCLine.Words? {
        let inside = line.dropFirst()
        guard let end = inside.firstIndex(where: { $0 == " " }) ?? inside.indices.last.map(inside.index(after:)) else {
            return nil
        }
        let name = inside[..<end]
        guard name.hasSuffix("-"), name.count > 1 else { return nil }
        return .message(nick: nick(name.dropLast()), text: inside[end...].dropFirst())
    }

    /// Without the marks of rank and without the address.
    private static func nick(_ written: some StringProtocol) -> Substring {
        let name = Substring(written).drop { "@+%&~ ".contains($0) }
        return name.prefix { $0 != "!" }
    }

    private static func isNick(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, first != UInt8(ascii: "*"), first != UInt8(ascii: "-") else { return false }
        return name.utf8.count <= 64 && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x2C }
    }

    /// `(user@host)`
    static func isAddress(_ word: Substring) -> Bool {
        guard let first = word.first, let last = word.last, word.contains("@") else { return false }
        return first == "(" && last == ")" || first == "[" && last == "]" || first == "<" && last == ">"
    }

    private static func after(_ index: Substring.Index, _ text: Substring) -> Substring {
        text[text.utf8.index(after: index)...]
    }

    private static let noticeMarks = ["*** ", "-!- ", "--> ", "=!= ", "-- ", "=-= ", "--- ", "==> ", "!!! "]
    private static let mircEvents: Set = ["joins:", "parts:", "quits:", "topic:"]
    private static let mircNotices = [
        "Now talking in ", "Topic is ", "Set by ", "Disconnected", "Attempting to rejoin", "Rejoined channel ",
        "Retrieving #",
    ]
    private static let noticeBeginnings = [
        "has joined #", "has left #", "has quit", "has been kicked", "is now known as ", "sets mode", "was kicked by ",
        "changes topic to ",
    ]
}
