import Screen
import Testing

@testable import Dashboard

@Suite struct LineEditorTests {
    @Test func `readline's keys work on one line`() {
        var editor = LineEditor(text: "is:open rad")
        for key in [Key.control("w"), .home, .control("y"), .character(" "), .character("ü")] {
            let isHandled = editor.press(key)
            #expect(isHandled)
        }
        #expect(editor.text == "rad üis:open ")
        #expect(editor.cursor == 5)
    }

    @Test(arguments: [Key.enter, .tab, .escape, .function(2), .character("\n")])
    func `other keys are the prompt's`(key: Key) {
        var editor = LineEditor(text: "ab")
        let isHandled = editor.press(key)
        #expect(!isHandled)
        #expect(editor.text == "ab")
    }

    @Test(arguments: [("a\r\n\nb", "a b"), ("\na\n", "a"), ("a\tb", "a\tb"), ("\r\n", "")])
    func `line breaks become blanks`(pasted: String, expected: String) {
        var editor = LineEditor()
        let isHandled = editor.press(.paste(pasted))
        #expect(isHandled)
        #expect(editor.text == expected)
        #expect(LineEditor(text: pasted).text == expected)
    }

    @Test func `up and down walk the history and come back to the draft`() {
        var editor = LineEditor(text: "neu", history: ["alt\n", "jung"])
        let texts = [Key.up, .up, .up, .down, .control("n"), .down].map { key in
            let isHandled = editor.press(key)
            #expect(isHandled)
            return editor.text
        }
        #expect(texts == ["jung", "alt", "alt", "jung", "neu", "neu"])
    }

    @Test func `without a history up and down do nothing`() {
        var editor = LineEditor(text: "a")
        let areHandled = [editor.press(.up), editor.press(.down)]
        #expect(areHandled == [true, true])
        #expect(editor.text == "a")
    }

    @Test(arguments: 1...12)
    func `the cursor is in the window and what stands before it is shown`(columns: Int) {
        let text = "Räder 日本語 und mehr\u{200B}"
        for cursor in 0...text.count {
            let window = LineEditor(text: text, cursor: cursor).window(columns: columns)
            #expect((0..<columns).contains(window.cursorColumn))
            #expect(window.text.columns <= columns)
        }
    }

    @Test func `a short line is shown whole, a long one from where the half field begins`() {
        let window = LineEditor(text: "Räder").window(columns: 6)
        #expect(window.text.plain == "Räder")
        #expect(window.cursorColumn == 5)
        #expect(LineEditor(text: "Räderwerk").window(columns: 6).text.plain == "erk")
    }
}
