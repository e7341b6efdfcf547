/// The first 16 bytes of a SHA-256: what events, tombstones, foreign keys and memory use instead of
/// readable keys, so that erasing the readable key leaves every reference valid.
package struct Digest: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads 16 bytes, most significant first; nil when there are not exactly 16.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, byte) in bytes.enumerated() {
            if index < 8 {
                halves.0 = halves.0 << 8 | UInt64(byte)
            } else {
                halves.1 = halves.1 << 8 | UInt64(byte)
            }
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// The 16 bytes, most significant first.
    package var bytes: [UInt8] {
        (0..<16).map { index in
            let half = index < 8 ? high : low
            return UInt8(truncatingIfNeeded: half >> (56 - 8 * UInt64(index % 8)))
        }
    }

    /// 32 lower-case hexadecimal digits.
    package var hex: String {
        Digest.sixteen(high) + Digest.sixteen(low)
    }

    /// Reads 32 hexadecimal digits; nil: they are not.
    package init?(hex: String) {
        guard hex.utf8.count == 32, let high = UInt64(hex.prefix(16), radix: 16),
            let low = UInt64(hex.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }

    /// The first eight hexadecimal digits: what a list shows, as git does.
    package var short: String {
        String(Digest.sixteen(high).prefix(8))
    }

    private static func sixteen(_ half: UInt64) -> String {
        let digits = String(half, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Digest: Comparable {
    package static func < (left: Digest, right: Digest) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Digest: CustomStringConvertible {
    package var description: String { hex }
}
