import Screen
import Testing

@testable import Dashboard

@Suite struct EditorRowsTests {
    private func texts(_ text: String, columns: Int) -> [String] {
        TextEditor(text: text).rows(columns: columns).map(\.text.plain)
    }

    @Test func `lines break at blanks and leave a column for the cursor`() {
        #expect(texts("eins zwei drei", columns: 10) == ["eins zwei ", "drei"])
        #expect(texts("eins zweis drei", columns: 10) == ["eins ", "zweis ", "drei"])
        #expect(texts("äpfel für öl", columns: 10) == ["äpfel für ", "öl"])
        #expect(texts("a\n\nb\n", columns: 10) == ["a", "", "b", ""])
        #expect(texts("", columns: 10) == [""])
    }

    @Test func `rows know their characters and where lines end`() {
        let rows = TextEditor(text: "ab cd\nef").rows(columns: 4)
        #expect(rows.map(\.range) == [0..<3, 3..<5, 6..<8])
        #expect(rows.map(\.endsLine) == [false, true, true])
    }

    @Test(arguments: [1, 2, 3, 7, 80])
    func `nothing is drawn beyond the field and the cursor stays in it`(columns: Int) {
        let text = "日本語 ab\tcd      \u{202E}\u{1B}[31m x\u{308}\n🇩🇪👨‍👩‍👧\n" + String(repeating: " ", count: 20)
        for cursor in 0...TextEditor(text: text).text.count {
            let editor = TextEditor(text: text, cursor: cursor)
            let rows = editor.rows(columns: columns)
            let point = editor.cursorPoint(columns: columns)
            #expect(rows.allSatisfy { $0.text.columns <= columns })
            #expect((0..<columns).contains(point.column))
            #expect(rows.indices.contains(point.row))
        }
    }

    @Test(arguments: [
        (0, Point(column: 0, row: 0)), (5, Point(column: 0, row: 1)), (9, Point(column: 4, row: 1)),
        (10, Point(column: 0, row: 2)), (12, Point(column: 4, row: 2)),
    ])
    func `the cursor stands where its character is drawn`(cursor: Int, point: Point) {
        #expect(TextEditor(text: "eins zwei\n日本", cursor: cursor).cursorPoint(columns: 6) == point)
    }

    @Test func `up and down go by rows and keep their column`() {
        var editor = TextEditor(text: "eins zwei drei\nx\nvierundzwanzig", cursor: 12)
        #expect(offsets(&editor, .down, 3, columns: 10) == [16, 19, 28])
        #expect(offsets(&editor, .control("n"), 1, columns: 10) == [28])
        #expect(offsets(&editor, .up, 5, columns: 10) == [19, 16, 12, 2, 2])
    }

    @Test func `wide characters are not split by the goal column`() {
        var editor = TextEditor(text: "abc\n日本", cursor: 3)
        #expect(offsets(&editor, .down, 1, columns: 20) == [5])
        #expect(offsets(&editor, .up, 1, columns: 20) == [3])
    }

    @Test func `going sideways sets a new goal`() {
        var editor = TextEditor(text: "abcdef\nx\nabcdef", cursor: 5)
        _ = editor.press(.down)
        _ = editor.press(.home)
        #expect(offsets(&editor, .down, 1, columns: 20) == [9])
    }

    @Test func `a window scrolls no further than the cursor takes`() {
        let text = (0..<10).map(String.init).joined(separator: "\n")
        let size = Size(columns: 10, rows: 3)
        let bottom = TextEditor(text: text).window(size)
        #expect(bottom.rows.map(\.text.plain) == ["7", "8", "9"])
        #expect(bottom.cursor == Point(column: 1, row: 2))
        #expect(bottom.rowCount == 10)
        let middle = TextEditor(text: text, cursor: 16).window(size, firstRow: 7)
        #expect(middle.firstRow == 7)
        let top = TextEditor(text: text, cursor: 8).window(size, firstRow: 7)
        #expect(top.rows.map(\.text.plain) == ["4", "5", "6"])
        #expect(TextEditor(text: "a").window(Size(columns: 0, rows: 0), firstRow: 99).rows.count == 1)
    }

    private func offsets(_ editor: inout TextEditor, _ key: Key, _ times: Int, columns: Int) -> [Int] {
        (0..<times).map { _ in
            let isHandled = editor.press(key, columns: columns)
            #expect(isHandled)
            return editor.cursor
        }
    }
}
