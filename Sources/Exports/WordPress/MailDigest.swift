import CDigest

/// A commenter's e-mail address is theirs and not ours to keep: accounts are told apart by its digest.
enum MailDigest {
    /// Id of the account behind an address: `mail:` and the first 16 bytes of the SHA-256 (FIPS 180-4) of the
    /// address in lower case, in hexadecimal. Nil: there is no address.
    static func account(_ address: String) -> String? {
        let plain = address.filter { !$0.isWhitespace }.lowercased()
        guard !plain.isEmpty else { return nil }
        let bytes = Array(plain.utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(bytes, bytes.count, &digest)
        return "mail:" + digest.prefix(16).map(hexadecimal).joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }
}
