import CDigest

/// Ids for messages of formats that have none and yet know what answers what.
enum ContentDigest {
    /// The first 16 bytes of the SHA-256 (FIPS 180-4) of the parts, each with its length before it, in hexadecimal:
    /// the same parts give the same id in every export.
    static func id(of parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array(String(part.utf8.count).utf8) + [UInt8(ascii: ":")] + Array(part.utf8)
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        SHA256(bytes, bytes.count, &digest)
        return digest.prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
