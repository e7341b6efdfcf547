import Testing

@testable import Screen

@Suite struct SafeTextLinesTests {
    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb", ["a", "b"]), ("a\rb", ["a␍b"]), ("a\n", ["a"]),
        ("\n\n", ["", ""]), ("a\r\n", ["a"]), ("a\n\r", ["a", "␍"]), ("a\u{2028}b", ["a<U+2028>b"]),
    ])
    func `LF and CRLF break, nothing else does`(raw: String, lines: [String]) {
        #expect(SafeText.lines(of: raw).map(\.plain) == lines)
    }

    @Test(arguments: [
        ("\tx", "        x"), ("abc\tx", "abc     x"), ("12345678\tx", "12345678        x"), ("漢\tx", "漢      x"),
    ])
    func `a TAB goes to the next stop`(raw: String, shown: String) {
        #expect(SafeText.lines(of: raw).map(\.plain) == [shown])
    }

    @Test(arguments: [
        ("a\u{202E}b", "a<RLO>b"), ("a\u{200B}b", "a<ZWSP>b"), ("a\u{200B}\u{200B}\u{200B}", "a<ZWSP x3>"),
        ("\u{E0061}\u{E0062}", "<U+E0061><U+E0062>"), ("\u{FFFE}", "<U+FFFE>"), ("\u{FEFF}x", "<BOM>x"),
        ("\u{301}a", "<U+0301>a"), ("a\u{FE0F}", "a<VS16>"), ("❤️", "❤"), ("👨‍👩‍👧!", "👨👩👧!"), ("a\u{200D}b", "a<ZWJ>b"),
    ])
    func `what is hidden is named`(raw: String, shown: String) {
        #expect(SafeText.lines(of: raw).map(\.plain) == [shown])
    }

    @Test func `surplus marks are named once`() {
        let lines = SafeText.lines(of: "Z" + String(repeating: "\u{300}", count: 5_000) + "b")
        #expect(lines.map(\.plain) == ["Z\u{300}\u{300}\u{300}\u{300}<+4996>b"])
        #expect(lines[0].hiddenCount == 4_996)
    }

    @Test func `a joiner does not count as ordinary across a line`() {
        #expect(SafeText.lines(of: "👨\u{200D}\n👩").map(\.plain) == ["👨<ZWJ>", "👩"])
    }

    @Test(arguments: NastyText.all)
    func `no nasty text gets through`(raw: String) {
        for line in SafeText.lines(of: raw) { expectSafe(line, from: raw) }
        for line in SafeText.lines(of: raw, repertoire: .ascii) { expectSafe(line, from: raw, repertoire: .ascii) }
    }
}
