import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct HelpStoryTests {
    private static let german = Catalogue(
        language: "de",
        entries: [
            Catalogue.Entry(id: "priority"): ["Priorität"], Catalogue.Entry(id: "Undoing"): ["Rückgängig machen"],
            Catalogue.Entry(id: "write a reply"): ["eine größere Antwort schreiben"],
        ])

    private func story(_ catalogue: Catalogue = .english) -> Story {
        Story(
            Samples.rows(5),
            settings: DashboardSettings(
                storeName: "demo", actor: "anna", catalogue: catalogue,
                manual: [.commands(.standard), .query, .themes]))
    }

    /// What the help shows, groups apart.
    private func shown(_ story: Story) -> [String] {
        let lines = story.dashboard.help?.lines(.standard, story.dashboard.settings.catalogue) ?? []
        return lines.compactMap { if case .entry(_, let summary) = $0 { summary } else { nil } }
    }

    @Test func `the help is filtered while somebody types, and Esc drops the filter`() {
        var story = story()
        story.press("?")
        let all = shown(story)
        story.press("/")
        story.type("UNANS")
        #expect(shown(story) == ["next that needs an answer", "previous that needs an answer"])
        story.press("backspace enter")
        #expect(story.dashboard.prompt == nil && story.dashboard.context == .help)
        #expect(shown(story).count == 2)
        story.press("/ esc")
        #expect(shown(story) == all)
    }

    @Test(arguments: ["prioritat", "PRIORITÄT", "prioritaet", "priorität", "Priority"])
    func `accents and case do not matter, in German and in English`(typed: String) {
        var story = story(Self.german)
        story.press("? /")
        story.type(typed)
        #expect(shown(story) == ["priority"])
    }

    @Test(arguments: ["groessere", "grossere", "größere antwort", "antwort GRÖSSERE"])
    func `umlauts can be typed as two letters, and words stand in any order`(typed: String) {
        var story = story(Self.german)
        story.press("? /")
        story.type(typed)
        #expect(shown(story) == ["write a reply"])
    }

    @Test func `the name of a group finds all of it, and a key finds its command`() {
        var story = story(Self.german)
        story.press("? /")
        story.type("ruckgangig")
        #expect(shown(story).count == 4)
        story.press("ctrl-u")
        story.type("ctrl-r")
        #expect(shown(story) == ["do again what was taken back"])
    }

    @Test func `a topic of the manual opens as a sheet that scrolls and is searched`() {
        var story = story()
        story.press(":")
        story.type("help query\n")
        #expect(story.dashboard.sheet?.subject == .manual("query"))
        story.press("G")
        #expect((story.dashboard.sheet?.top ?? 0) > 10)
        story.press("g g /")
        story.type("pattern\n")
        let lines = story.dashboard.sheet?.lines(columns: 80) ?? []
        let found = story.dashboard.sheet?.found ?? 0
        #expect(lines[found] == .termLine(SafeText("/fel(ge|ten)/"), SafeText("a pattern (PCRE2) anywhere in a text")))
        story.press("n")
        #expect(story.dashboard.sheet?.found == found)
        #expect(story.dashboard.status.text == "on from the top")
        story.press("q")
        #expect(story.dashboard.context == .inbox)
    }

    @Test func `what a search does not find is said, and the place stays`() {
        var story = story()
        story.press(":")
        story.type("help themes\n")
        story.press("ctrl-d /")
        let top = story.dashboard.sheet?.top
        story.type("nowhere\n")
        #expect(story.dashboard.sheet?.top == top)
        #expect(story.dashboard.status.text == Phrase("%1 is not in here", "nowhere"))
    }

    @Test func `a search goes through the items of the history`() {
        var story = story()
        story.store.past = (1...60).map { Samples.act($0, $0 == 40 ? .waiting : .resolved, on: $0 % 5 + 1) }
        story.press("H /")
        story.type("wait\n")
        #expect(story.dashboard.sheet?.selected == 39)
    }

    @Test func `the name of a command opens its place in the page of commands`() {
        var story = story()
        story.press(":")
        story.type("help snooze\n")
        #expect(story.dashboard.sheet?.subject == .manual("commands"))
        #expect(story.dashboard.sheet?.found != nil)
    }

    @Test func `an unknown topic is said with those that there are`() {
        var story = story()
        story.press(":")
        story.type("help me\n")
        #expect(story.dashboard.sheet == nil)
        #expect(
            story.dashboard.status.text
                == Phrase("there is no topic %1; there is %2", "me", "commands, query, themes"))
    }

    @Test func `a page that is in English only says so, and one of phrases does not`() {
        var story = story(Self.german)
        story.press(":")
        story.type("help themes\n")
        #expect(story.dashboard.sheet?.entries.first == .line("this page is in English only"))
        story.press("q :")
        story.type("help commands\n")
        #expect(story.dashboard.sheet?.entries.first != .line("this page is in English only"))
        #expect(
            story.dashboard.sheet?.entries.contains(.term("p", "Priorität (:priority low|normal|high|urgent)")) == true)
    }

    @Test func `the page of the query language names every prefix and every word after is`() {
        let forms = ManualTopic.query.blocks.flatMap { if case .entry(let forms, _) = $0 { forms } else { [String]() } }
        #expect(forms.count > 40)
        for prefix in ["is:", "channel:", "waiting:", "batch:", "is:unread", "is:marked"] {
            #expect(forms.contains(prefix))
        }
    }
}

@Suite struct LineCompletionTests {
    private func candidates(_ line: String, values: [String] = []) -> (text: String, offered: [Completion]) {
        var story = Story(
            Samples.rows(1),
            settings: DashboardSettings(
                storeName: "demo", actor: "anna", themes: ["dark", "day", "plain"],
                manual: [.commands(.standard), .query]))
        story.store.values = [.label: values]
        story.press(":")
        story.type(line)
        story.press("tab")
        return (story.dashboard.prompt?.editor.text ?? "", story.dashboard.prompt?.candidates ?? [])
    }

    @Test(arguments: [
        ("help q", "help query"), ("theme d", "theme da"), ("theme p", "theme plain"),
        ("priority u", "priority urgent"), ("resolve no", "resolve no_action"), ("decide hi", "decide hidden"),
        ("view need", "view Needs answer"), ("snooze tom", "snooze tomorrow"), ("limit is:unr", "limit is:unread "),
        ("limit -label:spam chan", "limit -label:spam channel:"), ("search plat", "search platform:"),
        ("reso", "resolve "), ("wait now", "wait now"),
    ])
    func `Tab completes an argument as far as it is clear`(typed: String, completed: String) {
        #expect(candidates(typed).text == completed)
    }

    @Test func `commands and topics are offered with what they are`() {
        #expect(candidates("re").offered.contains { $0.text == "redo" && $0.summary == "do again what was taken back" })
        #expect(candidates("help ").offered.map(\.text) == ["commands", "query"])
        #expect(candidates("help ").offered.allSatisfy { $0.summary != nil })
        #expect(candidates("resolve ").offered.contains { $0.text == "no_action" && $0.summary == "no action" })
    }

    @Test(arguments: [
        ("label bi", "label billing"), ("label -bi", "label -billing"), ("limit label:bi", "limit label:billing "),
    ])
    func `a label is completed from the store`(typed: String, completed: String) {
        #expect(candidates(typed, values: ["billing"]).text == completed)
    }
}
