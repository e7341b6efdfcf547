/// Makes messages of heads and the words after them.
struct WhatsAppMessageReader {
    private let channel: ExportedChannel

    init(options: ExportOptions) {
        let name = options.channel ?? WhatsAppPhrases.chatName(ofFile: options.stem)
        channel = ExportedChannel(platform: "whatsapp", key: name, name: name, grouping: .byTime)
    }

    /// Its time is only what was written: the order of day and month is not this reader's to know.
    func message(
        _ header: WhatsAppHeader, _ words: ArraySlice<UInt8>, at place: ExportPlace, repairs: inout Repairs
    ) -> ExportedMessage {
        let parts = split(words)
        let author = parts.name.map { Self.name(decoded($0, &repairs)) }
        let said = decoded(parts.rest, &repairs)
        guard let author, header.style.isBracketed || !WhatsAppPhrases.hasOpenQuote(author) else {
            // What looked like a name is the beginning of a notice, if anything did.
            return notice(header, decoded(words, &repairs), at: place)
        }
        if isNotice(said, by: author, header.style) { return notice(header, said, at: place) }
        let body = WhatsAppBody(said)
        return ExportedMessage(
            channel: channel, id: nil, account: author.isEmpty ? nil : ExportedAccount(id: nil, name: author),
            time: time(header), text: body.text, markup: body.text == said ? nil : said,
            status: body.isDeleted ? .deleted : nil, attachments: body.attachments, place: place)
    }

    private func notice(_ header: WhatsAppHeader, _ text: String, at place: ExportPlace) -> ExportedMessage {
        ExportedMessage(
            channel: channel, id: nil, time: time(header), text: WhatsAppBody(notice: text).text, kind: .system,
            place: place)
    }

    private func time(_ header: WhatsAppHeader) -> ExportedTime {
        ExportedTime(milliseconds: nil, written: header.written, zoneIsKnown: false)
    }

    private func decoded(_ bytes: ArraySlice<UInt8>, _ repairs: inout Repairs) -> String {
        bytes.withUnsafeBufferPointer { decodedText($0, repairs: &repairs) }
    }

    /// The name ends at the first colon with a blank after it, on the first line.
    private func split(_ words: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>?, rest: ArraySlice<UInt8>) {
        let line = words.prefix { $0 != 0x0A }
        var index = line.startIndex
        while let colon = line[index...].firstIndex(of: UInt8(ascii: ":")) {
            let after = colon + 1
            if after == line.endIndex { return (line[..<colon], words[after...]) }
            if words[after] == 0x20 { return (line[..<colon], words[(after + 1)...]) }
            index = after
        }
        return (nil, words)
    }

    /// A name without the marks around it, and with plain blanks.
    static func name(_ written: String) -> String {
        var scalars = written.unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }[...]
        while let first = scalars.first, isDirectionMark(first) || first == " " { scalars.removeFirst() }
        while let last = scalars.last, isDirectionMark(last) || last == " " { scalars.removeLast() }
        var name = ""
        name.unicodeScalars.append(contentsOf: scalars)
        return name
    }

    /// Notices that are written as if the chat or a member had said them; on iPhones they follow a mark.
    private func isNotice(_ text: String, by author: String, _ style: WhatsAppStyle) -> Bool {
        if WhatsAppPhrases.isEncryptionNotice(text) { return true }
        guard style.isBracketed, text.unicodeScalars.first == "\u{200E}" else { return false }
        return WhatsAppPhrases.isEvent(WhatsAppBody(notice: text).text, chat: channel.name, author: author)
    }
}
