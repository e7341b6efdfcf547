import Screen

/// The parameters of a control sequence (ECMA-48 §5.4), and the key they name together with its final byte.
nonisolated struct ControlSequence: Sendable {
    /// No key has more; a report that has is swallowed whole.
    private static let limit = 64
    private var bytes: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    /// One number and nothing else, as rxvt's shifted keys have it before a `$`.
    var isOneNumber: Bool { !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) } }

    /// Numbers, `;` and `:` alone; a mark (`?`, `<`, `>`) or an intermediate byte means a report.
    private var isPlain: Bool { bytes.count < Self.limit && bytes.allSatisfy { (0x30...0x3B).contains($0) } }

    mutating func append(_ byte: UInt8) {
        if bytes.count < Self.limit { bytes.append(byte) }
    }

    /// What a report of the mouse says, if it is one that counts.
    func mouse(final: UInt8) -> MouseReport? {
        bytes.count < Self.limit ? MouseSequence.report(bytes, final: final) : nil
    }

    /// The parameter at a place, its part before a `:`; nil: not given.
    func number(_ index: Int) -> Int? {
        part(index, 0)
    }

    private func part(_ index: Int, _ sub: Int) -> Int? {
        let parameters = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard parameters.indices.contains(index) else { return nil }
        let parts = parameters[index].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.indices.contains(sub) else { return nil }
        return Int(String(decoding: parts[sub], as: UTF8.self))
    }

    func key(final: UInt8) -> Key? {
        // Kitty's event type 3 is a key that was let go.
        guard isPlain, part(1, 1) != 3 else { return nil }
        switch final {
        case UInt8(ascii: "~") where number(0) == 27:
            return ModifiedKey(code: number(2) ?? 0, modifiers: modifiers).key
        case UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "^"), UInt8(ascii: "@"):
            return NumberedKey.key(number(0) ?? 0)
        case UInt8(ascii: "u"):
            return ModifiedKey(code: number(0) ?? 0, modifiers: modifiers).key
        // With parameters it is the answer to a question for the cursor's place.
        case UInt8(ascii: "R") where !isEmpty: return nil
        // `CSI 5 C` is what older terminals send for `CSI 1 ; 5 C`.
        case _ where isOneNumber: return FinalByte.controlSequence(final, modifiers: Modifiers(parameter: number(0)))
        default: return FinalByte.controlSequence(final, modifiers: modifiers)
        }
    }

    private var modifiers: Modifiers { Modifiers(parameter: number(1)) }
}

/// xterm's modifier parameter minus one.
nonisolated struct Modifiers: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// nil: none are given.
    init(parameter: Int?) {
        rawValue = UInt8(clamping: max(0, (parameter ?? 1) - 1))
    }

    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
    /// Super and Hyper belong to the window manager.
    static let foreign = Modifiers(rawValue: 8 | 16)
}
