/// What comes between `ESC [ 200 ~` and `ESC [ 201 ~`.
nonisolated struct PasteBuffer: Sendable {
    /// In bytes; what goes beyond is swallowed.
    static let limit = 1 << 20
    private static let terminator = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    private var matched = 0

    /// True: the paste is complete.
    mutating func append(_ byte: UInt8) -> Bool {
        if byte == Self.terminator[matched] {
            matched += 1
            return matched == Self.terminator.count
        }
        for known in Self.terminator[..<matched] { keep(known) }
        matched = byte == 0x1B ? 1 : 0
        if matched == 0 { keep(byte) }
        return false
    }

    /// The last byte was an ESC that may begin the end.
    var endsInEscape: Bool { matched == 1 }

    /// The text with LF as line end; other controls than LF and TAB, and what is no UTF-8, are left out.
    var text: String {
        var scalars = String.UnicodeScalarView()
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var wasReturn = false
        while true {
            switch decoder.decode(&iterator) {
            case .emptyInput: return String(scalars)
            case .error: continue
            case .scalarValue(let scalar):
                if let kept = Self.kept(scalar, afterReturn: wasReturn) { scalars.append(kept) }
                wasReturn = scalar == "\r"
            }
        }
    }

    private mutating func keep(_ byte: UInt8) {
        if bytes.count < Self.limit { bytes.append(byte) }
    }

    /// Terminals send a pasted line end as CR, some as CR LF.
    private static func kept(_ scalar: Unicode.Scalar, afterReturn: Bool) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0D: "\n"
        case 0x0A: afterReturn ? nil : scalar
        case 0x09: scalar
        case 0x00...0x1F, 0x7F...0x9F: nil
        default: scalar
        }
    }
}
