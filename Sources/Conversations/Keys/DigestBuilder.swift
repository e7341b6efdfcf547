import CDigest

/// Builds a `Digest` over length-prefixed UTF-8 parts, so that ("ab", "c") and ("a", "bc") differ and
/// strings that are canonically equivalent in Swift but differ in bytes stay apart.
package struct DigestBuilder: Sendable {
    private var buffer: [UInt8] = []

    package init() {
        buffer.reserveCapacity(256)
    }

    /// Adds one part, preceded by its length as four bytes, most significant first.
    package mutating func add(_ part: String) {
        var part = part
        part.withUTF8 { add($0) }
    }

    /// Adds raw bytes as one part.
    package mutating func add(_ bytes: some Collection<UInt8>) {
        let count = UInt32(truncatingIfNeeded: bytes.count)
        for shift: UInt32 in [24, 16, 8, 0] {
            buffer.append(UInt8(truncatingIfNeeded: count >> shift))
        }
        buffer.append(contentsOf: bytes)
    }

    /// The digest of all parts; the builder is empty afterwards and can be used again.
    package mutating func finish() -> Digest {
        defer { buffer.removeAll(keepingCapacity: true) }
        return Digest(sha256Of: buffer)
    }
}

extension Digest {
    /// First 16 bytes of SHA-256 (FIPS 180-4) over bytes.
    package init(sha256Of bytes: [UInt8]) {
        var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &hash)
        var halves: (UInt64, UInt64) = (0, 0)
        for index in 0..<8 {
            halves.0 = halves.0 << 8 | UInt64(hash[index])
            halves.1 = halves.1 << 8 | UInt64(hash[index + 8])
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// Digest over the length-prefixed parts.
    package static func of(_ parts: String...) -> Digest {
        var builder = DigestBuilder()
        for part in parts {
            builder.add(part)
        }
        return builder.finish()
    }
}
