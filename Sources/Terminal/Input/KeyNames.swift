import Screen

/// Keys that are one control byte.
nonisolated enum ControlKey {
    static func key(for byte: UInt8) -> Key? {
        switch byte {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0D: .enter
        case 0x1B: .escape
        case 0x00: .control("@")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
        default: nil
        }
    }
}

/// Keys that the last byte of a sequence names.
nonisolated enum FinalByte {
    /// `CSI … A`: cursor keys, Home, End, F1 to F4, Shift-Tab; `CSI a` is rxvt's Shift-Up.
    static func controlSequence(_ final: UInt8, modifiers: Modifiers) -> Key? {
        guard modifiers.isDisjoint(with: .foreign) else { return nil }
        switch Unicode.Scalar(final) {
        case "A", "a": return .up
        case "B", "b": return .down
        // Alt-arrow is what terminals on a Mac send for a word.
        case "C": return modifiers.isDisjoint(with: [.control, .alt]) ? .right : .controlRight
        case "D": return modifiers.isDisjoint(with: [.control, .alt]) ? .left : .controlLeft
        case "c": return .right
        case "d": return .left
        case "H": return .home
        case "F": return .end
        case "Z": return .backTab
        case "P": return .function(1)
        case "Q": return .function(2)
        case "R": return .function(3)
        case "S": return .function(4)
        default: return nil
        }
    }

    /// `SS3 A`: the same in application mode, and the keypad.
    static func singleShift(_ final: UInt8) -> Key? {
        switch Unicode.Scalar(final) {
        case "M": .enter
        case "I": .tab
        case "X": .character("=")
        case " ": .character(" ")
        case "a": .up
        case "b": .down
        case "c": .controlRight
        case "d": .controlLeft
        case "j"..."y": .character(Character(Unicode.Scalar(final - 0x40)))
        case "Z": nil
        default: controlSequence(final, modifiers: [])
        }
    }

    /// `CSI [ A`: F1 to F5 of the Linux console.
    static func linuxFunction(_ final: UInt8) -> Key? {
        (0x41...0x45).contains(final) ? .function(Int(final) - 0x40) : nil
    }
}

/// Keys that the number before a `~` names (VT220, xterm, linux, rxvt, screen).
nonisolated enum NumberedKey {
    static func key(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }
}
