extension CellGrid {
    /// Draws a line of one glyph: across if `isVertical` is false, else down; `length` in cells.
    package mutating func putRule(
        _ ornament: String, from point: Point, length: Int, isVertical: Bool = false, style: Style
    ) {
        let glyph = SafeText(ornament).prefix(columns: 1)
        guard glyph.columns == 1 else { return }
        let area =
            isVertical
            ? Rect(origin: point, size: Size(columns: 1, rows: length))
            : Rect(origin: point, size: Size(columns: length, rows: 1))
        let visible = area.intersection(bounds)
        guard !visible.isEmpty else { return }
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn {
                put(glyph, at: Point(column: column, row: row), style: style)
            }
        }
    }

    /// The rows as they are read, trailing blanks kept; the second cell of a wide glyph adds nothing.
    package var text: [String] {
        (0..<size.rows).map { index in
            var line = ""
            for cell in row(index) { cell.glyph.write(to: &line) }
            return line
        }
    }

    /// A letter for each cell's style: `.` for the terminal's own, then `a`, `b` … as they appear (`#` when
    /// letters run out); `styleLegend` explains them. For snapshots.
    package var styleLetters: [String] {
        let letters = lettersByStyle
        return (0..<size.rows).map { index in
            String(row(index).map { letters[$0.style] ?? "#" })
        }
    }

    /// The letters of `styleLetters` with what they stand for, one line each.
    package var styleLegend: [String] {
        lettersByStyle.filter { $0.value != "." }.sorted { $0.value < $1.value }.map { "\($1) \($0)" }
    }

    /// The grid in ASCII, column for column: what `LANG=C` may show.
    package func ascii() -> CellGrid {
        var grid = self
        var wide = Glyph.blank
        grid.mapGlyphs { glyph in
            if glyph.width == 0 { return wide }
            wide = AsciiForm.glyph(for: glyph)
            return wide
        }
        return grid
    }

    /// The grid with SGR sequences (ECMA-48, 8.3.117); each line ends with a reset and a newline.
    package func ansi() -> String {
        var output = ""
        for index in 0..<size.rows {
            var style = Style.standard
            for cell in row(index) where cell.width > 0 {
                if cell.style != style {
                    style = cell.style
                    output += style.sgr
                }
                cell.glyph.write(to: &output)
            }
            output += "\u{1B}[0m\n"
        }
        return output
    }

    private var lettersByStyle: [Style: Character] {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        var letters: [Style: Character] = [.standard: "."]
        for index in 0..<size.rows {
            for cell in row(index) where letters[cell.style] == nil {
                let next = letters.count - 1
                guard next < alphabet.count else { return letters }
                letters[cell.style] = alphabet[next]
            }
        }
        return letters
    }
}
