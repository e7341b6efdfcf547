import Screen
import Testing

@testable import Terminal

@Suite struct PasteTests {
    private func paste(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.decode("\u{1B}[200~\(text)\u{1B}[201~".utf8)
    }

    @Test(arguments: [
        ("q!\u{1A}x", "q!x"), ("one\rtwo\r\nthree\n", "one\ntwo\nthree\n"), ("a\tb", "a\tb"),
        ("\u{1B}[31mred\u{1B}]0;t\u{07}", "[31mred]0;t"), ("\u{9B}ä\u{0}\u{7F}", "ä"), ("\u{1B}[20x1~", "[20x1~"),
    ])
    func `pasted text is text, never keys`(pasted: String, text: String) {
        #expect(paste(pasted) == [.paste(text)])
    }

    @Test func `a paste of controls alone is nothing`() {
        #expect(paste("\u{1B}\u{03}").isEmpty)
    }

    @Test func `it may come in pieces and keys follow it`() {
        var decoder = KeyDecoder()
        let bytes = Array("a\u{1B}[200~x\u{1B}\u{1B}[201~b".utf8)
        #expect(bytes.flatMap { decoder.decode([$0]) } == [.character("a"), .paste("x"), .character("b")])
    }

    @Test func `what is no UTF-8 is left out`() {
        var decoder = KeyDecoder()
        let bytes = Array("\u{1B}[200~a".utf8) + [0xC3, 0x28, 0xFF] + Array("b\u{1B}[201~".utf8)
        #expect(decoder.decode(bytes) == [.paste("a(b")])
    }

    @Test func `more than a mebibyte is cut and none of it becomes keys`() throws {
        let keys = paste(String(repeating: "x", count: PasteBuffer.limit + 5000))
        guard case .paste(let text)? = keys.first else { throw Missing.paste }
        #expect(keys.count == 1)
        #expect(text.utf8.count == PasteBuffer.limit)
    }

    @Test func `a lone Esc leaves a paste whose end was lost`() {
        var decoder = KeyDecoder()
        #expect(decoder.decode("\u{1B}[200~half".utf8).isEmpty)
        #expect(decoder.timeout == nil)
        #expect(decoder.decode([0x1B]).isEmpty)
        #expect(decoder.timeout == 1000)
        #expect(decoder.timeOut() == [.escape])
        #expect(decoder.decode("j".utf8) == [.character("j")])
    }

    private enum Missing: Error { case paste }
}
