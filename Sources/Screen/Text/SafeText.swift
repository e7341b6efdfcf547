/// Text that may be sent to a terminal: the only kind the drawing layer takes.
///
/// What is measured is exactly what is sent: each glyph is one base scalar of known width and at most four
/// marks. No C0, C1, bidi control, invisible or disputed scalar gets in; see `SafeTextBuilder` for the rules.
package struct SafeText: Hashable, Sendable {
    /// In the order they are sent.
    package private(set) var glyphs: [Glyph]
    /// The width, in columns.
    package private(set) var columns: Int
    /// How many scalars of the raw text are not sent (invisible ones, surplus and floating marks).
    package private(set) var hiddenCount: Int
    /// `hiddenCount` without the joiners and selectors of everyday emoji, Arabic and Indic spelling: what a
    /// badge should warn of.
    package private(set) var deceptiveCount: Int

    init(glyphs: [Glyph], columns: Int, hiddenCount: Int = 0, deceptiveCount: Int = 0) {
        self.glyphs = glyphs
        self.columns = columns
        self.hiddenCount = hiddenCount
        self.deceptiveCount = deceptiveCount
    }

    /// No text.
    package init() {
        self.init(glyphs: [], columns: 0)
    }

    /// The text for a one-line field: controls become pictures (`^X` in ASCII), invisible scalars are dropped
    /// and counted.
    package init(_ raw: String, repertoire: Repertoire = .unicode) {
        var builder = SafeTextBuilder(style: .field, repertoire: repertoire)
        builder.reserve(raw.utf8.count)
        builder.append(raw)
        self = builder.text
    }

    /// The beginning of a text that may be megabytes long, at most `maxColumns` wide, closed with `mark` if
    /// anything is missing. Reads no more of `raw` than it needs; the hidden are counted as far as it read.
    package init(_ raw: String, maxColumns: Int, mark: String = "…", repertoire: Repertoire = .unicode) {
        var builder = SafeTextBuilder(style: .field, repertoire: repertoire)
        builder.reserve(min(raw.utf8.count, max(0, maxColumns)))
        let isWhole = builder.append(raw, until: max(0, maxColumns))
        let text = builder.text
        let mark = SafeText(mark, repertoire: repertoire)
        if isWhole || text.columns > maxColumns {
            self = text.truncated(to: maxColumns, mark: mark.plain)
        } else {
            self = (text + mark).prefix(columns: maxColumns)
        }
    }

    /// Takes over what the whole text hides, for a part that stands for it.
    mutating func takeCounts(of whole: SafeText) {
        hiddenCount = whole.hiddenCount
        deceptiveCount = whole.deceptiveCount
    }

    /// Whether nothing is sent.
    package var isEmpty: Bool { glyphs.isEmpty }

    /// What is sent to the terminal.
    package var plain: String {
        var text = ""
        text.reserveCapacity(glyphs.count)
        for glyph in glyphs { glyph.write(to: &text) }
        return text
    }

    /// One text after the other.
    package static func + (left: SafeText, right: SafeText) -> SafeText {
        SafeText(
            glyphs: left.glyphs + right.glyphs,
            columns: left.columns + right.columns,
            hiddenCount: left.hiddenCount + right.hiddenCount,
            deceptiveCount: left.deceptiveCount + right.deceptiveCount
        )
    }

    /// Appends a text.
    package static func += (left: inout SafeText, right: SafeText) {
        left.glyphs += right.glyphs
        left.columns += right.columns
        left.hiddenCount += right.hiddenCount
        left.deceptiveCount += right.deceptiveCount
    }
}

extension SafeText: CustomStringConvertible {
    /// What is sent.
    package var description: String { plain }
}

/// Which characters the terminal's locale can show.
package enum Repertoire: Hashable, Sendable {
    case unicode
    /// `LANG=C`: nothing above U+007E is sent.
    case ascii
}
