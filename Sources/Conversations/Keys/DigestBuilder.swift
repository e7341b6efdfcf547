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
        addLength(bytes.count)
        buffer.append(contentsOf: bytes)
    }

    /// Adds a digest as its 32 hexadecimal digits.
    package mutating func add(hexOf digest: Digest) {
        addLength(32)
        addHex(digest.high)
        addHex(digest.low)
    }

    private mutating func addLength(_ count: Int) {
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).bigEndian) { buffer.append(contentsOf: $0) }
    }

    private mutating func addHex(_ half: UInt64) {
        for shift: UInt64 in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: half >> shift & 0xF)
            buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
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
        // 32 bytes of which the first half is kept.
        var hash: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &hash) { lotse_sha256(bytes, bytes.count, $0.baseAddress) }
        self.init(high: UInt64(bigEndian: hash.0), low: UInt64(bigEndian: hash.1))
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
