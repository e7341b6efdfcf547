import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct LayoutStoryTests {
    private func story(_ columns: Int = 80, _ rows: Int = 24, _ panes: PaneSettings = PaneSettings()) -> Story {
        Story(
            Samples.rows(5), columns: columns, rows: rows,
            settings: DashboardSettings(storeName: "demo", actor: "anna", panes: panes))
    }

    @Test(arguments: [
        ("auto", PaneArrangement.single), ("right", .bottom), ("b", .bottom), ("sing", .single),
    ])
    func `:layout puts the panes where it says, as far as they fit`(word: String, shown: PaneArrangement) {
        var story = story()
        story.press(":")
        story.type("layout \(word)\n")
        #expect(story.dashboard.panes.arrangement.rawValue.hasPrefix(word))
        #expect(story.dashboard.layout.arrangement == shown)
        #expect(story.dashboard.status.tone == .message)
    }

    @Test func `a layout that does not fit yet says what stands in for it, and comes when there is room`() {
        var story = story()
        story.press(":")
        story.type("layout right\n")
        #expect(
            story.dashboard.status.text
                == Phrase("layout: %1; until the screen is large enough: %2", "right", "bottom"))
        story.resize(columns: 110, rows: 24)
        #expect(story.dashboard.layout.arrangement == .right)
        story.resize(columns: 40, rows: 10)
        #expect(story.dashboard.layout.arrangement == .single)
    }

    @Test(arguments: [("r", "right"), ("b", "bottom"), ("s", "single"), ("a", "auto"), ("enter", "auto")])
    func `one key chooses, and Enter takes the automatic one`(key: String, word: String) {
        var story = story(160, 50, PaneSettings(arrangement: .bottom))
        story.press("ctrl-w space \(key)")
        #expect(story.dashboard.panes.arrangement.rawValue == word)
        #expect(story.dashboard.prompt == nil)
    }

    @Test func `a word that is no layout is told, and changes nothing`() {
        var story = story()
        story.press(":")
        story.type("layout sideways\n")
        #expect(story.dashboard.status.text == "layout is auto, right, bottom or single")
        #expect(story.dashboard.panes.arrangement == .auto)
    }

    @Test func `Tab offers the layouts and says what each is, then takes the one that is meant`() {
        var story = story()
        story.press(":")
        story.type("layout ")
        story.press("tab")
        #expect(story.dashboard.prompt?.candidates.map(\.text) == ["auto", "right", "bottom", "single"])
        #expect(story.dashboard.prompt?.candidates.allSatisfy { $0.summary != nil } == true)
        story.type("b")
        #expect(story.dashboard.prompt?.candidates == [])
        story.press("tab")
        #expect(story.dashboard.prompt?.editor.text == "layout bottom")
        story.type("x")
        story.press("tab")
        #expect(story.dashboard.prompt?.problem == "nothing begins so")
    }

    @Test(arguments: [
        ("ctrl-w +", 4), ("ctrl-w >", 4), ("ctrl-w -", -4), ("3 ctrl-w +", 12), ("tab ctrl-w +", -4),
        ("tab ctrl-w - ctrl-w =", 0),
    ])
    func `keys make the pane that has them larger or smaller`(keys: String, columns: Int) {
        var story = story(160, 50)
        let before = story.dashboard.layout.inbox?.columns ?? 0
        story.press(keys)
        #expect(story.dashboard.layout.inbox?.columns == before + columns)
    }

    @Test func `a pane cannot be made smaller than what can be read, nor wait for keys that went too far`() {
        var story = story(160, 50)
        for _ in 0..<40 { story.press("ctrl-w -") }
        #expect(story.dashboard.layout.inbox?.columns == PaneSettings.leastInboxColumns)
        story.press("ctrl-w +")
        #expect(story.dashboard.layout.inbox?.columns == PaneSettings.leastInboxColumns + 4)
        for _ in 0..<40 { story.press("ctrl-w +") }
        #expect(story.dashboard.layout.thread?.columns == 40)
    }

    @Test func `below each other rows are given and taken`() {
        var story = story(80, 24, PaneSettings(arrangement: .bottom, inboxRows: 10))
        #expect(story.dashboard.layout.inbox?.rows == 9)
        story.press("ctrl-w + ctrl-w +")
        #expect(story.dashboard.layout.inbox?.rows == 11)
        story.press("ctrl-w =")
        #expect(story.dashboard.layout.inbox?.rows == 9)
    }

    @Test func `a pane can be seen alone, and the others come back`() {
        var story = story(160, 50)
        story.press("tab ctrl-w o")
        #expect(story.dashboard.layout.inbox == nil && story.dashboard.layout.thread != nil)
        story.press("ctrl-w o")
        #expect(story.dashboard.layout.arrangement == .right)
    }

    @Test(arguments: ["ctrl-w o", "ctrl-w +", "ctrl-w -"])
    func `where one pane is shown, its keys say how there are two`(keys: String) {
        var story = story()
        story.press(keys)
        #expect(story.dashboard.status.text == "only one pane is shown; :layout shows two")
    }

    @Test func `with the thread below, it follows the list`() {
        var story = story(80, 24, PaneSettings(arrangement: .bottom))
        story.press("j")
        #expect(story.dashboard.thread.page?.conversation.id == Samples.digest(2))
        #expect(story.acts.isEmpty)
    }

    @Test func `a composer takes the list's rows only where there are too few for all`() {
        var story = story(80, 24, PaneSettings(arrangement: .bottom))
        story.press("r")
        #expect(story.dashboard.layout.inbox != nil && story.dashboard.layout.composer != nil)
        story.resize(columns: 80, rows: 12)
        #expect(story.dashboard.layout.inbox == nil && story.dashboard.layout.composer != nil)
        #expect(story.dashboard.context == .composer)
    }
}
