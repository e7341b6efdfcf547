import Testing

@testable import Screen

@Suite struct CataloguePOTests {
    @Test func `a catalogue is read`() throws {
        let catalogue = try Catalogue(
            po: #"""
                # Translator's comment
                msgid ""
                msgstr ""
                "Content-Type: text/plain; charset=UTF-8\n"
                "Plural-Forms: nplurals=2; plural=(n != 1);\n"

                #: Panes/Inbox.swift:3
                msgid "Nothing waits"
                msgstr "Nichts wartet"

                msgid "1 message"
                msgid_plural "%1 messages"
                msgstr[0] "1 Nachricht"
                msgstr[1] "%1 Nachrichten"

                msgctxt "state"
                msgid "open"
                msgstr "offen"
                #, fuzzy, c-format
                msgid "guess"
                msgstr "geraten"

                msgid "untranslated"
                msgstr ""

                msgid ""
                "a long "
                "text"
                msgstr "ein \"langer\"\t"
                "Text\\\n"
                #~ msgid "old"
                #~ msgstr "alt"
                """#,
            language: "de")
        #expect(catalogue.say("Nothing waits") == "Nichts wartet")
        #expect(catalogue.say(Phrase(one: "1 message", other: "%1 messages", count: 5)) == "5 Nachrichten")
        #expect(catalogue.say(Phrase("open", context: "state")) == "offen")
        #expect(catalogue.say("guess") == "guess")
        #expect(catalogue.say("a long text") == "ein \"langer\"\tText\\\n")
        #expect(catalogue.entries.count == 4)
        #expect(catalogue.language == "de")
    }

    @Test func `line ends of Windows and a byte order mark are no matter`() throws {
        let catalogue = try Catalogue(
            po: "\u{FEFF}msgid \"a\"\r\nmsgstr \"b\"\r\n\r\nmsgid \"c\"\r\nmsgstr \"d\"", language: "de")
        #expect(catalogue.entries == [.init(id: "a"): ["b"], .init(id: "c"): ["d"]])
    }

    @Test(arguments: [
        ("hello", CatalogueError.unknownLine(1)), ("msgfoo \"a\"", .unknownLine(1)), ("\"a\"", .misplaced(line: 1)),
        ("msgstr \"a\"", .misplaced(line: 1)), ("\nmsgid \"a", .malformedString(line: 2)),
        ("msgid \"a\\q\"", .malformedString(line: 1)), ("msgid \"a\" b\"", .malformedString(line: 1)),
        ("msgid \"a\\", .malformedString(line: 1)), ("msgid \"a\"", .untranslated(line: 1)),
        ("msgid \"a\"\nmsgid \"b\"", .untranslated(line: 1)), ("msgctxt \"a\"", .untranslated(line: 1)),
        ("msgid \"a\"\nmsgstr[1] \"b\"", .badPluralIndex(line: 2)),
        ("msgid \"a\"\nmsgstr[x] \"b\"", .badPluralIndex(line: 2)),
        ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", .badPluralIndex(line: 3)),
        ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", .duplicate(line: 4)),
        ("msgid \"a\"\nmsgstr \"b\"\nmsgid_plural \"c\"", .misplaced(line: 3)),
        ("msgctxt \"a\"\nmsgctxt \"b\"", .misplaced(line: 2)),
    ])
    func `an error names its line`(text: String, error: CatalogueError) {
        #expect(throws: error) { try Catalogue(po: text, language: "de") }
    }

    @Test func `noise never crashes`() {
        var generator = NastyText.Generator(state: 3)
        let pieces = [
            "msgid ", "msgstr", "[0]", "[", "\"", "\\", "\n", "msgctxt", "#, fuzzy", "a", "\r", "msgid_plural ",
        ]
        var refused = 0
        for _ in 0..<2_000 {
            let text = (0..<12).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            if (try? Catalogue(po: text, language: "de")) == nil { refused += 1 }
        }
        #expect(refused > 1_000)
    }
}
