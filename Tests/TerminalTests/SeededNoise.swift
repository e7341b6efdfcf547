/// Bytes that look like terminal input, the same for the same seed (SplitMix64).
struct SeededNoise {
    private static let likely = Array("\u{1B}\u{1B}[]OP_^X;:?<$~MmuRA0123456789\\\u{07}\u{18}ä日".utf8)
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func bytes(count: Int) -> [UInt8] {
        (0..<count).map { _ in
            let word = next()
            return word % 4 == 0
                ? UInt8(truncatingIfNeeded: word >> 8) : Self.likely[Int(word >> 16) % Self.likely.count]
        }
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
