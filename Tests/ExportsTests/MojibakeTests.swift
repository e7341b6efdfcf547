import Testing

@testable import Exports

@Suite struct MojibakeTests {
    @Test(
        arguments: [
            ("GrÃ¼Ã\u{9F}e", "Grüße"), ("ð\u{9F}\u{98}\u{80}", "😀"), ("ã\u{81}\u{82}", "あ"), ("plain", "plain"),
            ("", ""),
            ("Grüße", "Grüße"), ("Ã¼ und あ", "Ã¼ und あ"), ("Ã", "Ã"), ("Ã¼ ü", "Ã¼ ü"), ("Ã\u{AD}", "í"),
            ("\u{2400}Ã¼", "\u{2400}ü"), ("\u{2400}ü", "\u{2400}ü"), ("\u{1B}[0m", "\u{1B}[0m"),
            ("í\u{A0}\u{80}", "í\u{A0}\u{80}"),
        ])
    func `only bytes that are UTF-8 become characters`(_ written: String, _ meant: String) {
        #expect(Mojibake.repaired(written) == meant)
    }
}
