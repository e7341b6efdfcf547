import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct QueryStoryTests {
    private func mixed() -> [InboxRow] {
        (1...9).map { number in
            var row = Samples.row(number, state: number.isMultiple(of: 4) ? .waiting : .open)
            row.channel = number.isMultiple(of: 3) ? "general chat" : "help-desk"
            return row
        }
    }

    private func typed(_ key: String, _ text: String, then keys: String = "enter") -> Story {
        var story = Story(mixed())
        story.press(key)
        story.type(text)
        story.press(keys)
        return story
    }

    @Test(
        arguments: [
            ("is:waiting or channel:\"general chat\"", [3, 4, 6, 8, 9]),
            ("-is:waiting channel:\"general chat\"", [3, 6, 9]),
            ("*", Array(1...9)), ("not (is:open or is:waiting)", []),
        ] as [(String, [Int])])
    func `a limit is any query`(query: String, expected: [Int]) {
        let story = typed("f", query)
        #expect(story.dashboard.inbox.rows.map(\.id) == expected.map(Samples.digest))
        #expect(story.dashboard.inbox.limit?.source == query)
    }

    @Test func `a search is any query, and n goes on with it within the limit`() {
        var story = typed("f", "channel:\"general chat\"")
        story.press("/")
        story.type("is:open")
        story.press("enter")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(6))
        story.press("n")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(9))
        story.press("n")
        #expect(story.dashboard.status.text == "nothing further on")
        story.press("N")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(6))
    }

    @Test func `queries say who asks and where clocks stand`() {
        let settings = DashboardSettings(storeName: "demo", actor: "anna", zoneOffset: 3600)
        var story = Story(mixed(), settings: settings)
        story.press("o")
        let context = QueryContext(me: "anna", zoneOffset: 3600)
        for case .find(let query) in story.effects { #expect(query.context == context) }
        for case .loadInbox(let query) in story.effects { #expect(query.context == context) }
        #expect(story.effects.contains { if case .find = $0 { true } else { false } })
    }

    @Test(arguments: [("f", "is:opne"), ("/", "(a or"), ("f", "parson:mia"), ("/", "/(/")])
    func `a wrong query keeps the prompt and says where`(key: String, query: String) {
        let story = typed(key, query)
        #expect(story.dashboard.prompt?.editor.text == query)
        #expect(story.dashboard.prompt?.problem?.english.hasPrefix("column ") == true)
    }

    @Test func `commands take queries too`() {
        var story = typed(":", "limit is:waiting")
        #expect(story.dashboard.inbox.rows.map(\.id) == [4, 8].map(Samples.digest))
        story.press(":")
        story.type("search -is:waiting")
        story.press("enter")
        #expect(story.dashboard.status.text == "nothing further on")
        story.press(":")
        story.type("search is:")
        story.press("enter")
        #expect(story.dashboard.status.tone == .error)
    }

    @Test(arguments: [
        ("f", "ch", "channel:"), ("/", "rad has:no", "rad has:note "), ("f", "is:un", "is:un"),
        ("f", "is:una", "is:una"),
        ("f", "-lab", "-label:"), ("f", "prio", "priority:"),
    ])
    func `Tab completes the word under the cursor`(key: String, text: String, expected: String) {
        let story = typed(key, text, then: "tab")
        #expect(story.dashboard.prompt?.editor.text == expected)
        #expect(story.dashboard.prompt?.problem == nil)
    }

    @Test func `Tab shows what there is until the next key`() {
        var story = typed("f", "is:un", then: "tab")
        #expect(story.dashboard.prompt?.candidates.map(\.text) == ["is:unread", "is:unanswered", "is:unassigned"])
        story.type("a")
        #expect(story.dashboard.prompt?.candidates == [])
        story.press("tab")
        #expect(story.dashboard.prompt?.candidates.count == 2)
    }

    @Test func `Tab says when nothing begins so`() {
        let story = typed("f", "xyz", then: "tab")
        #expect(story.dashboard.prompt?.problem == "nothing begins so")
    }

    @Test func `Tab asks the store for names`() {
        var story = Story(mixed())
        story.store.values = [.channel: ["general chat", "general news"]]
        story.press("f")
        story.type("rad channel:g")
        story.press("tab")
        #expect(story.dashboard.prompt?.editor.text == "rad channel:\"general ")
        #expect(story.dashboard.prompt?.candidates.count == 2)
        story.type("n")
        story.press("tab")
        #expect(story.dashboard.prompt?.editor.text == "rad channel:\"general news\" ")
    }

    @Test func `names that come too late change nothing`() throws {
        var story = Story(mixed())
        story.press("f")
        story.type("channel:g")
        let request = try #require(QueryCompletion.request("channel:g", cursor: 9))
        story.type("e")
        story.receive(.queryValues(["general chat"], for: request))
        #expect(story.dashboard.prompt?.editor.text == "channel:ge")
        story.press("esc")
        story.receive(.queryValues(["general chat"], for: request))
        #expect(story.dashboard.prompt == nil)
    }

    @Test func `texts that a pattern gave up on are told`() {
        var story = Story(mixed())
        story.receive(.inbox(InboxPage(query: InboxQuery(), rows: mixed(), hasMore: false, regexLimitHits: 2)))
        #expect(story.dashboard.status.text?.english.contains("2 texts") == true)
    }
}
