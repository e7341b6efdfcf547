import Screen
import Testing

@testable import Dashboard

@Suite struct TextEditorTests {
    /// Text with `|` for the cursor, before and after keys.
    struct Case: Sendable, CustomTestStringConvertible {
        var before: String
        var keys: [Key]
        var after: String
        var testDescription: String { "\(before) \(keys.map(\.name)) \(after)" }

        init(_ before: String, _ keys: [Key], _ after: String) {
            self.before = before
            self.keys = keys
            self.after = after
        }
    }

    @Test(arguments: [
        Case("ab|c", [.control("a")], "|abc"), Case("x\nab|c\ny", [.home], "x\n|abc\ny"),
        Case("x\na|bc\ny", [.control("e")], "x\nabc|\ny"), Case("a|b", [.end], "ab|"),
        Case("a|b", [.control("b")], "|ab"), Case("|ab", [.left], "|ab"),
        Case("a|b", [.control("f")], "ab|"), Case("ab|", [.right], "ab|"),
        Case("für 👨‍👩‍👧|", [.left, .left], "für| 👨‍👩‍👧"),
        Case("foo-bär. |", [.alt("b")], "foo-|bär. "), Case("foo-|bär. ", [.controlLeft], "|foo-bär. "),
        Case("|foo-bär", [.alt("f")], "foo|-bär"), Case("foo|-bär", [.controlRight], "foo-bär|"),
    ])
    func `motions move`(example: Case) {
        check(example)
    }

    @Test(arguments: [
        Case("a|bc", [.control("d")], "a|c"), Case("a|bc", [.delete], "a|c"), Case("abc|", [.delete], "abc|"),
        Case("ab|c", [.control("h")], "a|c"), Case("ab|c", [.backspace], "a|c"), Case("a\n|b", [.backspace], "a|b"),
        Case("a e\u{301}|", [.backspace], "a |"),
        Case("a b|c\nd", [.control("k")], "a b|\nd"), Case("ab|\nd", [.control("k")], "ab|d"),
        Case("x\nab|c", [.control("u")], "x\n|c"), Case("x\n|c", [.control("u")], "x|c"),
        Case("see foo-bar  |", [.control("w")], "see |"), Case("see foo-bar|", [.alt("\u{7F}")], "see foo-|"),
        Case("|foo-bar", [.alt("d")], "|-bar"),
    ])
    func `deletions delete`(example: Case) {
        check(example)
    }

    @Test(arguments: [
        Case("a |b c", [.control("k"), .control("a"), .control("y")], "b c|a "),
        Case("|a b c", [.alt("d"), .alt("d"), .end, .control("y")], " ca b|"),
        Case("a b c|", [.control("w"), .control("w"), .home, .control("y")], "b c|a "),
        Case("a |b", [.control("u"), .control("k"), .control("y")], "a b|"),
        Case("a b|", [.control("w"), .left, .control("w"), .control("y")], "a| "),
        Case("a|", [.control("y")], "a|"),
    ])
    func `consecutive kills are yanked as one`(example: Case) {
        check(example)
    }

    @Test(arguments: [
        Case("ab|c", [.control("t")], "acb|"), Case("abc|", [.control("t")], "acb|"),
        Case("|abc", [.control("t")], "|abc"), Case("x\n|ab", [.control("t")], "x\n|ab"),
        Case("x\na|", [.control("t")], "x\na|"), Case("|", [.control("t")], "|"),
    ])
    func `transposing stays in its line`(example: Case) {
        check(example)
    }

    @Test(arguments: [
        Case("a|b", [.enter], "a\n|b"), Case("|", [.paste("x\r\ny\rz\n")], "x\ny\nz\n|"),
        Case("|", [.paste("")], "|"), Case("a|", [.paste("\u{1B}[31m\0")], "a\u{1B}[31m\0|"),
    ])
    func `text comes in whole`(example: Case) {
        check(example)
    }

    @Test(arguments: [
        Key.tab, .backTab, .escape, .insert, .pageUp, .pageDown, .function(1), .alt("\r"), .alt("x"), .control("c"),
        .control("g"),
    ])
    func `other keys are not handled and change nothing`(key: Key) {
        var editor = TextEditor(text: "ab", cursor: 1)
        let before = editor
        let isHandled = editor.press(key)
        #expect(!isHandled)
        #expect(editor == before)
    }

    @Test func `the cursor is clamped`() {
        #expect(TextEditor(text: "ab", cursor: 9).cursor == 2)
        #expect(TextEditor(text: "ab", cursor: -1).cursor == 0)
    }

    @Test func `a replaced text can be had back`() {
        var editor = TextEditor(text: "Hallo Mira", cursor: 5)
        editor.replaceAll(with: "Moin\r\n")
        #expect(editor.text == "Moin\n")
        let isHandled = editor.press(.control("_"))
        #expect(isHandled)
        #expect(editor.text == "Hallo Mira")
        #expect(editor.cursor == 5)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "Grüße an alle Räder, die rollen\n", "Grüße an alle ", "日本", "a\u{301}", "\u{301}", "🇩", "\u{202E}", "\n",
        ])
    func `keys in a text of 100 kB are cheap`(piece: String) {
        var editor = TextEditor(text: String(repeating: piece, count: 100_000 / piece.utf8.count))
        let keys: [Key] = [.character("ä"), .backspace, .up, .control("k"), .control("y"), .up, .down, .control("_")]
        for key in keys { _ = editor.press(key) }
        #expect(editor.window(Size(columns: 80, rows: 24)).rows.count <= 24)
    }

    private func check(_ example: Case) {
        var editor = marked(example.before)
        for key in example.keys {
            let isHandled = editor.press(key)
            #expect(isHandled)
        }
        let text = editor.text
        let index = text.index(text.startIndex, offsetBy: editor.cursor)
        #expect(text[..<index] + "|" + text[index...] == example.after)
    }

    private func marked(_ text: String) -> TextEditor {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        return TextEditor(text: String(parts[0] + parts[1]), cursor: parts[0].count)
    }
}
