import Conversations
import DashboardSupport
import Screen
import TestSupport
import Testing

@testable import Dashboard

@Suite struct MouseStoryTests {
    private static func story(_ count: Int = 9, _ columns: Int = 80, _ rows: Int = 24) -> Story {
        Story(
            Samples.rows(count), columns: columns, rows: rows,
            settings: DashboardSettings(storeName: "demo", actor: "anna", takesMouse: true))
    }

    @Test func `the mouse is taken at the start only where the settings say so`() {
        #expect(Self.story().effects.contains(.takeMouse(true)))
        #expect(!Story(Samples.rows(2)).effects.contains(.takeMouse(true)))
    }

    @Test func `:mouse takes it and leaves it, and says what Shift is for`() {
        var story = Story(Samples.rows(2))
        story.press(":")
        story.type("mouse\n")
        #expect(story.effects.last == .takeMouse(true))
        #expect(story.dashboard.status.text == "the mouse is lotse's; with Shift the terminal selects text")
        story.press(":")
        story.type("mouse off\n")
        #expect(story.effects.last == .takeMouse(false))
        #expect(!story.dashboard.takesMouse)
        story.press(":")
        story.type("mouse sideways\n")
        #expect(story.dashboard.status.text == "the mouse is on or off")
        story.receive(.noMouse)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `a click selects the row under it, and nothing is opened or written`() {
        var story = Self.story()
        story.forgetEffects()
        story.click(column: 12, row: 4)
        #expect(story.dashboard.inbox.selectedIndex == 3)
        #expect(story.dashboard.focus == .inbox)
        #expect(story.effects == [])
    }

    @Test func `a click below the last row changes nothing`() {
        var story = Self.story(3)
        story.click(column: 12, row: 15)
        #expect(story.dashboard.inbox.selectedIndex == 0)
    }

    @Test func `two clicks on a cell open the row, unless the second is late or elsewhere`() {
        var story = Self.story()
        story.click(column: 12, row: 3)
        story.now = Moment(milliseconds: story.now.milliseconds + 401)
        story.click(column: 12, row: 3)
        #expect(story.dashboard.focus == .inbox)
        story.click(column: 13, row: 3)
        #expect(story.dashboard.focus == .inbox)
        story.now = Moment(milliseconds: story.now.milliseconds + 400)
        story.click(column: 13, row: 3)
        #expect(story.dashboard.focus == .thread)
        #expect(story.dashboard.thread.conversation == Samples.rows(9)[2].id)
    }

    @Test func `a click on a tab shows its view`() {
        var story = Self.story()
        let strip = TabStrip(story.dashboard, catalogue: .english, columns: 80)
        let column = (0..<80).first { strip.tab(at: $0) == 2 } ?? 0
        story.click(column: column + 1, row: 0)
        #expect(story.dashboard.viewIndex == 2)
    }

    @Test func `the wheel goes by three rows in the list and stops at its ends`() {
        var story = Self.story()
        story.wheel(.wheelDown, column: 3, row: 9)
        #expect(story.dashboard.inbox.selectedIndex == 3)
        story.wheel(.wheelDown, column: 3, row: 9)
        story.wheel(.wheelDown, column: 3, row: 9)
        #expect(story.dashboard.inbox.selectedIndex == 8)
        story.wheel(.wheelUp, column: 3, row: 9)
        #expect(story.dashboard.inbox.selectedIndex == 5)
    }

    @Test func `the wheel turns the thread under it while the list keeps the keys`() {
        var story = Self.story(9, 160, 20)
        let before = story.dashboard.thread.selectedIndex
        story.press("g g")
        story.wheel(.wheelUp, column: 150, row: 5)
        #expect(story.dashboard.focus == .inbox)
        #expect(story.dashboard.inbox.selectedIndex == 0)
        #expect(before != nil && story.dashboard.thread.selectedIndex != before)
    }

    @Test func `a click into the other pane gives it the keys`() {
        var story = Self.story(9, 160, 50)
        story.click(column: 150, row: 3)
        #expect(story.dashboard.focus == .thread)
        story.click(column: 5, row: 5)
        #expect(story.dashboard.focus == .inbox)
        #expect(story.dashboard.inbox.selectedIndex == 4)
    }

    @Test func `two clicks on a link open it, and on a message fold it`() throws {
        var story = Self.story(3, 80, 24)
        var page = Samples.thread(Samples.rows(3)[0])
        page.rows.append(
            Samples.message(9000, "Mia", "see https://a.example/1 and https://b.example/2", depth: 1, minutesAgo: 1))
        story.store.threads[Samples.rows(3)[0].id] = page
        story.press("enter G")
        let row = try #require(
            (0..<22).first {
                let pointed = story.dashboard.pointed(at: Point(column: 20, row: $0), now: story.now)
                if case .link(2, _) = pointed?.thing { return true } else { return false }
            })
        story.forgetEffects()
        story.click(column: 20, row: row)
        #expect(story.effects == [])
        story.click(column: 20, row: row)
        #expect(story.effects == [.open(try #require(LinkTarget("https://b.example/2")))])
    }

    @Test func `a prompt is answered by keys alone`() {
        var story = Self.story()
        story.press("e")
        story.click(column: 3, row: 23)
        story.click(column: 3, row: 5)
        #expect(story.dashboard.prompt != nil)
        #expect(story.dashboard.inbox.selectedIndex == 0)
    }

    @Test func `a person's own binding counts, and none takes the click away`() {
        let keymap = Keymap.judged(["inbox": ["click": "none", "wheel-down": "last", "double-click": "mark"]]).keymap
        var story = Story(
            Samples.rows(9), settings: DashboardSettings(storeName: "demo", actor: "anna", keymap: keymap))
        story.click(column: 3, row: 5)
        #expect(story.dashboard.inbox.selectedIndex == 0)
        story.wheel(.wheelDown, column: 3, row: 5)
        #expect(story.dashboard.inbox.selectedIndex == 8)
        story.click(column: 3, row: 5)
        #expect(story.dashboard.inbox.marked.count == 1)
    }

    @Test func `the mouse is neither recorded nor played, nor kept for later`() {
        var story = Self.story()
        story.press("Q x")
        story.click(column: 3, row: 5)
        #expect(story.dashboard.inbox.selectedIndex == 0)
        #expect(story.dashboard.status.text == "the mouse is not recorded")
        story.press("j Q")
        #expect(story.dashboard.macros["x"]?.steps.count == 1)
    }

    @Test(arguments: [(40, 10), (80, 24), (160, 50), (1, 1), (107, 15)])
    func `wherever the mouse is used, the dashboard stays sound and nothing is written but that it was opened`(
        columns: Int, rows: Int
    ) {
        let keys = ["enter", "q", "?", "H", "tab", "r", "escape", "f", "ctrl-w o", "e", "K"]
        for seed in UInt64(1)...20 {
            var random = SplitMix64(seed: seed)
            var story = Self.story(30, columns, rows)
            for _ in 0..<120 {
                if Int.random(in: 0..<6, using: &random) == 0 {
                    story.press(keys[Int.random(in: 0..<keys.count, using: &random)])
                }
                let place = Point(
                    column: Int.random(in: 0..<columns + 3, using: &random),
                    row: Int.random(in: 0..<rows + 3, using: &random))
                let actions: [MouseReport.Action] = [.press, .press, .wheelUp, .wheelDown]
                let hadSelection = story.dashboard.inbox.selectedIndex != nil
                story.forgetEffects()
                story.press(.mouse(MouseReport(actions[Int.random(in: 0..<4, using: &random)], at: place)))
                #expect(story.acts.allSatisfy { $0 == .open }, "seed \(seed)")
                let isSound = story.dashboard.inbox.selectedIndex != nil || story.dashboard.inbox.rows.isEmpty
                #expect(isSound || !hadSelection, "seed \(seed)")
            }
        }
    }
}

extension Story {
    fileprivate mutating func click(column: Int, row: Int) {
        press(.mouse(MouseReport(.press, at: Point(column: column, row: row))))
    }

    fileprivate mutating func wheel(_ action: MouseReport.Action, column: Int, row: Int) {
        press(.mouse(MouseReport(action, at: Point(column: column, row: row))))
    }
}
