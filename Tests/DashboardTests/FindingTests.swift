import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct FindingTests {
    private func mixed() -> [InboxRow] {
        (1...9).map { Samples.row($0, state: .open, owes: $0.isMultiple(of: 3)) }
    }

    @Test(arguments: [("o", 3), ("o o", 6), ("o o o o", 9), ("G O", 6), ("o o O", 3)])
    func `o and O go to what needs an answer`(keys: String, expected: Int) {
        var story = Story(mixed())
        story.press(keys)
        #expect(story.dashboard.inbox.selectedID == Samples.digest(expected))
    }

    @Test func `o says when there is nothing further on`() {
        var story = Story([Samples.row(1, state: .open, owes: false)])
        story.press("o")
        #expect(story.dashboard.status.text == "nothing further on")
    }

    @Test func `a search goes on with n and back with N`() {
        var story = Story(Samples.rows(20))
        story.press("/ p a r c e l enter")
        let first = story.dashboard.inbox.selectedID
        story.press("n")
        let second = story.dashboard.inbox.selectedID
        #expect(first == Samples.digest(5) && second == Samples.digest(10))
        story.press("N")
        #expect(story.dashboard.inbox.selectedID == first)
    }

    @Test func `n without a search says how to search`() {
        var story = Story(Samples.rows(2))
        story.press("n")
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `a find beyond the window loads it there`() {
        var rows = Samples.rows(700).map { row in
            var row = row
            row.waitingSince = nil
            row.state = .open
            return row
        }
        rows[649].waitingSince = Samples.now
        var story = Story(rows)
        story.press("o")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(650))
        #expect(story.dashboard.inbox.selectedIndex != nil)
        story.press("k")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(649))
    }

    @Test func `a limit narrows the list and Esc drops it`() {
        var rows = Samples.rows(6)
        rows[2].state = .waiting
        var story = Story(rows)
        story.press("f i s : w a i t i n g enter")
        #expect(story.dashboard.inbox.rows.map(\.id) == [Samples.digest(3)])
        story.press("esc")
        #expect(story.dashboard.inbox.limit == nil)
        #expect(story.dashboard.inbox.rows.count == 5)
    }

    @Test func `q drops the limit before it quits`() {
        var story = Story(Samples.rows(3))
        story.press("f p a r c e l enter q")
        #expect(!story.effects.contains(.quit))
        story.press("q")
        #expect(story.effects.last == .quit)
    }

    @Test func `a wrong limit keeps the prompt and says what is wrong`() {
        var story = Story(Samples.rows(3))
        story.press("f i s : n o w h e r e enter")
        #expect(story.dashboard.prompt?.problem != nil)
        #expect(story.dashboard.inbox.rows.count == 3)
    }

    @Test func `a page of a limit that is gone comes too late`() {
        var story = Story(Samples.rows(3))
        let late = InboxPage(query: InboxQuery(limit: Query(.text(QueryText("x")))), rows: [], hasMore: false)
        story.receive(.inbox(late))
        #expect(story.dashboard.inbox.rows.count == 3)
    }
}
