import Screen

/// Cuts the bytes a terminal sends into keys. A value without a tty and without a clock: feed it bytes with
/// `decode`; when `timeout` is set and that long no byte came, call `timeOut`.
///
/// What no key sends (answers to queries, mouse and focus reports, unknown sequences) is swallowed whole, so that
/// nothing a terminal says on its own can run a command, even if it comes late or in pieces.
/// Sequences: ECMA-48 §5.4, xterm's ctlseqs, linux console_codes(4), rxvt, fixterms `CSI u`.
nonisolated package struct KeyDecoder: Sendable {
    private enum State: Equatable {
        case ground, escape, singleShift, controlSequence, linuxFunction, paste
        /// In the middle of a character; after ESC it counts as Alt.
        case scalar(isAlt: Bool)
        /// In an OSC, DCS, SOS, PM or APC; the introducer is known until content follows it.
        case string(introducer: Unicode.Scalar?)
        case stringEscape
        /// The raw bytes of an X10 mouse report.
        case mouse(left: Int)
    }

    /// Reports of the mouse are keys. Elsewhere they are swallowed as all reports are: another program may have left
    /// them on.
    package var takesMouse = false
    /// How long a lone ESC may still become a sequence, in milliseconds.
    private let escapeDelay: Int
    private var state = State.ground
    private var scalar = ScalarAssembly()
    private var sequence = ControlSequence()
    private var pasted = PasteBuffer()
    private var keys: [Key] = []

    /// In milliseconds; where `$ESCDELAY` says nothing.
    package static let usualEscapeDelay = 25

    /// `escapeDelay`: in milliseconds; ncurses' `$ESCDELAY`.
    package init(escapeDelay: Int = KeyDecoder.usualEscapeDelay) {
        self.escapeDelay = max(1, min(escapeDelay, 10_000))
    }

    /// The keys that these bytes complete.
    package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
        for byte in bytes { take(byte) }
        return drain()
    }

    /// How many milliseconds after the last byte `timeOut` is due; nil: nothing is pending.
    package var timeout: Int? {
        switch state {
        case .escape: escapeDelay
        case .singleShift, .string(.some), .mouse: escapeDelay * 4
        // Once parameters came it is a report: it stays swallowed however late its end is.
        case .controlSequence: sequence.isEmpty ? escapeDelay * 4 : nil
        case .string(.none), .stringEscape: max(1000, escapeDelay)
        case .paste: pasted.endsInEscape ? max(1000, escapeDelay) : nil
        case .ground, .scalar, .linuxFunction: nil
        }
    }

    /// What the pending bytes mean when nothing follows them.
    package mutating func timeOut() -> [Key] {
        switch state {
        case .escape: end(with: .escape)
        case .singleShift: end(with: .alt("O"))
        case .controlSequence where sequence.isEmpty: end(with: .alt("["))
        case .string(let introducer?): end(with: .alt(Character(introducer)))
        case .string(.none), .mouse: end(with: nil)
        // A lone Esc leaves what never ends: a string without a terminator, a paste whose end was lost.
        case .stringEscape: end(with: .escape)
        case .paste where pasted.endsInEscape:
            pasted = PasteBuffer()
            end(with: .escape)
        case .ground, .scalar, .linuxFunction, .controlSequence, .paste: break
        }
        return drain()
    }

    private mutating func drain() -> [Key] {
        defer { keys.removeAll() }
        return keys
    }

    private mutating func end(with key: Key?) {
        state = .ground
        if let key { keys.append(key) }
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte, isAlt: false)
        case .escape: takeEscape(byte)
        case .scalar(let isAlt): takeScalar(byte, isAlt: isAlt)
        case .singleShift: takeSingleShift(byte)
        case .controlSequence: takeControlSequence(byte)
        case .linuxFunction: end(with: FinalByte.linuxFunction(byte))
        case .string: takeString(byte)
        case .stringEscape: takeStringEscape(byte)
        case .mouse(let left): state = left > 1 ? .mouse(left: left - 1) : .ground
        case .paste: takePaste(byte)
        }
    }
}

// MARK: - Single keys

nonisolated extension KeyDecoder {
    private mutating func takeGround(_ byte: UInt8, isAlt: Bool) {
        switch byte {
        case 0x1B: state = .escape
        case 0x00...0x1F, 0x7F: end(with: ControlKey.key(for: byte))
        case 0x20...0x7E:
            let character = Character(Unicode.Scalar(byte))
            end(with: isAlt ? .alt(character) : .character(character))
        default:
            scalar = ScalarAssembly()
            state = scalar.begin(byte) ? .scalar(isAlt: isAlt) : .ground
        }
    }

    private mutating func takeScalar(_ byte: UInt8, isAlt: Bool) {
        switch scalar.append(byte) {
        case .incomplete: break
        case .broken:
            state = .ground
            takeGround(byte, isAlt: false)
        case .complete(let value):
            // C1 controls are no text and no key.
            if (0x80...0x9F).contains(value.value) { return end(with: nil) }
            end(with: isAlt ? .alt(Character(value)) : .character(Character(value)))
        }
    }

    private mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["):
            sequence = ControlSequence()
            state = .controlSequence
        case UInt8(ascii: "O"): state = .singleShift
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .string(introducer: Unicode.Scalar(byte))
        case 0x1B: keys.append(.escape)
        case 0x0D: end(with: .alt("\r"))
        case 0x08, 0x7F: end(with: .alt("\u{7F}"))
        case 0x00...0x1F:
            keys.append(.escape)
            takeGround(byte, isAlt: false)
        default: takeGround(byte, isAlt: true)
        }
    }

    private mutating func takeSingleShift(_ byte: UInt8) {
        guard (0x20...0x7E).contains(byte) else {
            state = .ground
            return takeGround(byte, isAlt: false)
        }
        // Some terminals put modifiers here: SS3 5 C is Control-Right.
        if (0x30...0x39).contains(byte) {
            sequence = ControlSequence()
            sequence.append(UInt8(ascii: "1"))
            sequence.append(UInt8(ascii: ";"))
            sequence.append(byte)
            state = .controlSequence
            return
        }
        end(with: FinalByte.singleShift(byte))
    }
}

// MARK: - Sequences and strings

nonisolated extension KeyDecoder {
    private mutating func takeControlSequence(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "[") where sequence.isEmpty: state = .linuxFunction
        case UInt8(ascii: "$") where sequence.isOneNumber: finish(byte)
        case 0x20...0x3F: sequence.append(byte)
        case 0x40...0x7E: finish(byte)
        case 0x1B: state = .escape
        case 0x18, 0x1A, 0x7F: end(with: nil)
        default:
            state = .ground
            takeGround(byte, isAlt: false)
        }
    }

    private mutating func finish(_ final: UInt8) {
        if final == UInt8(ascii: "M"), sequence.isEmpty {
            state = .mouse(left: 3)
        } else if final == UInt8(ascii: "~"), sequence.number(0) == 200 {
            state = .paste
        } else if takesMouse, let report = sequence.mouse(final: final) {
            end(with: .mouse(report))
        } else {
            end(with: sequence.key(final: final))
        }
    }

    private mutating func takeString(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .stringEscape
        case 0x07, 0x18, 0x1A: end(with: nil)
        default: state = .string(introducer: nil)
        }
    }

    private mutating func takeStringEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): end(with: nil)
        case 0x1B: break
        default: takeEscape(byte)
        }
    }

    private mutating func takePaste(_ byte: UInt8) {
        guard pasted.append(byte) else { return }
        let text = pasted.text
        pasted = PasteBuffer()
        end(with: text.isEmpty ? nil : .paste(text))
    }
}
