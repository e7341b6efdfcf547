import Screen
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
    @Test(arguments: [
        // xterm in normal and application mode
        ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
        ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
        ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[F", .end), ("\u{1B}OF", .end),
        // VT220, linux, screen, rxvt
        ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
        ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
        ("\u{1B}[3$", .delete), ("\u{1B}[5^", .pageUp), ("\u{1B}[6@", .pageDown), ("\u{1B}[3;5~", .delete),
        ("\u{1B}[Z", .backTab),
        // words
        ("\u{1B}[1;5C", .controlRight), ("\u{1B}[1;5D", .controlLeft), ("\u{1B}[1;3C", .controlRight),
        ("\u{1B}[5C", .controlRight), ("\u{1B}Oc", .controlRight), ("\u{1B}Od", .controlLeft),
        ("\u{1B}O5D", .controlLeft), ("\u{1B}[1;2C", .right), ("\u{1B}[1;2A", .up), ("\u{1B}[a", .up),
        ("\u{1B}[1;129C", .right),
        // function keys
        ("\u{1B}OP", .function(1)), ("\u{1B}OS", .function(4)), ("\u{1B}[P", .function(1)), ("\u{1B}[R", .function(3)),
        ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)),
        ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
        ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)), ("\u{1B}[25~", .function(13)),
        ("\u{1B}[28~", .function(15)), ("\u{1B}[34~", .function(20)), ("\u{1B}[1;5Q", .function(2)),
        // keypad in application mode
        ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")),
        ("\u{1B}Ok", .character("+")),
    ])
    func `a sequence is a key`(bytes: String, key: Key) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes.utf8) == [key])
        #expect(decoder.timeout == nil)
    }

    @Test(arguments: [
        ("\r", Key.enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\0", .control("@")),
        ("\u{01}", .control("a")), ("\n", .control("j")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
        ("\u{1F}", .control("_")), ("q", .character("q")), ("ä", .character("ä")), ("ẞ", .character("ẞ")),
        ("日", .character("日")), ("👍", .character("👍")), ("\u{1B}x", .alt("x")), ("\u{1B}ä", .alt("ä")),
        ("\u{1B}\r", .alt("\r")), ("\u{1B}\u{7F}", .alt("\u{7F}")), ("\u{1B}\u{08}", .alt("\u{7F}")),
    ])
    func `one character is a key`(bytes: String, key: Key) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes.utf8) == [key])
    }

    @Test(arguments: [
        ("\u{1B}[97u", Key.character("a")), ("\u{1B}[97;5u", .control("a")), ("\u{1B}[97;3u", .alt("a")),
        ("\u{1B}[97;2u", .character("A")), ("\u{1B}[65;6u", .control("a")), ("\u{1B}[13;3u", .alt("\r")),
        ("\u{1B}[27u", .escape), ("\u{1B}[9;2u", .backTab), ("\u{1B}[127;1u", .backspace), ("\u{1B}[105;5u", .tab),
        ("\u{1B}[32;5u", .control("@")), ("\u{1B}[97:65;1:1u", .character("a")), ("\u{1B}[27;5;122~", .control("z")),
        ("\u{1B}[228u", .character("ä")),
    ])
    func `a key by its number keeps its modifiers`(bytes: String, key: Key) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes.utf8) == [key])
    }

    static let reports = [
        "\u{1B}[?1;2c", "\u{1B}[>41;354;0c", "\u{1B}[0n", "\u{1B}[24;80R", "\u{1B}[1;1R", "\u{1B}[?2026;2$y",
        "\u{1B}[4;1$y", "\u{1B}[8;24;80t", "\u{1B}[I", "\u{1B}[O", "\u{1B}[<0;33;12M", "\u{1B}[<0;33;12m",
        "\u{1B}[32;10;20M", "\u{1B}[M !!", "\u{1B}[?0u", "\u{1B}[97;1:3u", "\u{1B}[57399u", "\u{1B}[97;9u",
        "\u{1B}[99~",
        "\u{1B}[9999999999999999999999u", "\u{1B}[55296u", "\u{1B}]11;rgb:0000/0000/0000\u{07}",
        "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}]52;c;cm0gLXJm\u{1B}\\", "\u{1B}P>|XTerm(370)\u{1B}\\",
        "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^secret\u{1B}\\", "\u{1B}Xtext\u{1B}\\",
        "\u{1B}[3;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1~", "\u{1B}[ q", "\u{1B}[!p",
    ]

    @Test(arguments: reports)
    func `what the terminal reports is no key, however it is cut`(report: String) {
        let bytes = Array(report.utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            #expect(decoder.decode(bytes[..<cut]).isEmpty)
            #expect(decoder.decode(bytes[cut...]).isEmpty)
            #expect(decoder.decode("j".utf8) == [.character("j")])
        }
    }

    @Test(arguments: ["\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[<0;33;12M"])
    func `a report whose parameters began stays swallowed however late its end is`(report: String) {
        let bytes = Array(report.utf8)
        for cut in 3..<bytes.count {
            var decoder = KeyDecoder()
            #expect(decoder.decode(bytes[..<cut]).isEmpty)
            #expect(decoder.timeOut().isEmpty)
            #expect(decoder.decode(bytes[cut...]).isEmpty)
        }
    }

    @Test func `a lone Esc counts after its delay`() {
        var decoder = KeyDecoder(escapeDelay: 25)
        #expect(decoder.decode([0x1B]).isEmpty)
        #expect(decoder.timeout == 25)
        #expect(decoder.timeOut() == [.escape])
        #expect(decoder.timeout == nil)
        #expect(KeyDecoder(escapeDelay: 100).timeout == nil)
    }

    @Test func `Esc before another sequence is both`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode("\u{1B}\u{1B}[A".utf8) == [.escape, .up])
        #expect(decoder.decode("\u{1B}\t".utf8) == [.escape, .tab])
    }

    @Test(arguments: [
        ("\u{1B}[", Key.alt("[")), ("\u{1B}O", .alt("O")), ("\u{1B}P", .alt("P")), ("\u{1B}]", .alt("]")),
    ])
    func `Alt with a letter that begins sequences is a key once nothing follows`(bytes: String, key: Key) {
        var decoder = KeyDecoder(escapeDelay: 25)
        #expect(decoder.decode(bytes.utf8).isEmpty)
        #expect(decoder.timeout == 100)
        #expect(decoder.timeOut() == [key])
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x9B], [0xE0, 0x80, 0x9B], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xC3],
            [0xE2, 0x82], [0x9B], [0xC2, 0x9B], [0xF0, 0x9F, 0x91],
        ] as [[UInt8]])
    func `bytes that are no character are dropped and the next key counts`(bytes: [UInt8]) {
        var decoder = KeyDecoder()
        #expect(decoder.decode(bytes + [0x6A]) == [.character("j")])
    }

    @Test func `a character may come in pieces`() {
        var decoder = KeyDecoder()
        #expect(Array("日".utf8).flatMap { decoder.decode([$0]) } == [.character("日")])
    }

    @Test func `noise never crashes it, and Esc always leaves`() {
        var noise = SeededNoise(seed: 2026)
        for _ in 0..<3000 {
            let bytes = noise.bytes(count: 120)
            var whole = KeyDecoder()
            var single = KeyDecoder()
            let keys = whole.decode(bytes)
            #expect(keys == bytes.flatMap { single.decode([$0]) })
            #expect(!keys.contains { $0.isRawControl })
            _ = whole.decode([0x1B])
            _ = whole.timeOut()
            #expect(whole.decode("x".utf8) == [.character("x")])
        }
    }
}

extension Key {
    /// A control character that got through as text.
    fileprivate var isRawControl: Bool {
        guard case .character(let character) = self else { return false }
        return character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
