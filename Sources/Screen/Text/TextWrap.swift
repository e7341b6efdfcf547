/// Where lines break: at blanks, and inside a word only if it is wider than a whole row.
package enum TextWrap {
    /// One thing that is not broken.
    package struct Unit: Hashable, Sendable {
        /// In columns.
        package var width: Int
        /// Whether a row may end behind it.
        package var isBlank: Bool

        /// A unit of a width in columns.
        package init(width: Int, isBlank: Bool) {
            self.width = width
            self.isBlank = isBlank
        }
    }

    /// The rows as ranges of indices, without gaps, at least one. Blanks before a break hang at the end of
    /// their row and may exceed it; everything else fits, unless one unit alone is wider than `columns`.
    package static func rows(of units: [Unit], columns: Int) -> [Range<Int>] {
        rows(count: units.count, columns: columns) { units[$0] }
    }

    static func rows(count: Int, columns: Int, unit: (Int) -> Unit) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0
        var width = 0
        /// The index after the last blank of this row, and the width up to it.
        var chance: (index: Int, width: Int)?
        for index in 0..<count {
            let next = unit(index)
            if !next.isBlank, width + next.width > columns, index > start {
                let end = chance?.index ?? index
                rows.append(start..<end)
                width -= chance?.width ?? width
                start = end
                chance = nil
                // What was carried over may itself fill the row, when a wide glyph came last.
                if width + next.width > columns, index > start {
                    rows.append(start..<index)
                    start = index
                    width = 0
                }
            }
            width += next.width
            if next.isBlank { chance = (index + 1, width) }
        }
        rows.append(start..<count)
        return rows
    }
}

extension SafeText {
    /// The text in rows of at most `columns`, broken at blanks, else hard; blanks at a break are left out.
    /// An empty text is one empty row; no row at all where there is no column. A wide glyph in a single
    /// column becomes U+FFFD.
    package func wrapped(to columns: Int) -> [SafeText] {
        guard columns > 0 else { return [] }
        if self.columns <= columns { return [self] }
        let fitting = columns > 1 ? self : narrowed()
        let glyphs = fitting.glyphs
        let rows = TextWrap.rows(count: glyphs.count, columns: columns) {
            TextWrap.Unit(width: glyphs[$0].width, isBlank: glyphs[$0].isBlank)
        }
        var wrapped = rows.map { fitting.part($0).trimmingLastBlanks() }
        wrapped[0].takeCounts(of: self)
        return wrapped
    }

    private func narrowed() -> SafeText {
        SafeText(glyphs: glyphs.map { $0.width == 1 ? $0 : .replacement }, columns: glyphs.count)
    }

    /// Without the blanks at its end.
    package func trimmingLastBlanks() -> SafeText {
        guard let last = glyphs.lastIndex(where: { !$0.isBlank }) else { return SafeText() }
        return last == glyphs.count - 1 ? self : part(0..<(last + 1))
    }
}
