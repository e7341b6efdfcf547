/// Makes messages of the comments of the generic importer.
struct IssoCommentReader {
    private enum Key: Int, JSONKey {
        case id, author, email, remote_addr, created, text
    }

    private let keepsPersonal: Bool
    private var fields = JSONFields<Key>()

    init(keepsPersonal: Bool) {
        self.keepsPersonal = keepsPersonal
    }

    /// nil: it has no text.
    mutating func read(
        _ record: inout JSONRecord, at place: ExportPlace, channel: ExportedChannel, zone: LocalZone?
    ) -> ExportedMessage? {
        fields.read(record.root, in: &record)
        guard let written = record.string(fields[.text]) else { return nil }
        let text = HTMLText.plain(written)
        var message = ExportedMessage(
            channel: channel, id: record.identifier(fields[.id]),
            account: issoAccount(name: record.string(fields[.author]), mail: record.string(fields[.email])),
            time: time(&record, zone), text: text, markup: written == text ? nil : written, place: place)
        if keepsPersonal {
            let (mail, ip) = (record.string(fields[.email]), record.scalar(fields[.remote_addr]))
            message.personal = issoPersonal(mail: mail, ip: ip)
        }
        return message
    }

    private func time(_ record: inout JSONRecord, _ zone: LocalZone?) -> ExportedTime {
        let written = record.scalar(fields[.created]) ?? ""
        if let time = exportedTime(written, in: zone) { return time }
        record.repairs.insert(.timeUnknown)
        return ExportedTime(milliseconds: nil, written: written, zoneIsKnown: false)
    }
}

/// Anyone types any name; the digest of the address tells people apart. nil: neither is there.
func issoAccount(name: String?, mail: String?) -> ExportedAccount? {
    let name = name ?? ""
    let id = mail.flatMap(MailDigest.account)
    guard id != nil || !name.isEmpty else { return nil }
    return ExportedAccount(id: id, name: name)
}

/// Addresses of a comment, for where they are asked for.
func issoPersonal(mail: String?, ip: String?) -> [PersonalDetail] {
    [PersonalDetail(.email, mail), PersonalDetail(.ip, ip)].compactMap(\.self)
}
