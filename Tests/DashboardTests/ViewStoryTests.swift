import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct ViewStoryTests {
    private func story() -> Story {
        var rows = (1...9).map { Samples.row($0) }
        rows[1].state = .waiting
        rows[2].state = .closed
        rows[3].assignee = "anna"
        rows[4].waitingSince = nil
        return Story(rows)
    }

    @Test func `the views follow each other in a ring`() {
        var story = story()
        #expect(story.dashboard.inbox.view == .inbox)
        story.press("<")
        #expect(story.dashboard.inbox.view.name == "All")
        #expect(story.dashboard.inbox.rows.count == 9)
        story.press(">")
        #expect(story.dashboard.inbox.view == .inbox)
        story.press("3 >")
        #expect(story.dashboard.inbox.view.name == "Mine")
        #expect(story.dashboard.inbox.rows.map(\.id) == [Samples.digest(4)])
    }

    @Test func `what waits longest comes first where answers are owed`() {
        var story = story()
        story.press(">")
        let waiting = story.dashboard.inbox.rows.compactMap(\.waitingSince)
        #expect(waiting == waiting.sorted() && waiting.count == 6)
        #expect(story.dashboard.inbox.selectedIndex == 0)
    }

    @Test func `a long list in the order of waiting is paged without a gap`() {
        var story = Story((1...900).map { Samples.row($0) })
        story.press("> G")
        #expect(story.dashboard.inbox.selected?.id == Samples.digest(1))
        story.press("g g")
        #expect(story.dashboard.inbox.selected?.id == Samples.digest(900))
        var seen: [Digest] = []
        for _ in 0..<900 {
            if let id = story.dashboard.inbox.selected?.id { seen.append(id) }
            story.press("j")
        }
        #expect(seen == (1...900).reversed().map { Samples.digest($0) })
    }

    @Test func `a view is found by the beginning of its name, in any case`() {
        var story = story()
        story.press(":")
        story.type("view wait\n")
        #expect(story.dashboard.inbox.view.name == "Waiting")
        #expect(story.dashboard.inbox.rows.map(\.id) == [Samples.digest(2)])
        story.press(":")
        story.type("view nonsense\n")
        #expect(story.dashboard.status.tone == .error)
        #expect(story.dashboard.inbox.view.name == "Waiting")
    }

    @Test func `a limit narrows a view, and goes with it`() {
        var story = story()
        story.press("<")
        story.press("f p a r c e l enter")
        #expect(story.dashboard.inbox.rows.allSatisfy { $0.excerpt.contains("parcel") })
        story.press("escape")
        #expect(story.dashboard.inbox.rows.count == 9)
    }

    @Test func `each view tells how many it holds, and tells it anew after an act`() {
        var story = story()
        #expect(story.dashboard.viewCounts == [7, 6, 0, 1, 1, 0, 0, 0, 1, 1, 9])
        story.press("w")
        #expect(story.dashboard.viewCounts[4] == 2)
    }
}
