import Foundation
import Screen
import Testing

@Suite struct ClipboardTests {
    @Test func `a text is sent in base64, to the clipboard, and nothing is asked for`() {
        #expect(
            ClipboardSequence.bytes(of: "Grüße").map { String(decoding: $0, as: UTF8.self) }
                == "\u{1B}]52;c;R3LDvMOfZQ==\u{7}")
        #expect(ClipboardSequence.bytes(of: "").map { String(decoding: $0, as: UTF8.self) } == "\u{1B}]52;c;\u{7}")
    }

    @Test(arguments: ["\u{1B}]52;c;?\u{7}", "\u{7}", "\u{1B}\\", "\u{9C}", "日本", "a\nb"])
    func `nothing in a text ends the sequence early`(text: String) throws {
        let bytes = try #require(ClipboardSequence.bytes(of: text))
        #expect(bytes.dropFirst().allSatisfy { $0 == 7 || $0 >= 0x20 && $0 < 0x7F })
        #expect(bytes.count { $0 == 7 } == 1)
        #expect(bytes.count { $0 == 0x1B } == 1)
    }

    @Test func `a text that is too long is not sent, and the longest one is`() {
        let longest = String(repeating: "a", count: ClipboardSequence.textLimit)
        #expect(ClipboardSequence.bytes(of: longest).map { $0.count <= ClipboardSequence.limit + 8 } == true)
        #expect(ClipboardSequence.bytes(of: longest + "a") == nil)
    }

    @Test(arguments: [
        ("Hallo\tdu\n", "Hallo\tdu\n", 0), ("a\r\nb\rc", "a\nb\nc", 0), ("rm\u{1B}[201~ -rf\u{8}", "rm[201~ -rf", 2),
        ("a\u{202E}b\u{200B}c\u{FEFF}", "abc", 3), ("👩‍👩‍👧 ❤️ क्‍ष", "👩‍👩‍👧 ❤️ क्‍ष", 0), ("e\u{301}日本", "e\u{301}日本", 0),
        ("\u{0}\u{7F}\u{85}\u{9B}31m", "31m", 4), ("\u{2028}x", "x", 1), ("", "", 0), ("\u{E0041}x", "x", 1),
    ])
    func `what is copied may be pasted into a shell`(raw: String, text: String, leftOut: Int) {
        let copied = CopiedText(raw)
        #expect(copied.text == text)
        #expect(copied.leftOut == leftOut)
    }
}
