import Testing

@testable import Screen

@Suite struct RectTests {
    private let rect = Rect(column: 2, row: 1, columns: 10, rows: 5)

    @Test(arguments: [-3, 0, 2, 5, 99])
    func `rows are split without loss`(count: Int) {
        for (top, bottom) in [rect.split(rowsFromTop: count), rect.split(rowsFromBottom: count)] {
            #expect(top.rows + bottom.rows == rect.rows)
            #expect(top.endRow == bottom.row)
            #expect(top.columns == rect.columns && bottom.columns == rect.columns)
        }
        #expect(rect.split(rowsFromBottom: count).bottom.rows == rect.split(rowsFromTop: count).top.rows)
    }

    @Test(arguments: [-3, 0, 4, 10, 99])
    func `columns are split without loss`(count: Int) {
        for (left, right) in [rect.split(columnsFromLeft: count), rect.split(columnsFromRight: count)] {
            #expect(left.columns + right.columns == rect.columns)
            #expect(left.endColumn == right.column)
            #expect(left.rows == rect.rows && right.rows == rect.rows)
        }
    }

    @Test func `intersection is clipped`() {
        let screen = Rect(columns: 5, rows: 3)
        #expect(rect.intersection(screen) == Rect(column: 2, row: 1, columns: 3, rows: 2))
        #expect(rect.intersection(Rect(column: 50, row: 50, columns: 1, rows: 1)).isEmpty)
        #expect(rect.contains(Point(column: 11, row: 5)))
        #expect(!rect.contains(Point(column: 12, row: 5)))
    }
}
