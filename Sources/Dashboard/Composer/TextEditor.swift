import Screen

/// A text of many lines that is being written: readline's keys, and up and down by rows of the screen.
///
/// A value; drawing it and asking it is pure. Line breaks are LF, whatever was pasted.
package struct TextEditor: Equatable, Sendable {
    private var edited: EditedText
    /// The column up and down try to keep, in columns.
    private var goal: Int?

    /// - Parameter cursor: in characters, clamped; nil: at the end.
    package init(text: String = "", cursor: Int? = nil) {
        edited = EditedText(TextBuffer(text, cursor: cursor))
    }

    /// What was written.
    package var text: String { edited.buffer.text }

    /// Where the cursor stands, in characters of `text`.
    package var cursor: Int { edited.buffer.cursor }

    /// Whether nothing was written.
    package var isEmpty: Bool { edited.buffer.count == 0 }

    /// Puts another text in its place, as `$EDITOR` hands it back; undo brings the old one back.
    package mutating func replaceAll(with text: String) {
        goal = nil
        edited.replaceAll(with: text)
    }

    /// Inserts at the cursor, as one step for undo.
    package mutating func insert(_ text: String) {
        goal = nil
        edited.insert(text)
    }

    /// Does what a key does. A key of the editor counts as handled even where it has nothing to do.
    /// - Parameter columns: the width of the field, for up and down.
    /// - Returns: false for keys that are not the editor's: Tab, Esc, Alt-Enter, function keys.
    package mutating func press(_ key: Key, columns: Int = 80) -> Bool {
        switch key {
        case .up, .control("p"): moveRow(.up, columns: columns)
        case .down, .control("n"): moveRow(.down, columns: columns)
        default:
            guard let command = key == .enter ? .type("\n") : EditCommand(key) else { return false }
            goal = nil
            edited.perform(command)
        }
        return true
    }

    /// All rows of the text in a field of `columns`; at least one. Long texts: see `window`.
    package func rows(columns: Int) -> [EditorRow] {
        let layout = EditorLayout(edited.buffer, columns: columns)
        return layout.rows(0..<layout.rowCount)
    }

    /// Where the cursor stands, the row counted from the top of the text.
    package func cursorPoint(columns: Int) -> Point {
        EditorLayout(edited.buffer, columns: columns).cursorPoint
    }

    /// The rows that fit into a field, with the cursor's among them, scrolled no further than that takes.
    /// - Parameter firstRow: of the window before.
    package func window(_ size: Size, firstRow: Int = 0) -> EditorWindow {
        let layout = EditorLayout(edited.buffer, columns: size.columns)
        let height = max(1, size.rows)
        let cursor = layout.cursorPoint
        var first = min(max(0, firstRow), max(0, layout.rowCount - height))
        first = max(min(first, cursor.row), cursor.row - height + 1)
        return EditorWindow(
            rows: layout.rows(first..<(first + height)),
            cursor: Point(column: cursor.column, row: cursor.row - first),
            firstRow: first, rowCount: layout.rowCount)
    }

    private enum Direction { case up, down }

    private mutating func moveRow(_ direction: Direction, columns: Int) {
        let buffer = edited.buffer
        let here = LineRows(buffer, at: buffer.cursor, columns: columns)
        let row = here.layout.row(of: buffer.cursor - here.start)
        let column = goal ?? here.layout.column(of: buffer.cursor - here.start)
        goal = column
        switch direction {
        case .up where row > 0: edited.moveCursor(to: here.offset(row: row - 1, column: column))
        case .down where row < here.layout.rows.count - 1:
            edited.moveCursor(to: here.offset(row: row + 1, column: column))
        case .up where here.start > 0:
            let above = LineRows(buffer, at: here.start - 1, columns: columns)
            edited.moveCursor(to: above.offset(row: above.layout.rows.count - 1, column: column))
        case .down where here.end < buffer.count:
            edited.moveCursor(to: LineRows(buffer, at: here.end + 1, columns: columns).offset(row: 0, column: column))
        default: edited.moveCursor(to: buffer.cursor)
        }
    }
}

/// The rows of the line around an offset: up and down look at no other.
private struct LineRows {
    let start: Int
    let end: Int
    let layout: LineLayout

    init(_ buffer: TextBuffer, at offset: Int, columns: Int) {
        start = buffer.lineStart(at: offset)
        end = buffer.lineEnd(at: offset)
        layout = LineLayout(buffer.characters[start..<end], columns: columns)
    }

    /// In the text.
    func offset(row: Int, column: Int) -> Int {
        start + layout.offset(row: row, column: column)
    }
}
