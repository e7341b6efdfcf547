/// A screenful of cells that panes draw into. Every coordinate is clipped; none can crash.
package struct CellGrid: Hashable, Sendable {
    /// In cells.
    package let size: Size
    /// Row by row.
    private var cells: [Cell]

    /// A blank grid; negative sizes count as nothing.
    package init(size: Size) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    /// The whole grid.
    package var bounds: Rect { Rect(origin: Point(column: 0, row: 0), size: size) }

    /// The cell at a point; a blank outside.
    package subscript(point: Point) -> Cell {
        bounds.contains(point) ? cells[point.row * size.columns + point.column] : .blank
    }

    /// The cells of a row, left to right; none outside.
    package func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// Draws a text, clipped to the grid and to `limit` columns. A wide glyph of which only half would be
    /// seen becomes a blank; a wide glyph of which half is overwritten loses the other half too.
    /// - Returns: the columns used, from `point.column`, clipped or not; never more than `limit`.
    @discardableResult
    package mutating func put(_ text: SafeText, at point: Point, style: Style, width limit: Int? = nil) -> Int {
        let limit = max(0, limit ?? .max)
        guard text.columns > 0, limit > 0 else { return 0 }
        let used = min(text.columns, limit)
        guard point.row >= 0, point.row < size.rows, point.column < size.columns else { return used }
        guard point.column > -used else { return used }
        let end = min(size.columns, point.column + used)
        guard end > 0 else { return used }
        var column = point.column
        for glyph in text.glyphs {
            guard column < end else { break }
            place(glyph, at: column, end: end, row: point.row, style: style)
            column += glyph.width
        }
        return used
    }

    /// Blanks a rectangle in a style.
    package mutating func fill(_ rect: Rect, style: Style) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for row in rect.row..<rect.endRow {
            split(at: rect.column, row: row)
            split(at: rect.endColumn, row: row)
            for column in rect.column..<rect.endColumn {
                cells[row * size.columns + column] = Cell(glyph: .blank, style: style)
            }
        }
    }

    /// Gives a style to what stands in a rectangle; a wide glyph at its edge takes it as a whole.
    package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for row in rect.row..<rect.endRow {
            var columns = rect.column..<rect.endColumn
            if self[Point(column: columns.lowerBound, row: row)].isContinuation {
                columns = (columns.lowerBound - 1)..<columns.upperBound
            }
            if columns.upperBound < size.columns, self[Point(column: columns.upperBound, row: row)].isContinuation {
                columns = columns.lowerBound..<(columns.upperBound + 1)
            }
            for column in columns {
                let index = row * size.columns + column
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// Writes one glyph; `column` may be left of the grid, `end` is the first column that is not drawn.
    private mutating func place(_ glyph: Glyph, at column: Int, end: Int, row: Int, style: Style) {
        let last = column + glyph.width - 1
        guard last >= 0 else { return }
        let isWhole = column >= 0 && last < end
        split(at: max(0, column), row: row)
        split(at: min(end, last + 1), row: row)
        for target in max(0, column)...min(end - 1, last) {
            let shown: Glyph = !isWhole ? .blank : target == column ? glyph : .continuation
            cells[row * size.columns + target] = Cell(glyph: shown, style: style)
        }
    }

    /// Blanks a wide glyph that straddles the left edge of `column`.
    private mutating func split(at column: Int, row: Int) {
        guard column > 0, column < size.columns else { return }
        let index = row * size.columns + column
        guard cells[index].isContinuation else { return }
        cells[index - 1].glyph = .blank
        cells[index].glyph = .blank
    }

    /// Replaces every cell of a row whose glyphs are not ASCII; the widths stay.
    mutating func mapGlyphs(_ change: (Glyph) -> Glyph) {
        for index in cells.indices { cells[index].glyph = change(cells[index].glyph) }
    }
}
