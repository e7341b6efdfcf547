/// What stands in one or two cells: a base scalar and at most four marks, all of them safe to send. ncurses'
/// `CCHARW_MAX` is 5; more marks are cut silently (setcchar(3x)).
///
/// Packed into 128 bits, since a screen holds thousands of them and every frame compares them.
package struct Glyph: Hashable, Sendable {
    /// A space.
    package static let blank = Glyph(ascii: 0x20)
    /// U+FFFD, for what cannot be shown.
    package static let replacement = Glyph(base: "\u{FFFD}", width: 1)
    /// The second cell of a wide glyph: nothing is sent for it.
    package static let continuation = Glyph(low: 0, high: 0)

    /// base (21 bits), width (2 bits), first mark (21 bits)
    private var low: UInt64
    /// marks two to four, 21 bits each
    private var high: UInt64

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Only for scalars the table knows as narrow or wide; see `SafeText` for the way in.
    init(base: Unicode.Scalar, width: Int) {
        low = UInt64(base.value) | UInt64(width) << 21
        high = 0
    }

    init(ascii byte: UInt8) {
        low = UInt64(byte) | 1 << 21
        high = 0
    }

    /// What stands in the cell.
    package var base: Unicode.Scalar { Self.scalar(low) }

    /// In columns: 1 or 2, and 0 for `continuation`.
    package var width: Int { Int(low >> 21 & 3) }

    /// What stands on it, at most four.
    package var marks: [Unicode.Scalar] {
        guard low >> 23 != 0 else { return [] }
        return [low >> 23, high, high >> 21, high >> 42].map(Self.scalar).filter { $0.value != 0 }
    }

    /// A blank shows nothing by itself, so that a mark on it would float.
    package var isBlank: Bool {
        switch base.value {
        case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x2800, 0x3000: true
        default: false
        }
    }

    /// Whether it is one byte of ASCII.
    package var isASCII: Bool { low & 0x1F_FFFF < 0x80 && low >> 23 == 0 }

    /// Adds a mark; false: the glyph has four already.
    mutating func add(_ mark: Unicode.Scalar) -> Bool {
        let bits = UInt64(mark.value)
        if low >> 23 == 0 {
            low |= bits << 23
            return true
        }
        for shift in [UInt64(0), 21, 42] where high >> shift & 0x1F_FFFF == 0 {
            high |= bits << shift
            return true
        }
        return false
    }

    /// Appends what is sent to the terminal.
    package func write(to text: inout String) {
        guard width > 0 else { return }
        text.unicodeScalars.append(base)
        guard low >> 23 != 0 else { return }
        text.unicodeScalars.append(contentsOf: marks)
    }

    private static func scalar(_ bits: UInt64) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(bits & 0x1F_FFFF)) ?? "\u{FFFD}"
    }
}
