/// HTML as mailers send it: line ends in the source are blanks, and quotes are `blockquote`s.
enum MailHTML {
    /// Quotes deeper than this are shown at this depth.
    private static let depthLimit = 32

    /// Plain text, with `> ` before the lines of quotes.
    static func plain(_ html: String) -> String {
        let source = Array(html.utf8)
        var out: [String] = []
        var depth = 0
        var start = 0
        var index = 0
        while index < source.count {
            guard source[index] == UInt8(ascii: "<"), let quote = quoteTag(source, at: index) else {
                index += 1
                continue
            }
            append(source[start..<index], depth, to: &out)
            depth = max(0, depth + (quote.isEnd ? -1 : 1))
            index = quote.end
            start = index
        }
        append(source[start...], depth, to: &out)
        return out.joined(separator: "\n")
    }

    private static func append(_ source: ArraySlice<UInt8>, _ depth: Int, to out: inout [String]) {
        let flat = MailHTMLSource.flat(source)
        guard flat.contains(where: { !isJSONBlank($0) }) else { return }
        let text = HTMLText.plain(String(decoding: flat, as: UTF8.self))
        // Between two quotes there may be nothing but tags, which HTMLText shows as they are.
        guard !text.hasPrefix("<") || HTMLText.plain("\(text)x") != "x" else { return }
        let mark = String(repeating: ">", count: min(depth, depthLimit)) + (depth > 0 ? " " : "")
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            out.append(mark + String(Substring(trimmed(line))))
        }
    }

    private static func trimmed(_ line: Substring) -> Substring.UTF8View {
        var line = line.utf8.drop(while: isJSONBlank)
        while let last = line.last, isJSONBlank(last) { line = line.dropLast() }
        return line
    }

    private static func quoteTag(_ source: [UInt8], at index: Int) -> (isEnd: Bool, end: Int)? {
        let isEnd = index + 1 < source.count && source[index + 1] == UInt8(ascii: "/")
        let nameStart = index + (isEnd ? 2 : 1)
        guard nameStart + quoteName.count < source.count,
            zip(source[nameStart...], quoteName).allSatisfy({ $0 | 0x20 == $1 }),
            let tag = HTMLTag(source, at: index)
        else { return nil }
        return (isEnd, tag.end)
    }

    private static let quoteName = Array("blockquote".utf8)
}

/// The source of HTML made ready for `HTMLText`, which takes line ends for text and unknown tags too.
private struct MailHTMLSource {
    private let source: ArraySlice<UInt8>
    private var out: [UInt8] = []
    private var isPre = false

    /// Runs of blanks as one blank, but for `pre`; without declarations and without the tags of mailers' own (`<o:p>`).
    static func flat(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var flat = MailHTMLSource(source)
        flat.scan()
        return flat.out
    }

    private init(_ source: ArraySlice<UInt8>) {
        self.source = source
        out.reserveCapacity(source.count)
    }

    private mutating func scan() {
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            if byte == UInt8(ascii: "<") {
                if let end = ownTagEnd(at: index) {
                    index = end
                    continue
                }
                noticePre(at: index)
            }
            if isPre || !isJSONBlank(byte) {
                out.append(byte)
            } else if out.last != 0x20 {
                out.append(0x20)
            }
            index += 1
        }
    }

    private mutating func noticePre(at index: Int) {
        let ahead = source[index...].prefix(6).map { $0 | 0x20 }
        if ahead.starts(with: "</pre".utf8) {
            isPre = false
        } else if ahead.starts(with: "<pre".utf8), ahead.count > 4, !isASCIILetterOrDigit(ahead[4]) {
            isPre = true
        }
    }

    /// Index behind `<!DOCTYPE ...>`, `<![endif]>`, `<?xml ...>` or `<o:p>`; nil: it is something else, a comment say.
    private func ownTagEnd(at index: Int) -> Int? {
        let rest = source[(index + 1)...].prefix(4096)
        let isDeclaration =
            rest.first == UInt8(ascii: "?") || (rest.first == UInt8(ascii: "!") && !rest.starts(with: "!--".utf8))
        if !isDeclaration {
            let name = rest.drop { $0 == UInt8(ascii: "/") }.prefix(16).prefix(while: isASCIILetterOrDigit)
            guard (1...3).contains(name.count), name.endIndex < rest.endIndex,
                rest[name.endIndex] == UInt8(ascii: ":"), name.endIndex + 1 < rest.endIndex,
                isASCIILetterOrDigit(rest[name.endIndex + 1])
            else { return nil }
        }
        let inside = rest.prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
        guard inside.endIndex < rest.endIndex, rest[inside.endIndex] == UInt8(ascii: ">") else { return nil }
        return inside.endIndex + 1
    }
}
