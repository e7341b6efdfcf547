import Screen

/// A row of an editor's text as it is drawn.
package struct EditorRow: Equatable, Sendable {
    /// Its characters in the text, without the line break.
    package var range: Range<Int>
    /// At most as wide as the field; what is hidden is named.
    package var text: SafeText
    /// Whether the line ends here, else it goes on in the next row.
    package var endsLine: Bool
}

/// The part of an editor that fits on the screen.
package struct EditorWindow: Equatable, Sendable {
    /// From the top of the field.
    package var rows: [EditorRow]
    /// In the field.
    package var cursor: Point
    /// The first row shown; to be handed in again for the next frame, so that nothing jumps.
    package var firstRow: Int
    /// Of the whole text.
    package var rowCount: Int
}

/// All lines of a text in rows. Costs as much as the text is long; texts are made for single rows only.
struct EditorLayout {
    private var lines: [(start: Int, firstRow: Int, layout: LineLayout)] = []
    private(set) var rowCount = 0
    private let cursor: Int

    init(_ buffer: TextBuffer, columns: Int) {
        cursor = buffer.cursor
        for line in buffer.characters.split(separator: "\n", omittingEmptySubsequences: false) {
            let layout = LineLayout(line, columns: columns)
            lines.append((line.startIndex, rowCount, layout))
            rowCount += layout.rows.count
        }
    }

    var cursorPoint: Point {
        let line = lines[lineIndex { $0.start <= cursor }]
        let offset = cursor - line.start
        return Point(column: line.layout.column(of: offset), row: line.firstRow + line.layout.row(of: offset))
    }

    func rows(_ range: Range<Int>) -> [EditorRow] {
        range.clamped(to: 0..<rowCount).map(row)
    }

    private func row(_ index: Int) -> EditorRow {
        let line = lines[lineIndex { $0.firstRow <= index }]
        let row = index - line.firstRow
        let range = line.layout.rows[row]
        return EditorRow(
            range: (line.start + range.lowerBound)..<(line.start + range.upperBound),
            text: line.layout.text(row: row), endsLine: row == line.layout.rows.count - 1)
    }

    /// The last line for which a condition holds that holds for the first.
    private func lineIndex(where holds: ((start: Int, firstRow: Int, layout: LineLayout)) -> Bool) -> Int {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if holds(lines[middle]) { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
