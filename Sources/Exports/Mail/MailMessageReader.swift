/// Makes messages of mails.
///
/// An address is personal data: the account is told apart by its digest (`MailDigest`), shown is the name, or what
/// stands before the `@`. Channel is the list (`List-Id`, `List-Post`), else the mailbox.
struct MailMessageReader {
    /// What the import says once about all of its mails.
    static let note = """
        mail: addresses are kept as digests, attachments as names; quotes, signatures and list footers stay in the \
        text with their marks
        """

    private let mailbox: ExportedChannel
    private let zone: LocalZone?

    init(_ options: ExportOptions) {
        let name = options.channel ?? options.stem
        mailbox = ExportedChannel(platform: "mail", key: name, name: name)
        zone = options.zone.flatMap(LocalZone.init(identifier:))
    }

    /// What the container knows of a mail.
    struct Envelope {
        var place: ExportPlace
        /// The From_ line of an mbox.
        var separator: MboxSeparator?
        var status: ExportedMessage.Status?
        var repairs: MailRepairs = []
    }

    /// Hands over one mail. `mayEndInHeader`: a header without a blank line behind it is a whole mail.
    func read(
        _ bytes: ArraySlice<UInt8>, _ envelope: Envelope, mayEndInHeader: Bool, yield: (ExportEvent) throws -> Void
    ) throws {
        let headers = MailHeaders(bytes)
        switch headers.end {
        case .body where headers.count == 0 && envelope.separator == nil:
            return try yield(.skipped(envelope.place, reason: "no header"))
        case .end where mayEndInHeader && headers.count > 0: break
        case .body: break
        case .end, .cut:
            return try yield(.skipped(envelope.place, reason: "headers end at the end of the file"))
        }
        var repairs = envelope.repairs
        let content = MailContent(headers, body: bytes[headers.bodyStart...])
        repairs.formUnion(content.repairs)
        let message = message(headers, content, envelope, repairs: &repairs)
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(envelope.place, reason: repairs.description)) }
    }

    private func message(
        _ headers: MailHeaders, _ content: MailContent, _ envelope: Envelope, repairs: inout MailRepairs
    ) -> ExportedMessage {
        let list = MailList(headers, repairs: &repairs)
        let author = (headers[.from] ?? headers[.sender]).flatMap { MailAddress($0, repairs: &repairs) }
        let isBounce = isBounce(author, headers)
        let links = MailLinks(headers, repairs: &repairs)
        let (text, markup) = MailText.read(content, repairs: &repairs)
        return ExportedMessage(
            channel: list.channel ?? mailbox, id: links.id, parent: links.parent, thread: links.thread,
            account: author.map { account($0, isBot: isBounce || isAutomatic(headers)) },
            time: time(headers, envelope, repairs: &repairs), text: text, markup: markup,
            kind: isBounce ? .system : .message, status: status(headers) ?? envelope.status,
            isPrivate: !list.isPublic && author?.isObscured != true, language: language(headers),
            permalink: permalink(headers), attachments: content.attachments, place: envelope.place)
    }

    private func account(_ author: MailAddress, isBot: Bool) -> ExportedAccount {
        ExportedAccount(id: MailDigest.account(author.address), name: author.shownName, isBot: isBot)
    }
}

extension MailMessageReader {
    /// A notice of delivery (RFC 3464), or whatever a mail server writes itself.
    private func isBounce(_ author: MailAddress?, _ headers: MailHeaders) -> Bool {
        if author?.localPart.lowercased() == "mailer-daemon" { return true }
        let type = headers.word(.contentType)
        return type.hasPrefix("multipart/report") && type.contains("delivery-status")
    }

    /// RFC 3834; `Precedence: bulk` alone is every list's mark.
    private func isAutomatic(_ headers: MailHeaders) -> Bool {
        let submitted = headers.word(.autoSubmitted).prefix { $0 != ";" && $0 != " " }
        if !submitted.isEmpty, submitted != "no" { return true }
        let precedence = headers.word(.precedence)
        if precedence == "auto_reply" { return true }
        let isAnswer = headers[.autoReply] != nil || headers[.autoRespond] != nil
        return isAnswer && (precedence == "bulk" || precedence == "junk")
    }

    private func status(_ headers: MailHeaders) -> ExportedMessage.Status? {
        let labels = headers.word(.gmailLabels).split(separator: ",").map { $0.filter { $0 != " " && $0 != "\"" } }
        if labels.contains("spam") || headers.word(.spamFlag).hasPrefix("yes") { return .spam }
        return labels.contains("trash") ? .deleted : nil
    }

    /// The first language (RFC 3282).
    private func language(_ headers: MailHeaders) -> String? {
        let tag = headers.word(.language).prefix { isTag($0) }
        return (2...35).contains(tag.count) ? String(tag) : nil
    }

    private func isTag(_ character: Character) -> Bool {
        character == "-" || character.asciiValue.map(isASCIILetterOrDigit) ?? false
    }

    /// RFC 5064.
    private func permalink(_ headers: MailHeaders) -> String? {
        var repairs: MailRepairs = []
        guard let value = headers[.archivedAt] else { return nil }
        let written = EncodedWords.text(value, repairs: &repairs).filter { $0 != "<" && $0 != ">" && $0 != " " }
        return written.hasPrefix("https://") || written.hasPrefix("http://") ? written : nil
    }

    /// Date, else when our server took it in, else the mailbox's own line; never a guess.
    private func time(_ headers: MailHeaders, _ envelope: Envelope, repairs: inout MailRepairs) -> ExportedTime {
        var unused: MailRepairs = []
        let written = headers[.date].map { EncodedWords.text($0, repairs: &unused) } ?? ""
        if let date = headers[.date], let found = MailDate.read(date) {
            if MailDate.hasOpenComment(date) { repairs.insert(.openComment) }
            return exported(found, written)
        }
        // What is there but no time is reported; what is absent is not.
        let isDamaged = headers[.date] != nil
        if let received = headers[.received], let semicolon = received.lastIndex(of: UInt8(ascii: ";")),
            let found = MailDate.read(received[(semicolon + 1)...])
        {
            if isDamaged { repairs.insert(.timeFromReceived) }
            return exported(found, EncodedWords.text(received[(semicolon + 1)...], repairs: &unused))
        }
        if let separator = envelope.separator {
            if isDamaged { repairs.insert(.timeFromSeparator) }
            return exported(separator.time, separator.written)
        }
        if isDamaged { repairs.insert(.timeUnknown) }
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }

    private func exported(_ found: MailDate.Found, _ written: String) -> ExportedTime {
        guard !found.zoneIsKnown, let zone else {
            return ExportedTime(
                milliseconds: found.milliseconds, written: written, zoneIsKnown: found.zoneIsKnown)
        }
        return ExportedTime(
            milliseconds: zone.utc(fromLocal: found.milliseconds), written: written, zoneIsKnown: true)
    }
}
