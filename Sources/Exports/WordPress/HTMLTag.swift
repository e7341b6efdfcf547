/// One tag of HTML inside a text, as far as plain text needs it.
struct HTMLTag: Equatable {
    var name: String
    var isEnd: Bool
    /// The tag's bytes behind its name, without `>`.
    var attributes: ArraySlice<UInt8>
    /// Index behind the tag's `>`.
    var end: Int

    /// The tag that begins at `start` (a `<`). Nil: it is text. Only tags that HTML knows are tags: a name
    /// in angle brackets is something that a person wrote. An unquoted `<` ends the search, so that looking
    /// at every `<` of a text costs the text's length and not its square.
    init?(_ source: [UInt8], at start: Int) {
        var index = start + 1
        isEnd = index < source.count && source[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let nameStart = index
        while index < source.count, index - nameStart <= HTMLTag.longestName, HTMLTag.isNameByte(source[index]) {
            index += 1
        }
        name = String(decoding: source[nameStart..<index], as: UTF8.self).lowercased()
        guard HTMLTag.effects[name] != nil, let close = HTMLTag.close(source, from: index) else { return nil }
        if let first = source[index..<close].first, first != UInt8(ascii: "/"), !XMLCharacters.isBlank(first) {
            return nil
        }
        attributes = source[index..<close]
        end = close + 1
    }

    var effect: Effect { HTMLTag.effects[name] ?? .none }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        XMLCharacters.isLetter(byte) || XMLCharacters.isDigit(byte)
    }

    /// Index of the `>` that ends a tag: not one inside quotes, and quotes only count behind `=`.
    private static func close(_ source: [UInt8], from start: Int) -> Int? {
        var index = start
        var quote: UInt8?
        var previous: UInt8 = 0
        while index < source.count {
            let byte = source[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                quote = byte
            }
            if !XMLCharacters.isBlank(byte) { previous = byte }
            index += 1
        }
        return nil
    }
}

extension HTMLTag {
    /// What a tag does to plain text.
    enum Effect {
        case none, line, paragraph, item, cell, link, image
        /// The content is no text.
        case dropped
    }

    private static let longestName = 10

    private static let effects: [String: Effect] = {
        var effects: [String: Effect] = ["li": .item, "td": .cell, "th": .cell, "a": .link, "img": .image]
        for name in ["script", "style"] { effects[name] = .dropped }
        for name in "br hr tr div dd dt option figcaption caption".split(separator: " ") {
            effects[String(name)] = .line
        }
        let paragraphs = """
            p blockquote pre ul ol dl table h1 h2 h3 h4 h5 h6 address article aside section header footer figure \
            form fieldset main nav details summary
            """
        for name in paragraphs.split(separator: " ") { effects[String(name)] = .paragraph }
        let inline = """
            abbr acronym b bdi bdo big center cite code data del dfn em font i ins kbd label legend mark q rp rt \
            ruby s samp small span strike strong sub sup time tt u var wbr thead tbody tfoot colgroup col iframe \
            embed object param video audio source picture track map area button input select textarea noscript \
            body html head title meta link base svg canvas
            """
        for name in inline.split(separator: " ") { effects[String(name)] = Effect.none }
        return effects
    }()
}
