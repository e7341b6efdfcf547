/// Header text with encoded words (RFC 2047). Words that stand next to each other are one text, because writers
/// cut characters in two; words that are broken stay as they are written.
struct EncodedWords {
    private let source: ArraySlice<UInt8>
    private var out = ""
    private var pending: [UInt8] = []
    private var pendingCharset: String?
    private var repairs: MailRepairs

    /// The text of a header's value that is unfolded already, in one line: runs of blanks and line ends are one blank.
    static func text(_ raw: ArraySlice<UInt8>, repairs: inout MailRepairs) -> String {
        if isPlain(raw) { return String(decoding: raw, as: UTF8.self) }
        var words = EncodedWords(raw, repairs)
        words.scan()
        repairs = words.repairs
        return oneLine(words.out)
    }

    private init(_ source: ArraySlice<UInt8>, _ repairs: MailRepairs) {
        self.source = source
        self.repairs = repairs
    }

    private mutating func scan() {
        var plainStart = source.startIndex
        var index = source.startIndex
        while let mark = nextMark(from: index) {
            guard let word = Word(source, at: mark) else {
                index = mark + 2
                continue
            }
            guard let bytes = word.decoded() else {
                repairs.insert(.encodedWord)
                index = word.end
                continue
            }
            takePlain(source[plainStart..<mark])
            take(bytes, word.charset)
            index = word.end
            plainStart = word.end
        }
        flush()
        takePlain(source[plainStart...])
    }

    private func nextMark(from index: Int) -> Int? {
        var index = index
        while index + 1 < source.endIndex {
            if source[index] == UInt8(ascii: "="), source[index + 1] == UInt8(ascii: "?") { return index }
            index += 1
        }
        return nil
    }

    /// Blanks between two words are not text (RFC 2047, 6.2).
    private mutating func takePlain(_ bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return }
        if pendingCharset != nil, bytes.allSatisfy(isJSONBlank) { return }
        flush()
        out += MailCharset.text(bytes, nil, repairs: &repairs)
    }

    private mutating func take(_ bytes: [UInt8], _ charset: String) {
        if pendingCharset != charset { flush() }
        pendingCharset = charset
        pending += bytes
    }

    private mutating func flush() {
        guard let charset = pendingCharset else { return }
        out += MailCharset.text(pending[...], charset, repairs: &repairs)
        pending = []
        pendingCharset = nil
    }

    /// Printable ASCII in one line, without anything that would be changed.
    private static func isPlain(_ raw: ArraySlice<UInt8>) -> Bool {
        raw.withUnsafeBufferPointer { bytes in
            var previous: UInt8 = 0x20
            for byte in bytes {
                if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
                if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "=") { return false }
                previous = byte
            }
            return bytes.isEmpty || previous != 0x20
        }
    }

    private static func oneLine(_ text: String) -> String {
        let words = text.utf8.split { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        return words.map { String(Substring($0)) }.joined(separator: " ")
    }
}

extension EncodedWords {
    /// `=?charset?B?...?=`, with or without a language behind the charset (RFC 2231, 5).
    private struct Word {
        /// Longer words are text: RFC 2047 allows 75 characters, writers write more.
        static let limit = 64 * 1024

        let charset: String
        let encoding: UInt8
        let content: ArraySlice<UInt8>
        let end: Int

        init?(_ source: ArraySlice<UInt8>, at mark: Int) {
            let rest = source[(mark + 2)...].prefix(Self.limit)
            let name = rest.prefix { $0 != UInt8(ascii: "?") && $0 > 0x20 && $0 < 0x7F }
            let code = name.endIndex + 1
            guard !name.isEmpty, code + 2 <= rest.endIndex, source[name.endIndex] == UInt8(ascii: "?"),
                source[code + 1] == UInt8(ascii: "?")
            else { return nil }
            var index = code + 2
            while index + 1 < rest.endIndex {
                if source[index] == UInt8(ascii: "?"), source[index + 1] == UInt8(ascii: "=") { break }
                index += 1
            }
            guard index + 1 < rest.endIndex else { return nil }
            charset = String(decoding: name.prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
            encoding = source[code] | 0x20
            content = source[(code + 2)..<index]
            end = index + 2
        }

        func decoded() -> [UInt8]? {
            switch encoding {
            case UInt8(ascii: "q"): return quoted()
            case UInt8(ascii: "b"):
                let bytes = MimeMessage.base64(content)
                return bytes.isEmpty && !content.isEmpty ? nil : bytes
            default: return nil
            }
        }

        /// RFC 2047, 4.2; a `=` without two digits is itself.
        private func quoted() -> [UInt8] {
            var out: [UInt8] = []
            var index = content.startIndex
            while index < content.endIndex {
                let byte = content[index]
                if byte == UInt8(ascii: "="), index + 2 < content.endIndex,
                    let high = hexadecimalDigit(content[index + 1]), let low = hexadecimalDigit(content[index + 2])
                {
                    out.append(UInt8(truncatingIfNeeded: high << 4 | low))
                    index += 2
                } else {
                    out.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
                }
                index += 1
            }
            return out
        }
    }
}
