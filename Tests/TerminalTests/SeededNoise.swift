import TestSupport

/// Bytes that look like terminal input, the same for the same seed.
struct SeededNoise {
    private static let likely = Array("\u{1B}\u{1B}[]OP_^X;:?<$~MmuRA0123456789\\\u{07}\u{18}ä日".utf8)
    private var numbers: SplitMix64

    init(seed: UInt64) {
        numbers = SplitMix64(seed: seed)
    }

    mutating func bytes(count: Int) -> [UInt8] {
        (0..<count).map { _ in
            let word = numbers.next()
            return word % 4 == 0
                ? UInt8(truncatingIfNeeded: word >> 8) : Self.likely[Int(word >> 16) % Self.likely.count]
        }
    }
}
