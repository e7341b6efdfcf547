/// Personal data that an export holds and triage does not need. Readers hand it over only where
/// `ExportOptions.keepsPersonal` asks for it; otherwise it is dropped where it stands.
package struct PersonalDetail: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case email, ip, phone
    }

    /// Bytes of the longest value: an address of mail has 254 at most (RFC 5321, 4.5.3.1.3).
    private static let limit = 1024

    package let kind: Kind
    /// As the export writes it, without blanks around it. Outside text.
    package let value: String

    /// nil: nothing is written, or too much for what it should be.
    package init?(_ kind: Kind, _ written: String?) {
        guard let written, written.utf8.count <= Self.limit else { return nil }
        let scalars = written.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        self.kind = kind
        value = String(scalars[first...last])
    }
}
