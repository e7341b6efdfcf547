import CDigest

/// Telephone numbers, and the keys by which Signal knows groups, must not be kept: their digests tell them apart.
enum SignalDigest {
    /// `group:` or `phone:` and the first 16 bytes of the SHA-256 (FIPS 180-4) of the text, in hexadecimal.
    static func id(_ kind: String, _ secret: String) -> String {
        let bytes = Array(secret.utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(bytes, bytes.count, &digest)
        return "\(kind):" + digest.prefix(16).map(hexadecimal).joined()
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }
}
