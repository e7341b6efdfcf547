import CDigest

/// SHA-256 (FIPS 180-4) of bytes that come in pieces, and how many there were.
nonisolated final class RawDigest {
    private let context: OpaquePointer?
    private(set) var count = 0

    init() {
        context = EVP_MD_CTX_new()
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    func add(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The 32 bytes; nothing can be added afterwards.
    func finish() -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var length: UInt32 = 0
        EVP_DigestFinal_ex(context, &hash, &length)
        return hash
    }
}
