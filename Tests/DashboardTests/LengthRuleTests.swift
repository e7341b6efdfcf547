import Testing

@testable import Dashboard

@Suite struct LengthRuleTests {
    @Test func `plain counts composed scalars`() {
        #expect(LengthRule.plain(limit: 10).remaining("a\u{308}bc") == 7)
        #expect(LengthRule.plain(limit: 3).remaining("abcd") == -1)
        #expect(LengthRule.plain(limit: nil).remaining("abcd") == nil)
        #expect(LengthRule.plain(limit: nil).length("👨‍👩‍👧") == 5)
    }

    @Test(arguments: [
        ("", 0), ("Grüße", 5), ("a\u{308}", 1), ("日本語", 6), ("ሀ", 2), ("“…”", 4), ("‘a’", 3), ("€", 2), ("Привет", 6),
    ])
    func `weights follow the configuration's ranges`(text: String, length: Int) {
        #expect(LengthRule.weighted().length(text) == length)
    }

    @Test(arguments: [
        ("😀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇩🇪", 2), ("1️⃣", 2), ("❤️", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🏳️‍🌈", 2), ("😀😀a", 5), ("1", 1),
        ("©", 1), ("©️", 2), ("👩‍❤️‍💋‍👩", 2), ("🇩", 2), ("😀\u{200D}", 3), ("🏴\u{E0067}", 4),
    ])
    func `an emoji weighs two however it is made`(text: String, length: Int) {
        #expect(LengthRule.weighted().length(text) == length)
    }

    @Test(arguments: [
        ("https://example.org/a/very/long/path?with=query&more=1#there", 23), ("http://a.de", 23),
        ("HTTPS://A.DE/", 23),
        ("example.org", 23), ("see example.org.", 28), ("(https://example.org/x)", 25),
        ("https://de.wikipedia.org/wiki/Rad_(Technik)", 23), ("https://example.org/a, and", 28),
        ("https://müller.de/straße", 23), ("https://example.org:8080/x", 23), ("www.example.de/x!", 24),
        ("https://example.org https://example.org", 47), ("日example.org", 25), ("https://example.museum", 23),
        ("https://xn--mller-kva.xn--p1ai", 23), ("https://example.org?", 24), ("https://example.org?a=b", 23),
    ])
    func `an address weighs 23`(text: String, length: Int) {
        #expect(LengthRule.weighted().length(text) == length)
    }

    @Test(arguments: [
        "mira@example.org", "mira.b@example.org", "#example.org", "$example.org", "e.g.", "z.B.", "https://",
        "http://localhost",
        "https://a", "readme.txt", "a..de", ".de", "foo.-de", "-foo.de", "_a.de", "b/a.de", "1.2", "12.12.2026",
        "xhttps://a", "Satz.Und",
        "https:///a.b",
    ])
    func `what is no address weighs what it has`(text: String) {
        #expect(LengthRule.weighted().length(text) == text.count)
    }

    @Test func `remaining goes down to zero and below`() {
        #expect(LengthRule.weighted(limit: 280).remaining(String(repeating: "a", count: 281)) == -1)
        #expect(LengthRule.weighted(limit: 280).remaining(String(repeating: "語", count: 140)) == 0)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "a.", "http://", "http://a.de/x(", "https://a.", "-", "a-", "\u{200D}", "😀\u{200D}", "\u{301}", "🇩",
            "http://a.de/!", "a.de@", "http", "/a.de?", "\u{E0067}",
        ])
    func `hostile text takes linear time`(piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        #expect(LengthRule.weighted().length(text) >= 0)
    }
}
