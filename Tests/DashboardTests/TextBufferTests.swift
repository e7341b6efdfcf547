import TestSupport
import Testing

@testable import Dashboard

@Suite struct TextBufferTests {
    @Test func `a mark typed behind a letter becomes one character with it`() {
        var buffer = TextBuffer("au", cursor: 1)
        _ = buffer.replace(1..<1, with: "\u{308}")
        #expect(buffer.characters == ["ä", "u"])
        #expect(buffer.cursor == 1)
    }

    @Test func `flags behind a typed half are paired anew`() {
        var buffer = TextBuffer("🇩🇪🇫🇷🇪🇸", cursor: 1)
        _ = buffer.replace(1..<1, with: "\u{1F1E6}")
        #expect(buffer.characters == Array(buffer.text))
        #expect(buffer.count == 4)
    }

    @Test(arguments: [("a\r\nb", "a\nb"), ("a\rb\r", "a\nb\n"), ("\r\r\n\n", "\n\n\n"), ("a\nb", "a\nb")])
    func `every line break is LF`(source: String, expected: String) {
        #expect(TextBuffer(source).text == expected)
    }

    @Test(arguments: 0..<40)
    func `random edits keep characters, cursor and undo in step with the text`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "a", " ", "\n", "\u{308}", "🇩", "🇪", "👨", "\u{200D}", "👩", "\r\n", "한", "क", "\u{94D}", "\u{FE0F}",
            "e\u{301}x", "",
        ]
        var buffer = TextBuffer("Grüße 🇩🇪🇫🇷\n👨‍👩‍👧")
        let original = buffer
        var changes: [TextChange] = []
        for _ in 0..<60 {
            let lower = Int.random(in: 0...buffer.count, using: &random)
            let upper = min(buffer.count, lower + Int.random(in: 0...2, using: &random))
            changes.append(buffer.replace(lower..<upper, with: pieces.randomElement(using: &random) ?? ""))
            #expect(buffer.characters == Array(buffer.text))
            #expect((0...buffer.count).contains(buffer.cursor))
        }
        let final = buffer.text
        for change in changes.reversed() { buffer.revert(change) }
        #expect(buffer.characters == original.characters)
        for change in changes { buffer.reapply(change) }
        #expect(buffer.text.unicodeScalars.elementsEqual(final.unicodeScalars))
    }
}
