import Screen
import Testing

@testable import Terminal

@Suite struct MouseDecodingTests {
    private static func decode(_ bytes: some Sequence<UInt8>, takesMouse: Bool = true) -> [Key] {
        var decoder = KeyDecoder()
        decoder.takesMouse = takesMouse
        return decoder.decode(bytes)
    }

    private static func mouse(_ action: MouseReport.Action, _ column: Int, _ row: Int) -> Key {
        .mouse(MouseReport(action, at: Point(column: column, row: row)))
    }

    @Test(arguments: [
        ("\u{1B}[<0;5;3M", Self.mouse(.press, 4, 2)), ("\u{1B}[<64;1;1M", Self.mouse(.wheelUp, 0, 0)),
        ("\u{1B}[<65;300;200M", Self.mouse(.wheelDown, 299, 199)),
        ("\u{1B}[<0;1000;1000M", Self.mouse(.press, 999, 999)),
        ("\u{1B}[<00000;00005;00003M", Self.mouse(.press, 4, 2)),
    ])
    func `a press and the wheel are keys, in one piece and byte by byte`(bytes: String, key: Key) {
        #expect(Self.decode(bytes.utf8) == [key])
        var decoder = KeyDecoder()
        decoder.takesMouse = true
        #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == [key])
        #expect(decoder.timeout == nil)
    }

    @Test(arguments: [
        // let go, other buttons, Shift, Control, movement, the wheel to the side
        "\u{1B}[<0;5;3m", "\u{1B}[<1;5;3M", "\u{1B}[<2;5;3M", "\u{1B}[<4;5;3M", "\u{1B}[<16;5;3M", "\u{1B}[<32;5;3M",
        "\u{1B}[<35;5;3M", "\u{1B}[<66;5;3M", "\u{1B}[<128;5;3M",
        // no cell of a screen
        "\u{1B}[<0;0;3M", "\u{1B}[<0;5;0M", "\u{1B}[<0;1001;3M", "\u{1B}[<0;5;65535M", "\u{1B}[<0;99999999999;1M",
        // no report
        "\u{1B}[<0;5M", "\u{1B}[<0;5;3;1M", "\u{1B}[<;;M", "\u{1B}[<0;-5;3M", "\u{1B}[<M", "\u{1B}[<0;5;3:1M",
        "\u{1B}[0;5;3M", "\u{1B}[M !!", "\u{1B}[<0;5;3~",
    ])
    func `anything else is swallowed whole`(bytes: String) {
        #expect(Self.decode(bytes.utf8 + Array("x".utf8)).last == .character("x"))
        #expect(Self.decode(bytes.utf8) == [])
    }

    @Test func `where the mouse is the terminal's, a report that comes all the same is swallowed`() {
        #expect(Self.decode("\u{1B}[<0;5;3M\u{1B}[<64;5;3Mx".utf8, takesMouse: false) == [.character("x")])
    }

    @Test func `noise gives the same keys with and without the mouse, and only cells of a screen`() {
        for seed in 0..<2000 as Range<UInt64> {
            var noise = SeededNoise(seed: seed)
            var bytes = noise.bytes(count: 300)
            if seed % 3 == 0 { bytes += Array("\u{18}\u{1B}\\\u{1B}[201~\u{1B}[<0;7;8M".utf8) }
            let keys = Self.decode(bytes)
            let others = keys.filter { if case .mouse = $0 { false } else { true } }
            #expect(others == Self.decode(bytes, takesMouse: false), "seed \(seed)")
            for case .mouse(let report) in keys {
                #expect((0..<1000).contains(report.place.column) && (0..<1000).contains(report.place.row))
            }
        }
    }
}
