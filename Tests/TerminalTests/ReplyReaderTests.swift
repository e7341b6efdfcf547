import Testing

@testable import Terminal

@Suite struct ReplyReaderTests {
    private static func read(_ text: String) -> [TerminalReply] {
        var reader = ReplyReader()
        return reader.read(Array(text.utf8))
    }

    @Test(arguments: [
        ("\u{1B}[12;5R", TerminalReply.cursor(row: 12, column: 5)),
        ("\u{1B}[?65;1;9c", .attributes([65, 1, 9])),
        ("\u{1B}[?6c", .attributes([6])),
        ("\u{1B}[?2026;2$y", .mode(2026, .reset)),
        ("\u{1B}[?2004;0$y", .mode(2004, .unknown)),
        ("\u{1B}[?2004;4$y", .mode(2004, .alwaysReset)),
        ("\u{1B}P1+r524742=382F382F38\u{1B}\\", .capability("RGB", value: "8/8/8")),
        ("\u{1B}P1+r524742\u{7}", .capability("RGB", value: "")),
        ("\u{1B}P0+r524742\u{1B}\\", .capability("RGB", value: nil)),
        ("\u{1B}P0+r\u{1B}\\", .capability("", value: nil)),
        ("\u{1B}P1$r0;38:2::1:130:77m\u{1B}\\", .rendition("0;38:2::1:130:77")),
        ("\u{1B}P0$r\u{1B}\\", .rendition(nil)),
        ("x", .typed(0x78)),
    ])
    func `an answer is read, in one piece and byte by byte`(text: String, reply: TerminalReply) {
        #expect(Self.read(text) == [reply])
        var reader = ReplyReader()
        #expect(text.utf8.flatMap { reader.read([$0]) } == [reply])
    }

    @Test(arguments: [
        "\u{1B}[?2026;9$y", "\u{1B}[?2026$y", "\u{1B}[2026;1$y", "\u{1B}[12R", "\u{1B}[R", "\u{1B}[999999;1R",
        "\u{1B}[-1;2R", "\u{1B}[>1;2c", "\u{1B}]l\u{1B}\\", "\u{1B}]0;rm -rf\u{7}",
        "\u{1B}P1+r5247421B\u{1B}\\", "\u{1B}P1+rzz\u{1B}\\", "\u{1B}P1$r;q\u{1B}\\", "\u{1B}Phello\u{1B}\\",
        "\u{1B}_payload\u{1B}\\", "\u{1B}[I", "\u{1B}[<0;3;4M",
    ])
    func `what is of another form is swallowed whole`(text: String) {
        #expect(Self.read(text) == [])
    }

    @Test(arguments: [0, 1, 127, 128, 129, 511, 512, 513, 100_000])
    func `however long an answer is, no more than its limit is kept and none of it is taken for keys`(count: Int) {
        let filler = String(repeating: "7", count: count)
        for text in ["\u{1B}P1+r\(filler)\u{1B}\\", "\u{1B}[?\(filler)c", "\u{1B}]52;c;\(filler)\u{7}"] {
            let replies = Self.read(text + "\u{1B}[3;4R")
            #expect(replies.last == .cursor(row: 3, column: 4))
            #expect(replies.count <= 2)
            #expect(!replies.contains { if case .typed = $0 { true } else { false } })
        }
    }

    /// CVE-2003-0063 and its kind: what a terminal sends back must never become a command.
    @Test func `noise yields bounded answers of printable text, and a clean answer after it is still read`() {
        for seed in 0..<2000 as Range<UInt64> {
            var noise = SeededNoise(seed: seed)
            var reader = ReplyReader()
            let replies = reader.read(noise.bytes(count: 400))
            #expect(replies.count <= 400)
            for reply in replies { #expect(Self.isBounded(reply), "seed \(seed): \(reply)") }
            #expect(reader.read(Array("\u{18}\u{1B}\\\u{1B}[3;4R".utf8)).last == .cursor(row: 3, column: 4))
        }
    }

    private static func isBounded(_ reply: TerminalReply) -> Bool {
        switch reply {
        case .cursor(let row, let column): (0...99_999).contains(row) && (0...99_999).contains(column)
        case .attributes(let numbers): numbers.count <= 128 && numbers.allSatisfy { (0...99_999).contains($0) }
        case .mode(let number, _): (0...99_999).contains(number)
        case .capability(let name, let value):
            (name + (value ?? "")).utf8.allSatisfy { (0x20...0x7E).contains($0) } && name.utf8.count <= 256
        case .rendition(let text): (text ?? "").utf8.count <= 512 * 3
        case .typed: true
        }
    }
}
