import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

/// Links that are opened and texts that are copied.
@Suite struct LinkStoryTests {
    private static let rows = [Samples.row(1), Samples.row(2), Samples.row(3)]

    /// An opened thread whose selected message has these words.
    private func reading(_ text: String, columns: Int = 80, _ change: (inout MessageRow) -> Void = { _ in }) -> Story {
        var story = Story(Self.rows, columns: columns)
        var page = Samples.thread(Self.rows[0])
        page.rows.append(Samples.message(9000, "Mia", text, depth: 1, minutesAgo: 1, change))
        story.store.threads[Self.rows[0].id] = page
        story.press("enter G")
        story.forgetEffects()
        return story
    }

    private func target(_ address: String) throws -> LinkTarget {
        try #require(LinkTarget(address))
    }

    private let two = "https://a.example/1 and https://b.example/2"

    @Test func `the only link is opened at once`() throws {
        var story = reading("see https://a.example/1")
        story.press("g x")
        #expect(story.effects == [.open(try target("https://a.example/1"))])
        story.receive(.opened(try target("https://a.example/1"), .started("xdg-open")))
        #expect(story.dashboard.status.text == Phrase("%1 was started with %2", "xdg-open", "a.example"))
    }

    @Test func `of several links one is asked for, by its number`() throws {
        var story = reading(two)
        story.press("g x")
        #expect(story.effects == [])
        #expect(story.dashboard.prompt?.question == .openLink)
        #expect(story.dashboard.prompt?.links.map(\.target.host) == ["a.example", "b.example"])
        story.press("7 enter")
        #expect(story.dashboard.prompt?.problem == Phrase("there is no link %1", 7))
        story.press("backspace 2 enter")
        #expect(story.effects == [.open(try target("https://b.example/2"))])
    }

    @Test(arguments: ["2 g x", ": o p e n - l i n k space 2 enter", ": o p e n - l i n k space b . e tab enter"])
    func `a number before the keys, or after the command, names the link`(keys: String) throws {
        var story = reading(two)
        story.press(keys)
        #expect(story.effects == [.open(try target("https://b.example/2"))])
    }

    @Test func `the answer is about the links that were asked about`() throws {
        var story = reading(two)
        story.press("g x")
        var page = Samples.thread(Self.rows[0])
        page.rows.append(Samples.message(9000, "Mia", "https://evil.example", depth: 1, minutesAgo: 1))
        story.store.threads[Self.rows[0].id] = page
        story.receive(.storeChanged)
        story.forgetEffects()
        story.press("1 enter")
        #expect(story.effects == [.open(try target("https://a.example/1"))])
    }

    @Test func `Tab lists the links of the message`() {
        var story = reading(two)
        story.type(":copy-link ")
        story.press("tab")
        #expect(story.dashboard.prompt?.links.count == 2)
        #expect(story.dashboard.prompt?.editor.text == "copy-link ")
    }

    @Test(arguments: ["g x", "y l"])
    func `a message without a link says so`(keys: String) {
        var story = reading("javascript:alert(1) file:///etc/passwd")
        story.press(keys)
        #expect(story.effects == [])
        #expect(story.dashboard.status.text == "this message has no link")
    }

    @Test(arguments: [("9 g x", 9), ("3 y l", 3)])
    func `a number that no link has is refused`(keys: String, number: Int) {
        var story = reading(two)
        story.press(keys)
        #expect(story.effects == [])
        #expect(story.dashboard.status.text == Phrase("there is no link %1", number))
    }

    @Test(arguments: ["x", "0", "-1", "1 2", "99999999999999999999"])
    func `what is no number opens nothing`(argument: String) {
        var story = reading(two)
        story.type(":open-link \(argument)\n")
        #expect(story.effects == [])
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `where no browser is, the address is copied and that is said`() throws {
        var story = reading("https://a.example/1")
        let link = try target("https://a.example/1")
        story.press("g x")
        story.receive(.opened(link, .noBrowser))
        let copying = Copying(.link(link, insteadOfOpening: true), link)
        #expect(story.effects.last == .copy(copying))
        story.receive(.copied(copying, .terminal))
        #expect(
            story.dashboard.status.text?.english
                == "no browser here; the link to a.example: sent to the terminal")
    }

    @Test func `a program that cannot copy leaves it to the terminal`() throws {
        var story = reading("Danke")
        story.press("y y")
        guard case .copy(let copying) = story.effects.last else {
            Issue.record("nothing was copied")
            return
        }
        story.receive(.notCopied(copying))
        #expect(story.effects.last == .sendToTerminal(copying))
    }

    @Test(arguments: [
        (CopyOutcome.program("xclip"), "the text: copied by xclip, without 2 hidden characters"),
        (.tmux, "the text: handed to tmux, without 2 hidden characters"),
        (.terminal, "the text: sent to the terminal, without 2 hidden characters"),
        (.off, "the text: copying is off (clipboard in config.toml)"),
        (.nowhere, "the text: nothing here can copy it"),
        (.tooLong(limit: 56_244), "the text: longer than the 56244 bytes that a terminal takes"),
    ])
    func `nobody is said to have a text who has not said so`(outcome: CopyOutcome, sentence: String) {
        var story = reading("a\u{202E}b\u{1B}c")
        story.press("y y")
        story.receive(.copied(Copying(.text, raw: "a\u{202E}b\u{1B}c"), outcome))
        #expect(story.dashboard.status.text?.english == sentence)
    }

    @Test func `text, name and place of the message are copied`() throws {
        var story = reading("Danke\nsehr") {
            $0.handle = "@mia"
            $0.permalink = "https://forum.example/p/9"
        }
        let place = try target("https://forum.example/p/9")
        story.press("y y y a y p")
        #expect(
            story.effects == [
                .copy(Copying(.text, raw: "Danke\nsehr")), .copy(Copying(.author, raw: "Mia (@mia)")),
                .copy(Copying(.permalink(place), place)),
            ])
    }

    @Test func `where a message has no address, its thread's is copied`() throws {
        var story = reading("Danke")
        story.press("y p")
        let place = try target("https://example.org/t/\(Self.rows[0].id.short)")
        #expect(story.effects == [.copy(Copying(.permalink(place), place))])
    }

    @Test(arguments: ["g x", "y y", "y l", "y a", "y p"])
    func `nobody is asked about a message that they do not see`(keys: String) {
        var story = Story(Self.rows)
        story.press("j")
        story.forgetEffects()
        story.press(keys)
        #expect(story.dashboard.focus == .thread)
        #expect(story.dashboard.status.text == "choose the message, then try again")
        #expect(story.dashboard.thread.conversation == Self.rows[1].id)
    }

    @Test func `in an empty list there is nothing to copy`() {
        var story = Story([])
        story.store.rows = []
        story.receive(.storeChanged)
        story.press("y y")
        #expect(story.dashboard.status.text == "no conversation is selected")
    }

    @Test func `the sheet about a message counts what is hidden and names what deceives`() {
        var facts = Samples.facts(Self.rows[0].id)
        facts.author = "Аnna\u{200B}"
        facts.revisions = [
            RevisionFact(
                text: "bank.example\u{202E}\u{202E}", markup: "<a href='https://evil.example'>bank.example</a>",
                editedAt: nil, observedAt: Samples.now)
        ]
        let entries = MessageSheet(facts: facts, zoneOffset: 0).entries
        #expect(entries.contains(.fact("scripts", "mixed in one word")))
        #expect(
            entries.contains(.fact("hidden in name", Phrase(one: "1 character", other: "%1 characters", count: 1))))
        #expect(
            entries.contains(.fact("hidden in text", Phrase(one: "1 character", other: "%1 characters", count: 2))))
        #expect(
            entries.contains(
                .fact("beware", Phrase("the link says %1 and goes to %2", "bank.example", "evil.example"))))
    }
}
