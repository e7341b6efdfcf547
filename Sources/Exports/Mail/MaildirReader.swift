/// Mail as folders with one file a mail: Maildir and Maildir++, with folders inside folders; MH and folders of `.eml`.
package enum MaildirReader: TreeReader {
    package static let format = "maildir"
    package static let summary = "Maildir: a mailbox as a folder, one file a mail"
    package static let lacks = "no edits, no reactions"

    /// `cur` and `new` with mails in them are a Maildir; mails in any folder may be one.
    package static func detect(_ tree: any ExportTree) -> DetectionConfidence {
        let mails = tree.entries.filter(isMail)
        guard !mails.isEmpty else { return .no }
        let delivered = mails.filter(isDelivered)
        let sample = (delivered.isEmpty ? mails : delivered).prefix(3)
        let heads = sample.map { entry in (try? tree.open(entry)).map { EmlReader.detect($0.head) } ?? .no }
        if !delivered.isEmpty { return heads.contains(.certain) ? .certain : .no }
        return heads.allSatisfy { $0 == .certain } ? .possible : .no
    }

    package static func read(
        _ tree: any ExportTree, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        let reader = MailMessageReader(options)
        try yield(.note(MailMessageReader.note))
        for entry in tree.entries where isMail(entry) {
            var source = try tree.open(entry)
            let place = ExportPlace(unit: .line, number: 1, byteOffset: 0)
            let status: ExportedMessage.Status? = flags(entry.name).contains("T") ? .deleted : nil
            let envelope = MailMessageReader.Envelope(place: place, status: status)
            do {
                let bytes = try EmlReader.whole(&source)
                guard !bytes.isEmpty else {
                    try yield(ExportEvent.skipped(place, reason: "empty file").inside(entry.path))
                    continue
                }
                try reader.read(bytes[...], envelope, mayEndInHeader: true) { try yield($0.inside(entry.path)) }
            } catch ExportError.tooLarge {
                try yield(ExportEvent.skipped(place, reason: "mail larger than 32 MiB").inside(entry.path))
            }
        }
    }

    /// What stands in `tmp` is not delivered yet; names with a point before them and those of mail servers' indexes are
    /// no mails. Folders with a point before them are Maildir++'s.
    static func isMail(_ entry: ExportEntry) -> Bool {
        let parts = entry.parts
        guard let name = parts.last, !name.hasPrefix(".") else { return false }
        let folder = parts.dropLast().last ?? ""
        if folder == "cur" || folder == "new" { return true }
        if folder == "tmp" || parts.dropLast().contains(where: { $0.hasPrefix(".") }) { return false }
        let lower = name.lowercased()
        return !["dovecot", "courier", "maildirfolder", "maildirsize", "subscriptions"].contains { lower.hasPrefix($0) }
    }

    /// The capital letters behind `:2,`; systems without colons in names write `;2,` or `!2,`.
    static func flags(_ name: Substring) -> Substring {
        for mark in [":2,", ";2,", "!2,"] {
            if let range = name.firstRange(of: mark) { return name[range.upperBound...] }
        }
        return ""
    }

    private static func isDelivered(_ entry: ExportEntry) -> Bool {
        let folder = entry.parts.dropLast().last
        return folder == "cur" || folder == "new"
    }
}
