/// A rectangle of cells; never of negative size.
package struct Rect: Hashable, Sendable {
    /// The top left cell.
    package var origin: Point
    /// In cells.
    package var size: Size

    /// Negative sizes count as nothing.
    package init(origin: Point, size: Size) {
        self.origin = origin
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    }

    /// Negative sizes count as nothing.
    package init(column: Int = 0, row: Int = 0, columns: Int, rows: Int) {
        self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
    }

    /// The leftmost column.
    package var column: Int { origin.column }
    /// The topmost row.
    package var row: Int { origin.row }
    /// The width, in cells.
    package var columns: Int { size.columns }
    /// The height, in cells.
    package var rows: Int { size.rows }
    /// Whether it covers no cell.
    package var isEmpty: Bool { columns == 0 || rows == 0 }

    /// The first column right of it.
    package var endColumn: Int { Self.end(origin.column, columns) }
    /// The first row below it.
    package var endRow: Int { Self.end(origin.row, rows) }

    /// Whether it covers a point.
    package func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
    }

    /// What both cover; empty if nothing.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        let right = min(endColumn, other.endColumn)
        let bottom = min(endRow, other.endRow)
        guard right > left, bottom > top else { return Rect(column: left, row: top, columns: 0, rows: 0) }
        return Rect(column: left, row: top, columns: right - left, rows: bottom - top)
    }

    /// The first `count` rows, and what is below them. Counts are clamped to the rectangle.
    package func split(rowsFromTop count: Int) -> (top: Rect, bottom: Rect) {
        let count = min(max(0, count), rows)
        return (
            Rect(column: column, row: row, columns: columns, rows: count),
            Rect(column: column, row: row + count, columns: columns, rows: rows - count)
        )
    }

    /// What is above the last `count` rows, and these.
    package func split(rowsFromBottom count: Int) -> (top: Rect, bottom: Rect) {
        split(rowsFromTop: rows - min(max(0, count), rows))
    }

    /// The first `count` columns, and what is right of them.
    package func split(columnsFromLeft count: Int) -> (left: Rect, right: Rect) {
        let count = min(max(0, count), columns)
        return (
            Rect(column: column, row: row, columns: count, rows: rows),
            Rect(column: column + count, row: row, columns: columns - count, rows: rows)
        )
    }

    /// What is left of the last `count` columns, and these.
    package func split(columnsFromRight count: Int) -> (left: Rect, right: Rect) {
        split(columnsFromLeft: columns - min(max(0, count), columns))
    }

    private static func end(_ start: Int, _ length: Int) -> Int {
        let (sum, overflow) = start.addingReportingOverflow(length)
        return overflow ? .max : sum
    }
}
