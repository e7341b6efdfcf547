import Screen

/// A key as `CSI code ; modifiers u` (fixterms, kitty) or `CSI 27 ; modifiers ; code ~` (xterm) names it.
nonisolated struct ModifiedKey {
    var code: Int
    var modifiers: Modifiers

    /// nil: a key lotse has no name for. Control with h, i, m and `[` is what it always was: Backspace, Tab,
    /// Enter, Esc.
    var key: Key? {
        guard modifiers.isDisjoint(with: .foreign) else { return nil }
        switch code {
        case 9: return modifiers.contains(.shift) ? .backTab : .tab
        case 13: return modifiers.contains(.alt) ? .alt("\r") : .enter
        case 27: return .escape
        case 8, 127: return modifiers.contains(.alt) ? .alt("\u{7F}") : .backspace
        // Kitty's numbers for keys without a character.
        case 0..<32, 0x80...0x9F, 57344...63743: return nil
        default: return characterKey
        }
    }

    private var characterKey: Key? {
        guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
        switch (modifiers.contains(.control), modifiers.contains(.alt)) {
        case (true, true): return nil
        case (true, false): return controlKey(scalar)
        case (false, let isAlt):
            let character = modifiers.contains(.shift) ? shifted(scalar) : Character(scalar)
            return isAlt ? .alt(character) : .character(character)
        }
    }

    private func controlKey(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x20: .control("@")
        case 0x40...0x5F, 0x61...0x7A: ControlKey.key(for: UInt8(scalar.value & 0x1F))
        default: nil
        }
    }

    /// xterm sends the shifted character, kitty the bare one; letters are all that can be told without a layout.
    private func shifted(_ scalar: Unicode.Scalar) -> Character {
        let upper = scalar.properties.uppercaseMapping
        return upper.count == 1 ? Character(upper) : Character(scalar)
    }
}
