import Testing

@testable import Screen

@Suite struct PhraseTests {
    private let german = Catalogue(
        language: "de",
        entries: [
            .init(id: "1 message"): ["1 Nachricht", "%1 Nachrichten"],
            .init(id: "%1 by %2"): ["von %2: %1"],
            .init(context: "state", id: "open"): ["offen"],
            .init(id: "open"): ["öffnen"],
            .init(id: "half"): [""],
        ])

    @Test(arguments: [(0, "0 messages"), (1, "1 message"), (2, "2 messages"), (-1, "-1 messages")])
    func `English counts`(count: Int, said: String) {
        #expect(Phrase(one: "1 message", other: "%1 messages", count: count).english == said)
    }

    @Test(arguments: [(0, "0 Nachrichten"), (1, "1 Nachricht"), (7, "7 Nachrichten")])
    func `German counts`(count: Int, said: String) {
        #expect(german.say(Phrase(one: "1 message", other: "%1 messages", count: count)) == said)
    }

    @Test func `arguments may change places`() {
        #expect(german.say(Phrase("%1 by %2", "A note", "Jörg")) == "von Jörg: A note")
        #expect(Phrase("%1 acts wait for the store", 3).english == "3 acts wait for the store")
        #expect(Phrase(one: "1 act in %2", other: "%1 acts in %2", count: 4, "#help").english == "4 acts in #help")
    }

    @Test func `a context tells two meanings apart`() {
        #expect(german.say(Phrase("open", context: "state")) == "offen")
        #expect(german.say("open") == "öffnen")
        #expect(german.say(Phrase("open", context: "menu")) == "open")
    }

    @Test func `what is missing or empty is said in English`() {
        #expect(german.say("Nothing here") == "Nothing here")
        #expect(german.say("half") == "half")
    }

    @Test func `a phrase inside a phrase is said in the same language`() {
        #expect(german.say(Phrase("State: %1", Phrase("open", context: "state"))) == "State: offen")
    }

    @Test(arguments: [
        ("100%", "100%"), ("100 %%", "100 %"), ("%3", "%3"), ("%", "%"), ("%0 %x", "%0 %x"), ("%1%1", "%2%2"),
    ])
    func `percent signs and foreign placeholders do no harm`(key: String, said: String) {
        #expect(Phrase(key, "%2", "b").english == said)
    }
}
