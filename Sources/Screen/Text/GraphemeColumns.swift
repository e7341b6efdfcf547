/// One line that is being edited, character by character, with the columns each takes on the screen.
package struct GraphemeColumns: Hashable, Sendable {
    /// A `Character` of the line and what is drawn for it.
    package struct Entry: Hashable, Sendable {
        /// May be empty (a lone mark at the beginning is named, so that is rare).
        package var text: SafeText
        /// Where it begins, counted from the line's first column.
        package var column: Int
        /// Whether nothing of it is seen, so that a line may break behind it.
        package var isBlank: Bool

        /// In columns.
        package var width: Int { text.columns }
    }

    /// In the order of the line's characters.
    package let entries: [Entry]
    /// Of the whole line, in columns.
    package let columns: Int

    /// What is hidden is named, so that writers see what they send; a line break is shown as a picture.
    package init(_ line: String, repertoire: Repertoire = .unicode) {
        var builder = SafeTextBuilder(style: .detail, repertoire: repertoire)
        var entries: [Entry] = []
        var rest = line.unicodeScalars.makeIterator()
        var current = rest.next()
        for character in line {
            let firstGlyph = builder.glyphs.count
            let column = builder.columns
            for scalar in character.unicodeScalars {
                current = rest.next()
                builder.append(scalar, next: current)
            }
            builder.closeRun()
            let glyphs = Array(builder.glyphs[firstGlyph...])
            let text = SafeText(glyphs: glyphs, columns: builder.columns - column)
            entries.append(Entry(text: text, column: column, isBlank: glyphs.allSatisfy(\.isBlank)))
        }
        self.entries = entries
        columns = builder.columns
    }

    /// The whole line as it is drawn.
    package var text: SafeText {
        entries.reduce(into: SafeText()) { $0 += $1.text }
    }

    /// The cursor's column before the character at `offset` (0 ... count, clamped).
    package func column(at offset: Int) -> Int {
        if offset < 0 { return 0 }
        return offset < entries.count ? entries[offset].column : columns
    }

    /// The offset of the character that covers a column; the line's end beyond it.
    package func offset(atColumn column: Int) -> Int {
        entries.firstIndex { column < $0.column + $0.width } ?? entries.count
    }

    /// The rows of the line in a field of `columns`, as ranges of character offsets without gaps.
    package func rows(columns: Int) -> [Range<Int>] {
        TextWrap.rows(count: entries.count, columns: columns) {
            TextWrap.Unit(width: entries[$0].width, isBlank: entries[$0].isBlank)
        }
    }
}
