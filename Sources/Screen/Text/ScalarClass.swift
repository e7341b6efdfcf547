/// How a scalar may appear on the screen.
package enum ScalarClass: UInt32, Sendable {
    /// One column.
    case narrow
    /// Two columns (East Asian Width W or F).
    case wide
    /// No column of its own: stands on the glyph before it (Mn, Me, conjoining vowels and finals of Hangul).
    case mark
    /// Private, unassigned, or its width is disputed: drawn as U+FFFD.
    case unknown
    /// Default_Ignorable_Code_Point (UAX #44), bidi and other format controls, noncharacters: never sent.
    case hidden
    /// C0, DEL, C1, U+2028 and U+2029: shown by a picture or a number.
    case control

    /// The class of a scalar, by the table made from glibc 2.36 and Unicode 14.
    package init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x300 {
            self = Self.latin(value)
        } else {
            self = Self.lookup(value)
        }
    }

    private static func latin(_ value: UInt32) -> ScalarClass {
        if value < 0x20 || (0x7F..<0xA0).contains(value) { return .control }
        return value == 0xAD ? .hidden : .narrow
    }

    private static func lookup(_ value: UInt32) -> ScalarClass {
        let wanted = value << 3 | 7
        let run = runs.withUnsafeBufferPointer { runs in
            var low = 0
            var high = runs.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if runs[middle] <= wanted { low = middle } else { high = middle }
            }
            return runs[low]
        }
        return ScalarClass(rawValue: run & 7) ?? .unknown
    }
}

/// Widths in columns, by the own table.
package enum TextWidth {
    /// The columns a scalar takes when it is sent as it is: 0 for marks, 1 or 2; nil: it is never sent.
    /// Equals glibc 2.36's `wcwidth` under C.UTF-8, by which ncurses lays out.
    package static func columns(of scalar: Unicode.Scalar) -> Int? {
        switch ScalarClass(scalar) {
        case .narrow: 1
        case .wide: 2
        case .mark: 0
        case .unknown, .hidden, .control: nil
        }
    }

    /// The columns of an outside text once it is made safe for a one-line field.
    package static func columns(of raw: String) -> Int {
        SafeText(raw).columns
    }
}
