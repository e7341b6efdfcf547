/// Teams' HTML: its own elements are made words before the usual ones are taken out.
enum TeamsText {
    static func plain(_ html: String) -> String {
        let words = withoutOwnElements(html)
        return words.isEmpty ? "" : HTMLText.plain(words)
    }

    /// `<at id="0">Mira</at>` becomes `@Mira`, `<emoji alt="x">` becomes `x`; attachments stand elsewhere.
    static func withoutOwnElements(_ html: String) -> String {
        let source = Array(html.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "<"), let tag = tag(source, at: index) {
                output += tag.words
                index = tag.end
            } else {
                output.append(source[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// What one of Teams' own tags stands for, and the index behind it; nil: it is another, or text.
    private static func tag(_ source: [UInt8], at start: Int) -> (words: ArraySlice<UInt8>, end: Int)? {
        var index = start + 1
        let isEnd = index < source.count && source[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let name = source[index...].prefix(24).prefix { XMLCharacters.isLetter($0) }
        let word = String(decoding: name, as: UTF8.self).lowercased()
        guard ownElements.contains(word), let close = close(source, from: name.endIndex) else { return nil }
        if isEnd { return ([], close + 1) }
        switch word {
        case "at": return ([UInt8(ascii: "@")], close + 1)
        case "emoji", "customemoji": return (alternative(source[name.endIndex..<close]), close + 1)
        default: return ([], close + 1)
        }
    }

    private static let ownElements: Set<String> = ["at", "emoji", "customemoji", "attachment", "systemeventmessage"]

    /// Index of the `>` that ends a tag; one inside quotes does not, a `<` ends the search.
    private static func close(_ source: [UInt8], from start: Int) -> Int? {
        var isQuoted = false
        for index in start..<source.count {
            switch source[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ">") where !isQuoted: return index
            case UInt8(ascii: "<") where !isQuoted: return nil
            default: break
            }
        }
        return nil
    }

    /// The value of `alt="..."`, references and all.
    private static func alternative(_ attributes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let mark = Array(" alt=\"".utf8)
        var rest = attributes
        while let start = rest.firstIndex(of: mark[0]) {
            if rest[start...].starts(with: mark) {
                return rest[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
            }
            rest = rest[(start + 1)...]
        }
        return []
    }
}
