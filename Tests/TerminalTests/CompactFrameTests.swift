import Testing

@testable import Terminal

@Suite struct CompactFrameTests {
    private func compact(_ frame: String) -> String {
        Array(frame.utf8).withUnsafeBytes { String(decoding: CompactFrame.bytes(of: $0), as: UTF8.self) }
    }

    @Test(arguments: [
        ("", ""), ("abc", "abc"), ("\u{1B}(B\u{1B}[mx", "\u{1B}(B\u{1B}[mx"),
        ("\u{1B}(B\u{1B}[0;1mx\u{1B}(B\u{1B}[my", "\u{1B}(B\u{1B}[0;1mx\u{1B}[my"),
        ("x\u{1B}(", "x\u{1B}("), ("\u{1B}(B\u{1B}(B\u{1B}(", "\u{1B}(B\u{1B}("),
        ("\u{1B}(Ba\u{1B}(0q\u{1B}(B", "\u{1B}(Ba\u{1B}(0q\u{1B}(B"),
    ])
    func `the usual character set is chosen once, and all else stays`(frame: String, sent: String) {
        #expect(compact(frame) == sent)
    }
}
