import Testing

@testable import Screen

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("\u{1B}[31m", "␛[31m"), ("\u{0}", "␀"), ("\u{7F}", "␡"), ("a\nb", "a␊b"), ("a\r\nb", "a␍␊b"), ("a\tb", "a b"),
        ("\u{9B}2J", "<9B>2J"), ("\u{85}", "<85>"), ("\u{2028}", "<U+2028>"), ("\u{2029}", "<U+2029>"),
    ])
    func `controls become visible in a one-line field`(raw: String, shown: String) {
        #expect(SafeText(raw).plain == shown)
        #expect(SafeText(raw).hiddenCount == 0)
    }

    @Test(arguments: [
        ("a\u{1B}b", "a^[b"), ("\u{0}\u{7F}\u{1F}", "^@^?^_"), ("Jörg", "Jorg"), ("漢a", "??a"), ("e\u{301}", "e"),
        ("\u{E000}", "?"), ("a\u{A0}b", "a b"), ("\u{9B}", "<9B>"),
    ])
    func `an ASCII locale gets ASCII only`(raw: String, shown: String) {
        #expect(SafeText(raw, repertoire: .ascii).plain == shown)
    }

    @Test(arguments: [
        "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{E0061}", "\u{FFF9}", "\u{FFFE}", "\u{10FFFF}",
        "\u{AD}", "\u{FEFF}", "\u{61C}", "\u{3164}", "\u{180E}", "\u{2060}", "\u{34F}", "\u{115F}",
    ])
    func `what nobody sees is dropped and counted`(scalar: String) {
        let text = SafeText("x\(scalar)\(scalar)y")
        #expect(text.plain == "xy")
        #expect(text.hiddenCount == 2)
        #expect(text.deceptiveCount == 2)
    }

    @Test(arguments: [
        ("❤️", "❤", 1), ("👨‍👩‍👧", "👨👩👧", 2), ("👩🏿‍🚀", "👩🏿🚀", 1), ("می‌خواهم", "میخواهم", 1), ("1️⃣", "1\u{20E3}", 1),
        ("❤️‍🔥", "❤🔥", 2),
    ])
    func `joiners of everyday spelling are counted but do not deceive`(raw: String, shown: String, hidden: Int) {
        #expect(SafeText(raw).plain.unicodeScalars.elementsEqual(shown.unicodeScalars))
        #expect(SafeText(raw).hiddenCount == hidden)
        #expect(SafeText(raw).deceptiveCount == 0)
    }

    @Test func `a selector smuggled behind an emoji deceives`() {
        #expect(SafeText("😀\u{FE0F}\u{FE0F}\u{E0101}").deceptiveCount == 2)
        #expect(SafeText("ad\u{200C}min").deceptiveCount == 1)
    }

    @Test(arguments: [
        ("👍🏽", 4), ("🇩🇪", 2), ("👨‍👩‍👧", 6), ("漢字", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("e\u{301}", 1), ("Ａ", 2), ("क्षि", 3),
    ])
    func `sequences are measured part by part`(raw: String, columns: Int) {
        #expect(SafeText(raw).columns == columns)
    }

    @Test(arguments: ["\u{E000}", "\u{F0000}", "\u{378}", "\u{1FAE8}", "\u{4DC0}", "\u{10FFFD}"])
    func `a scalar without an agreed width is drawn as U+FFFD`(raw: String) {
        #expect(SafeText(raw).plain == "\u{FFFD}")
        #expect(SafeText(raw).columns == 1)
    }

    @Test func `five thousand marks leave four`() {
        let text = SafeText("Z" + String(repeating: "\u{300}", count: 5_000) + "b")
        #expect(text.plain.unicodeScalars.count == 6)
        #expect(text.columns == 2)
        #expect(text.hiddenCount == 4_996)
        #expect(text.glyphs[0].marks == Array(repeating: "\u{300}", count: 4))
    }

    @Test(arguments: [
        "\u{301}", " \u{301}", "\u{A0}\u{301}", "\u{1B}\u{301}", "\t\u{301}", "\u{9B}\u{301}", "\u{2800}\u{301}",
    ])
    func `a mark never stands on an empty cell or a picture`(raw: String) {
        let text = SafeText(raw)
        #expect(!text.plain.unicodeScalars.contains("\u{301}"))
        #expect(text.hiddenCount == 1)
    }

    @Test func `marks keep their order`() {
        let raw = "a\u{301}\u{20DD}\u{E0100}\u{1D165}"
        #expect(
            SafeText("a\u{301}\u{302}\u{303}\u{20DD}").glyphs[0].marks == ["\u{301}", "\u{302}", "\u{303}", "\u{20DD}"])
        #expect(SafeText(raw).hiddenCount >= 1)
    }

    @Test(arguments: NastyText.all)
    func `no nasty text gets through, however it is cut`(raw: String) {
        let text = SafeText(raw)
        expectSafe(text, from: raw)
        expectSafe(SafeText(raw, repertoire: .ascii), from: raw, repertoire: .ascii)
        expectSafe(text.ascii(), from: raw, repertoire: .ascii)
        #expect(text.ascii().columns == text.columns)
        expectSafe(SafeText.name(raw), from: raw)
        for limit in -1...(text.columns + 1) {
            let head = text.prefix(columns: limit)
            let tail = text.dropFirst(columns: limit)
            expectSafe(head, from: raw)
            expectSafe(tail, from: raw)
            #expect(head.columns <= max(0, limit))
            #expect(tail.columns == text.columns - min(max(0, limit), text.columns))
            expectSafe(text.truncated(to: limit), from: raw)
            #expect(text.truncated(to: limit).columns <= max(0, limit))
            #expect(text.padded(to: limit).columns == max(limit, text.columns))
            expectSafe(SafeText(raw, maxColumns: limit), from: raw)
            #expect(SafeText(raw, maxColumns: limit).columns <= max(0, limit))
        }
    }

    @Test func `two thousand random texts are safe`() {
        var generator = NastyText.Generator(state: 20_260_114)
        for _ in 0..<2_000 {
            let raw = generator.text()
            let text = SafeText(raw)
            expectSafe(text, from: raw)
            expectSafe(SafeText(raw, repertoire: .ascii), from: raw, repertoire: .ascii)
            for line in SafeText.lines(of: raw) {
                expectSafe(line, from: raw)
                for row in line.wrapped(to: 7) { #expect(row.columns <= 7) }
            }
            let drawn = GraphemeColumns(raw)
            expectSafe(drawn.text, from: raw)
            #expect(drawn.columns == drawn.text.columns)
        }
    }

    @Test func `cutting ends with the mark`() {
        #expect(SafeText("Conversation").truncated(to: 5).plain == "Conv…")
        #expect(SafeText("Conversation").truncated(to: 12).plain == "Conversation")
        #expect(SafeText("漢字漢字").truncated(to: 4).plain == "漢…")
        #expect(SafeText("abc").truncated(to: 1).plain == "…")
        #expect(SafeText("abc").truncated(to: 0).plain == "")
        #expect(SafeText("abcdef").truncated(to: 4, mark: "..").plain == "ab..")
        #expect(SafeText("abcdef", maxColumns: 4).plain == "abc…")
        #expect(SafeText("abcd", maxColumns: 4).plain == "abcd")
        #expect(SafeText("abcdef", maxColumns: 4, repertoire: .ascii).plain == "abc.")
    }

    // Read to the end, these take minutes in a debug build.
    @Test(.timeLimit(.minutes(1))) func `a megabyte is read only as far as it is shown`() {
        let long = String(repeating: "漢", count: 400_000)
        let invisible = "a" + String(repeating: "\u{200B}", count: 400_000) + "b"
        for _ in 0..<2000 { #expect(SafeText(long, maxColumns: 20).columns == 19) }
        for _ in 0..<200 { #expect(SafeText(invisible, maxColumns: 20).plain == "a…") }
    }

    @Test(arguments: [
        ("", "<empty>"), ("   ", "<empty>"), ("\u{A0}", "<empty>"), ("\u{3000}\t", "<empty>"), ("\u{3164}", "<U+3164>"),
        ("\u{2800}", "<U+2800>"), (" \u{200B}", "<U+200B>"), ("\u{301}", "<empty>"), ("Ann", "Ann"),
        ("\u{3164}Ann", "Ann"), ("\u{E000}", "\u{FFFD}"),
    ])
    func `a name that looks empty says so`(raw: String, shown: String) {
        #expect(SafeText.name(raw).plain == shown)
    }

    @Test func `texts add up`() {
        let sum = SafeText("a\u{200B}") + SafeText("漢\u{202E}")
        #expect(sum.plain == "a漢")
        #expect(sum.columns == 3)
        #expect(sum.hiddenCount == 2)
        #expect(SafeText("7").paddedLeft(to: 3).plain == "  7")
        #expect(SafeText().isEmpty)
    }
}
