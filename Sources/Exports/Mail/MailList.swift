/// The mailing list that a mail went to, if it says so.
struct MailList {
    /// Nil: the mail names no list.
    let channel: ExportedChannel?
    /// Went to a list, so that others have it as well.
    let isPublic: Bool

    init(_ headers: MailHeaders, repairs: inout MailRepairs) {
        channel = Self.byID(headers, repairs: &repairs) ?? Self.byPost(headers)
        isPublic = channel != nil || headers.word(.precedence) == "list"
    }

    /// `The Harbour <harbour.example.org>` (RFC 2919): the id is the key, what stands before it the name.
    private static func byID(_ headers: MailHeaders, repairs: inout MailRepairs) -> ExportedChannel? {
        guard let value = headers[.listID] else { return nil }
        let text = EncodedWords.text(value, repairs: &repairs)
        guard let open = text.lastIndex(of: "<") else { return channel(key: text, name: text) }
        let key = text[text.index(after: open)...].prefix { $0 != ">" }
        let name = text[..<open].filter { $0 != "\"" }
        return channel(key: String(key), name: String(name))
    }

    /// `<mailto:harbour@example.org>` (RFC 2369); list software makes the id of the address by a point for the `@`.
    private static func byPost(_ headers: MailHeaders) -> ExportedChannel? {
        guard headers[.listPost] != nil else { return nil }
        let value = headers.word(.listPost)
        guard let start = value.firstRange(of: "mailto:")?.upperBound else { return nil }
        let address = value[start...].prefix { $0 != ">" && $0 != "?" && $0 != "," }
        let key = String(address.map { $0 == "@" ? "." : $0 })
        return channel(key: key, name: String(address.prefix { $0 != "@" }))
    }

    private static func channel(key: String, name: String) -> ExportedChannel? {
        let key = key.filter { !$0.isWhitespace }.lowercased()
        let name = String(name.drop { $0 == " " })
        let shown = name.last == " " ? String(name.dropLast()) : name
        return key.isEmpty ? nil : ExportedChannel(platform: "mail", key: key, name: shown.isEmpty ? key : shown)
    }
}
