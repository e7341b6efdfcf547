import Testing

@testable import Exports

@Suite struct MailDateTests {
    @Test(arguments: [
        ("Fri, 01 Mar 2024 12:00:00 +0100", "2024-03-01T11:00:00Z", true),
        ("1 Mar 24 12:00 EST", "2024-03-01T17:00:00Z", true),
        ("Fri,1 Mar 2024 12:00:00 -0000 (a (nested) comment", "2024-03-01T12:00:00Z", true),
        ("1 Mar 124 12:00:00 +00:30", "2024-03-01T11:30:00Z", true),
        ("Fri, 01 Mar 2024 12:00:60 +0000", "2024-03-01T12:01:00Z", true),
        ("Fri Mar  1 12:00:00 2024", "2024-03-01T12:00:00Z", false),
        ("Fri, 01 Mar 2024 12:00:00", "2024-03-01T12:00:00Z", false),
        ("Fri, 01 Mar 2024 12:00:00 CET", "2024-03-01T12:00:00Z", false),
        ("Tue, 19 Jan 2038 03:14:08 GMT", "2038-01-19T03:14:08Z", true),
    ])
    func `dates of RFC 5322 and of old mailers are read`(_ written: String, _ time: String, _ zoneIsKnown: Bool) {
        let found = MailDate.read(Array(written.utf8)[...])
        #expect(found?.milliseconds == exportedTime(time, in: nil)?.milliseconds)
        #expect(found?.zoneIsKnown == zoneIsKnown)
    }

    @Test(arguments: [
        "", "garbage", "Fri, 99 Foo 99999 99:99:99 +9999", "Mon, 1 Jan 0000 00:00:00 +0000",
        "Fri, 01 Mar 2024 12:00:00 -3000", "Fri, 1 März 2024 12:00:00 +0100", "Thu, 30 Feb 2024 12:00:00 +0000",
        "RANDOM_Wed, 21 Sep 2016 22:42:07 +0300", "Thu, 01 Jan 1970 00:00:00 +0000", "1 Mar 2024", "1 Mar 2024 24:00",
        "1 Mar 2024 12:00:61", "1 Mar 2024 12:00 +010", "((((((((((",
    ])
    func `what is no date is none`(_ written: String) {
        #expect(MailDate.read(Array(written.utf8)[...]) == nil)
    }
}

@Suite struct MboxSeparatorTests {
    @Test(arguments: [
        ("From a@b.example Mon Jan 15 10:30:00 2024", false), ("From 178@xxx Mon Jan 15 10:30:00 +0000 2024", true),
        ("From andy at example.com  Sat Nov 14 21:29:28 2015", false), ("From - Mon Jan 15 10:30:00 2024\r", false),
        ("From a@b.example Mon Jan 15 10:30:00 MET 2024", false), ("From a@b.example Mon Jan 15 10:30 2024", false),
        ("From a@b.example Mon Jan 15 10:30:00 2024 remote from host", false),
    ])
    func `the forms of the line are known`(_ line: String, _ zoneIsKnown: Bool) {
        #expect(MboxSeparator(Array(line.utf8)[...])?.time.zoneIsKnown == zoneIsKnown)
    }

    @Test(arguments: [
        "From now on", "From Monday to Friday", "From: a@b.example", ">From a@b.example Mon Jan 15 10:30:00 2024",
        "From a@b.example Mon Jan 15 2024", "From a@b.example Jan 15 10:30:00 2024", "From a Mon Jan 32 10:30:00 2024",
    ])
    func `prose is none`(_ line: String) {
        #expect(MboxSeparator(Array(line.utf8)[...]) == nil)
    }
}

@Suite struct MailAddressTests {
    @Test(arguments: [
        ("Ada <ada@x.example>", "ada@x.example", "Ada"), ("ada@x.example (Ada (M.))", "ada@x.example", "Ada (M.)"),
        ("\"Lovelace, Ada\" <ada@x.example>, b@c", "ada@x.example", "Lovelace, Ada"),
        ("Lovelace, Ada <ada@x.example>", "ada@x.example", "Lovelace, Ada"),
        ("ada at x.example (Ada)", "ada@x.example", "Ada"), ("ada@x.example", "ada@x.example", "ada"),
        ("friends: ada@x.example, b@c;", "ada@x.example", "ada"),
        ("<@r.example:ada@x.example>", "ada@x.example", "ada"),
        ("\"ada@bank.example\" <eve@x.example>", "eve@x.example", "ada@bank.example <eve@x.example>"),
        ("\"ADA@x.example\" <ada@x.example>", "ada@x.example", "ada"), ("Ada", "", "Ada"),
        ("\"a\\\"b\" <ada@x.example>", "ada@x.example", "a\"b"), ("\"open <ada@x.example>", "ada@x.example", "open"),
        ("=?utf-8?B?w4RybmU=?= <ada@x.example>", "ada@x.example", "Ärne"), ("<ada@x.example", "ada@x.example", "ada"),
    ])
    func `the first mailbox is found`(_ written: String, _ address: String, _ name: String) {
        var repairs: MailRepairs = []
        let found = MailAddress(Array(written.utf8)[...], repairs: &repairs)
        #expect(found?.address == address)
        #expect(found?.shownName == name)
    }
}

@Suite struct EncodedWordsTests {
    @Test(arguments: [
        ("plain", "plain", false), ("=?utf-8?Q?a_b=3F?=", "a b?", false),
        ("=?utf-8?B?w4Q=?= =?utf-8?B?cm5l?= x", "Ärne x", false), ("=?utf-8?Q?=C3?= =?utf-8?Q?=84?=", "Ä", false),
        ("=?iso-8859-1*de?q?=C4?=", "Ä", false), ("=?utf-8?Q?Luc=eda?=", "Lucía", true),
        ("=?x-none?Q?=FF?=", "ÿ", true), ("=?utf-8?X?x?=", "=?utf-8?X?x?=", true), ("a=?b", "a=?b", false),
        ("=?koi8-r?B?8NLJ18XU?=", "Привет", false), ("=?utf-8?Q?a=0D=0Ab?=", "a b", false),
        ("=?shift_jis?B?k/qWew==?=", "日本", false), ("  a \t b ", "a b", false), ("=?utf-8?Q?a", "=?utf-8?Q?a", false),
        ("=?../../x?Q?=41?=", "A", false),
    ])
    func `words are decoded, broken ones stay`(_ raw: String, _ text: String, _ isRepaired: Bool) {
        var repairs: MailRepairs = []
        #expect(EncodedWords.text(Array(raw.utf8)[...], repairs: &repairs) == text)
        #expect(repairs.isEmpty != isRepaired)
    }

    @Test func `raw bytes are UTF-8, else windows-1252`() {
        var repairs: MailRepairs = []
        #expect(EncodedWords.text(Array("Fähre".utf8)[...], repairs: &repairs) == "Fähre")
        #expect(repairs.isEmpty)
        #expect(EncodedWords.text([0x46, 0xE4, 0x80], repairs: &repairs) == "Fä€")
        #expect(repairs == .guessedCharset)
    }
}

@Suite struct MailCharsetTests {
    @Test(
        arguments: [
            ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "iso-2022-jp", "日", []),
            ([0x68, 0x69], "no-such", "hi", []), ([0xE4], "no-such", "ä", .guessedCharset),
            ([0x93, 0x61, 0x94], "iso-8859-1", "“a”", []), ([0x81], "windows-1252", "\u{FFFD}", .invalidBytes),
            ([0xC3, 0xA4, 0xFF], "utf-8", "ä\u{FFFD}", .invalidBytes), ([0xA4], "ISO-8859-15", "€", []),
            ([0x61, 0], "us-ascii", "a␀", .nul), ([0x93, 0x81, 0x93], "shift_jis", "刀\u{FFFD}", .invalidBytes),
            ([0x2B, 0x41, 0x42, 0x73, 0x2D], "utf-7", "\u{1B}", []),
        ] as [([UInt8], String, String, MailRepairs)])
    func `bytes become text`(_ bytes: [UInt8], _ charset: String, _ text: String, _ expected: MailRepairs) {
        var repairs: MailRepairs = []
        #expect(MailCharset.text(bytes[...], charset, repairs: &repairs) == text)
        #expect(repairs == expected)
    }
}

@Suite struct MailWordsTests {
    @Test func `quotes, signature and footer are told from the author's words`() {
        let text =
            "> quoted\nown\n\n>> deeper\nmore\n-- \nAda\n> not a quote\n" + String(repeating: "_", count: 47) + "\nlist"
        #expect(
            MailWords.ofLines(text) == [
                .quoted, .own, .own, .quoted, .own, .signature, .signature, .signature, .footer, .footer,
            ])
        #expect(MailWords.own(of: text) == "own\n\nmore")
    }

    @Test func `flowed paragraphs are joined, quotes and signatures are not`() {
        let text = "one \ntwo\n> q1 \n> q2\n>> deep \nplain\n From\n-- \nAda \nL.\n"
        #expect(
            FlowedText.joined(text, isDelSp: false).hasPrefix(
                "one two\n> q1 q2\n>> deep \nplain\nFrom\n-- \nAda L.\n"))
        #expect(FlowedText.joined("Straßen \nbahn", isDelSp: true).hasPrefix("Straßenbahn"))
    }

    @Test(arguments: [
        ("<p>a\nb</p><p>c</p>", "a b\n\nc"), ("<pre>a\n b</pre>", "a\nb"), ("x<o:p></o:p>", "x"),
        ("<!DOCTYPE html><html><body>x</body></html>", "x"),
        ("a<blockquote>b<blockquote>c</blockquote></blockquote></div>", "a\n> b\n>> c"), ("", ""),
        ("</blockquote>a<blockquote>", "a"),
    ])
    func `HTML of mailers becomes plain text with marked quotes`(_ html: String, _ text: String) {
        #expect(MailHTML.plain(html) == text)
    }

    @Test(arguments: [
        ("Re: AW: x", "x"), ("RE[2]: x", "x"), ("Re:", "Re:"), ("Review: x", "Review: x"),
        ("[list] Re: x", "[list] Re: x"),
    ])
    func `answers have the subject of what they answer`(_ subject: String, _ base: String) {
        #expect(MailLinks.baseSubject(subject) == base)
    }
}
