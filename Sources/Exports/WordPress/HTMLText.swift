/// The plain text of HTML as comment systems store it: line ends in the source are line ends of the text.
/// Hidden markup is shown, tags that HTML does not know are text, and nothing that is left open swallows
/// the rest: a moderator judges what was written, not what a browser makes of it.
struct HTMLText {
    private let source: [UInt8]
    private var index = 0
    private var output: [UInt8] = []
    private var link: (target: [UInt8], start: Int)?
    /// Ends that were looked for and are not there, so that each is looked for once.
    private var missing: Set<String> = []

    /// Text without tags, with references decoded. What would come out empty is shown as it is written.
    static func plain(_ html: String) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return trimmed(Array(html.utf8))
        }
        var text = HTMLText(html)
        text.scan()
        let plain = trimmed(text.output)
        return plain.isEmpty ? trimmed(Array(html.utf8)) : plain
    }

    /// References decoded and nothing else: for names and titles, in which `<` is a character.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return String(decoding: decoded(Array(text.utf8)[...]), as: UTF8.self)
    }

    private init(_ html: String) { source = Array(html.utf8) }

    private mutating func scan() {
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "<"): scanMarkup()
            case UInt8(ascii: "&"): HTMLText.decode(source[...], at: &index, into: &output)
            default:
                output.append(source[index])
                index += 1
            }
        }
        endLink()
    }

    private mutating func scanMarkup() {
        if source[index...].starts(with: "<!--".utf8), let end = find("-->", from: index + 4) {
            index = end
        } else if let tag = HTMLTag(source, at: index) {
            apply(tag)
        } else {
            output.append(source[index])
            index += 1
        }
    }

    private mutating func apply(_ tag: HTMLTag) {
        if tag.effect == .dropped, !tag.isEnd { return drop(tag) }
        index = tag.end
        switch tag.effect {
        case .none, .dropped: break
        case .line: breakLine(isForced: tag.name == "br")
        case .paragraph: breakParagraph()
        case .item: beginItem(isEnd: tag.isEnd)
        case .cell: output.append(UInt8(ascii: tag.isEnd ? "\t" : " "))
        case .link: tag.isEnd ? endLink() : beginLink(tag)
        case .image: showImage(tag)
        }
    }

    /// Goes on at the end tag; without one the tag is text, because else it would hide all that follows.
    private mutating func drop(_ tag: HTMLTag) {
        let end = "</\(tag.name)"
        if let behind = find(end, from: tag.end) {
            index = behind - end.utf8.count
        } else {
            output.append(contentsOf: source[index..<tag.end])
            index = tag.end
        }
    }

    /// Index behind the next `end`, letters of either case.
    private mutating func find(_ end: String, from start: Int) -> Int? {
        guard !missing.contains(end) else { return nil }
        let wanted = Array(end.utf8)
        var candidate = start
        while candidate + wanted.count <= source.count {
            if zip(source[candidate...], wanted).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
                return candidate + wanted.count
            }
            candidate += 1
        }
        missing.insert(end)
        return nil
    }
}

extension HTMLText {
    private mutating func breakLine(isForced: Bool) {
        if isForced || !(output.last.map { $0 == UInt8(ascii: "\n") } ?? true) { output.append(UInt8(ascii: "\n")) }
        skipLineEnd()
    }

    private mutating func breakParagraph() {
        breakLine(isForced: false)
        if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
    }

    private mutating func beginItem(isEnd: Bool) {
        breakLine(isForced: false)
        if !isEnd { output.append(contentsOf: "- ".utf8) }
    }

    /// The source's own line end behind a break is the same break.
    private mutating func skipLineEnd() {
        var next = index
        while next < source.count, source[next] == 0x20 || source[next] == 0x09 || source[next] == 0x0D { next += 1 }
        if next < source.count, source[next] == UInt8(ascii: "\n") { index = next + 1 }
    }

    private mutating func beginLink(_ tag: HTMLTag) {
        endLink()
        guard let target = tag.attribute("href") else { return }
        link = (HTMLText.decoded(target), output.count)
    }

    private mutating func endLink() {
        guard let open = link else { return }
        link = nil
        let shown = output[min(open.start, output.count)...]
        guard !open.target.isEmpty, HTMLText.address(shown) != HTMLText.address(open.target[...]) else { return }
        output.append(contentsOf: " (".utf8)
        output.append(contentsOf: open.target)
        output.append(UInt8(ascii: ")"))
    }

    private mutating func showImage(_ tag: HTMLTag) {
        let alternative = tag.attribute("alt").map(HTMLText.decoded) ?? []
        let address = tag.attribute("src").map(HTMLText.decoded) ?? []
        output.append(contentsOf: alternative)
        guard !address.isEmpty else { return }
        output.append(contentsOf: (alternative.isEmpty ? "(" : " (").utf8)
        output.append(contentsOf: address)
        output.append(UInt8(ascii: ")"))
    }

    /// An address as people write it: without the scheme of the web and without a slash at its end.
    private static func address(_ bytes: ArraySlice<UInt8>) -> String {
        var text = trimmed(Array(bytes))[...]
        for scheme in ["https://", "http://", "mailto:"] where text.hasPrefix(scheme) {
            text = text.dropFirst(scheme.count)
        }
        return String(text.hasSuffix("/") ? text.dropLast() : text)
    }
}

extension HTMLText {
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "&") {
                decode(bytes, at: &index, into: &output)
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    /// Decodes the reference at `index`, or takes its `&` as text.
    private static func decode(_ bytes: ArraySlice<UInt8>, at index: inout Int, into output: inout [UInt8]) {
        let name = bytes[(index + 1)...].prefix(XMLLimits.reference).prefix(while: XMLCharacters.continuesReference)
        guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";"),
            let scalar = HTMLReference.character(name)
        else {
            output.append(bytes[index])
            index += 1
            return
        }
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = name.endIndex + 1
    }

    /// At most one empty line in a row, and no blanks at either end.
    private static func trimmed(_ bytes: [UInt8]) -> String {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var lineEnds = 0
        for byte in bytes.drop(while: XMLCharacters.isBlank) {
            lineEnds = byte == UInt8(ascii: "\n") ? lineEnds + 1 : 0
            if lineEnds <= 2 { kept.append(byte) }
        }
        while let last = kept.last, XMLCharacters.isBlank(last) { kept.removeLast() }
        return String(decoding: kept, as: UTF8.self)
    }
}
