extension MailContent {
    /// The text of a mail that is nothing but text, which most are: read without GMime's objects, with the same
    /// result. Nil: GMime has to look at it.
    static func singlePart(_ headers: MailHeaders, _ body: ArraySlice<UInt8>) -> Text? {
        guard headers[.disposition] == nil else { return nil }
        var text = Text(bytes: body, charset: nil, isHTML: false)
        if let value = headers[.contentType] {
            guard let type = SimpleContentType(value), type.mediaType == "text/plain" || type.mediaType == "text/html",
                type.parameters["name"] == nil
            else { return nil }
            text.isHTML = type.mediaType == "text/html"
            text.charset = type.parameters["charset"]
            text.isFlowed = type.parameters["format"]?.lowercased() == "flowed"
            text.isDelSp = type.parameters["delsp"]?.lowercased() == "yes"
        }
        switch headers.word(.transferEncoding) {
        case "", "7bit", "8bit", "binary": return text
        case "quoted-printable": text.bytes = MimeMessage.quotedPrintable(body)[...]
        case "base64": text.bytes = MimeMessage.base64(body)[...]
        default: return nil
        }
        // Nothing came out: GMime's way tells an empty mail from one that cannot be decoded.
        return text.bytes.isEmpty ? nil : text
    }
}

/// A content type (RFC 2045, 5.1) without anything odd in it: tokens and plain quoted strings.
struct SimpleContentType: Equatable {
    /// In lower case.
    let mediaType: String
    /// By names in lower case; the first of several.
    let parameters: [String: String]

    /// Nil: something is odd: comments, continuations, escapes, encoded words, more than ASCII.
    init?(_ value: ArraySlice<UInt8>) {
        let odd: Set<UInt8> = Set("()\\*?'%\t".utf8)
        guard value.count < 512, value.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && !odd.contains($0) }) else { return nil }
        let parts = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let type = trimmedBlanks(Array(parts.first ?? []))
        let halves = type.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy(Self.isToken) else { return nil }
        mediaType = String(decoding: type, as: UTF8.self).lowercased()
        var found: [String: String] = [:]
        for part in parts.dropFirst() {
            let written = trimmedBlanks(Array(part))
            if written.isEmpty { continue }
            guard let pair = Self.parameter(written), found[pair.name] == nil else { return nil }
            found[pair.name] = pair.value
        }
        parameters = found
    }

    private static func parameter(_ written: ArraySlice<UInt8>) -> (name: String, value: String)? {
        guard let equals = written.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let name = written[..<equals]
        var value = written[(equals + 1)...]
        guard isToken(name) else { return nil }
        let quote = UInt8(ascii: "\"")
        if value.count >= 2, value.first == quote, value.last == quote {
            value = value.dropFirst().dropLast()
            guard !value.contains(quote) else { return nil }
        } else if !isToken(value) {
            return nil
        }
        return (String(decoding: name, as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self))
    }

    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { isASCIILetterOrDigit($0) || "-_.+:!#$&^`{}|~".utf8.contains($0) }
    }
}
