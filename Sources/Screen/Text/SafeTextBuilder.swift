/// Applies the display rule, scalar by scalar.
struct SafeTextBuilder {
    enum Style {
        /// One line: a TAB is one blank, line breaks are pictures, the hidden are dropped.
        case field
        /// The detail view: a TAB goes to the next stop, the hidden are named.
        case detail
    }

    /// In columns.
    static let tabStop = 8

    let style: Style
    let repertoire: Repertoire
    private(set) var glyphs: [Glyph] = []
    private(set) var columns = 0
    private var hiddenCount = 0
    private var deceptiveCount = 0
    /// Whether a mark may stand on the last glyph; not on blanks, nor on the pictures this type made.
    private var takesMarks = false
    private var previous: Unicode.Scalar?
    /// A run of the same hidden scalar, or of surplus marks, that the detail view has still to name.
    private var run = HiddenRun()

    init(style: Style, repertoire: Repertoire = .unicode) {
        self.style = style
        self.repertoire = repertoire
    }

    var text: SafeText {
        var closed = self
        closed.closeRun()
        return SafeText(
            glyphs: closed.glyphs, columns: closed.columns, hiddenCount: hiddenCount, deceptiveCount: deceptiveCount)
    }

    mutating func reserve(_ count: Int) {
        glyphs.reserveCapacity(count)
    }

    mutating func append(_ raw: String) {
        _ = append(raw, until: .max)
    }

    /// Appends until more than `limit` columns are there; false: it stopped before the end.
    mutating func append(_ raw: String, until limit: Int) -> Bool {
        // Megabytes of invisible scalars make no column, so they are bounded too.
        var budget = limit < Int.max / 16 ? limit * 8 + 4096 : Int.max
        var scalars = raw.unicodeScalars.makeIterator()
        var current = scalars.next()
        while let scalar = current {
            guard columns <= limit, budget > 0 else { return false }
            budget -= 1
            current = scalars.next()
            append(scalar, next: current)
        }
        return true
    }

    /// - Parameter next: what follows; it decides whether a joiner is ordinary.
    mutating func append(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
        defer { previous = scalar }
        if scalar.value >= 0x20, scalar.value < 0x7F {
            closeRun()
            put(Glyph(ascii: UInt8(truncatingIfNeeded: scalar.value)))
            takesMarks = scalar != " "
            return
        }
        switch ScalarClass(scalar) {
        case .narrow: put(scalar, width: 1)
        case .wide: put(scalar, width: 2)
        case .unknown: put("\u{FFFD}", width: 1)
        case .mark: putMark(scalar)
        case .hidden: hide(scalar, next: next)
        case .control: putControl(scalar)
        }
    }

    /// Names the hidden scalars that are still to be named.
    mutating func closeRun() {
        guard run.count > 0 else { return }
        let name = run.name
        run = HiddenRun()
        putASCII(name)
    }

    private mutating func put(_ glyph: Glyph) {
        glyphs.append(glyph)
        columns += glyph.width
    }

    private mutating func put(_ scalar: Unicode.Scalar, width: Int) {
        closeRun()
        let glyph = Glyph(base: scalar, width: width)
        switch repertoire {
        case .unicode:
            put(glyph)
            takesMarks = !glyph.isBlank
        case .ascii:
            for _ in 0..<width { put(AsciiForm.glyph(for: glyph)) }
            takesMarks = false
        }
    }

    private mutating func putASCII(_ text: String) {
        for byte in text.utf8 { put(Glyph(ascii: byte)) }
        takesMarks = false
    }

    private mutating func putMark(_ scalar: Unicode.Scalar) {
        if repertoire == .unicode, takesMarks, run.count == 0, let last = glyphs.indices.last, glyphs[last].add(scalar)
        {
            return
        }
        count(scalar, isOrdinary: repertoire == .ascii)
        guard style == .detail, repertoire == .unicode else { return }
        if !run.isSurplusMarks { closeRun() }
        run.addMark(scalar)
    }

    private mutating func hide(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
        let isOrdinary = HiddenScalar.isOrdinary(scalar, after: previous, before: next)
        count(scalar, isOrdinary: isOrdinary)
        guard style == .detail, !isOrdinary else { return }
        if run.isSurplusMarks || run.scalar != scalar { closeRun() }
        run.add(scalar)
    }

    private mutating func count(_ scalar: Unicode.Scalar, isOrdinary: Bool) {
        hiddenCount += 1
        if !isOrdinary { deceptiveCount += 1 }
    }

    private mutating func putControl(_ scalar: Unicode.Scalar) {
        closeRun()
        switch scalar.value {
        case 0x09:
            let blanks = style == .field ? 1 : Self.tabStop - columns % Self.tabStop
            for _ in 0..<blanks { put(.blank) }
        case 0x00...0x1F, 0x7F:
            putPicture(of: scalar)
        case 0x80...0x9F:
            putASCII("<\(String(scalar.value, radix: 16, uppercase: true))>")
        default:
            putASCII("<\(HiddenScalar.number(scalar))>")
        }
        takesMarks = false
    }

    private mutating func putPicture(of control: Unicode.Scalar) {
        switch repertoire {
        case .ascii:
            put(Glyph(ascii: UInt8(ascii: "^")))
            put(Glyph(ascii: UInt8(truncatingIfNeeded: control.value ^ 0x40)))
        case .unicode:
            let picture = control.value == 0x7F ? 0x2421 : 0x2400 + control.value
            put(Glyph(base: Unicode.Scalar(picture) ?? "\u{FFFD}", width: 1))
        }
    }
}

/// Hidden scalars that follow each other, named once: `<ZWSP>`, `<ZWSP x3>`, `<+4996>` for surplus marks.
private struct HiddenRun {
    private(set) var scalar: Unicode.Scalar?
    private(set) var count = 0
    private(set) var isSurplusMarks = false

    mutating func add(_ hidden: Unicode.Scalar) {
        scalar = hidden
        count += 1
    }

    mutating func addMark(_ mark: Unicode.Scalar) {
        if scalar == nil { scalar = mark }
        isSurplusMarks = true
        count += 1
    }

    var name: String {
        guard let scalar else { return "" }
        if isSurplusMarks { return count == 1 ? "<\(HiddenScalar.number(scalar))>" : "<+\(count)>" }
        let mark = HiddenScalar.mark(for: scalar)
        return count == 1 ? mark : "\(mark.dropLast()) x\(count)>"
    }
}
