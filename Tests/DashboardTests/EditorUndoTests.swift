import Screen
import Testing

@testable import Dashboard

@Suite struct EditorUndoTests {
    private func typed(_ text: String) -> TextEditor {
        var editor = TextEditor()
        for character in text { _ = editor.press(character == "\n" ? .enter : .character(character)) }
        return editor
    }

    @Test func `undo takes a word and the blanks behind it`() {
        var editor = typed("Moin  liebe Leute")
        let texts = (0..<4).map { _ in
            _ = editor.press(.control("_"))
            return editor.text
        }
        #expect(texts == ["Moin  liebe ", "Moin  ", "", ""])
    }

    @Test func `redo brings it back until something is typed`() {
        var editor = typed("Moin Leute")
        _ = editor.press(.control("_"))
        _ = editor.press(.alt("_"))
        #expect(editor.text == "Moin Leute")
        #expect(editor.cursor == 10)
        _ = editor.press(.control("_"))
        _ = editor.press(.character("x"))
        _ = editor.press(.alt("_"))
        #expect(editor.text == "Moin x")
    }

    @Test func `moving the cursor ends a step`() {
        var editor = typed("ab")
        _ = editor.press(.left)
        _ = editor.press(.character("c"))
        _ = editor.press(.control("_"))
        #expect(editor.text == "ab")
        #expect(editor.cursor == 1)
    }

    @Test func `a run of backspaces is undone by words`() {
        var editor = typed("ab cd")
        for _ in 0..<4 { _ = editor.press(.backspace) }
        #expect(editor.text == "a")
        let texts = (0..<3).map { _ in
            _ = editor.press(.control("_"))
            return editor.text
        }
        #expect(texts == ["ab", "ab ", "ab cd"])
    }

    @Test func `a mark that joined a letter is undone alone after a pause`() {
        var editor = typed("a")
        _ = editor.press(.right)
        _ = editor.press(.character("\u{308}"))
        #expect(editor.text == "ä")
        _ = editor.press(.control("_"))
        #expect(editor.text == "a")
    }

    @Test func `a thousand steps are kept`() {
        var editor = TextEditor()
        for _ in 0..<1005 { _ = editor.press(.paste("x")) }
        for _ in 0..<1005 { _ = editor.press(.control("_")) }
        #expect(editor.text == "xxxxx")
    }

    @Test func `heavy steps are dropped, the last is kept`() {
        var history = UndoHistory()
        let heavy = TextChange(
            offset: 0, removed: String(repeating: "x", count: UndoHistory.weightLimit), removedCount: 0,
            inserted: "", insertedCount: 0, cursorBefore: 0, cursorAfter: 0)
        history.record(heavy, joins: false)
        history.record(heavy, joins: false)
        let steps = [history.undo(), history.undo(), history.redo()]
        #expect(steps == [[heavy], nil, [heavy]])
    }
}
