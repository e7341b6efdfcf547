import Conversations
import DashboardSupport
import Testing

@testable import Dashboard

/// A session that broke off, and the one after it.
@Suite struct PlaceStoryTests {
    private func next(after story: Story, _ rows: Int, place: Place? = nil) -> Story {
        var settings = DashboardSettings(storeName: "demo", actor: "anna")
        settings.place = place ?? story.dashboard.place
        return Story(Samples.rows(rows), settings: settings)
    }

    @Test
    func `deep in the list the selection, the limit and the marks are there again, and the list goes on both ways`()
        throws
    {
        var story = Story(Samples.rows(900))
        story.press("> f p a r c e l enter v v")
        for _ in 0..<250 { story.press("j") }
        let place = story.dashboard.place
        var next = next(after: story, 900)
        #expect(next.dashboard.place == place)
        #expect(next.dashboard.inbox.marked.count == 2)
        #expect(next.dashboard.inbox.selected?.id == place.selected)
        let above = try #require(next.dashboard.inbox.selectedIndex.map { next.dashboard.inbox.rows[$0 - 1].id })
        next.press("k")
        #expect(next.dashboard.inbox.selected?.id == above)
        story.press("k")
        #expect(story.dashboard.inbox.selected?.id == above)
        next.press("g g")
        story.press("g g")
        #expect(next.dashboard.inbox.selected?.id == story.dashboard.inbox.selected?.id)
    }

    @Test func `the open thread is open again, at the same message`() {
        var story = Story(Samples.rows(9))
        story.press("j j enter k")
        let place = story.dashboard.place
        let next = next(after: story, 9)
        #expect(next.dashboard.focus == .thread)
        #expect(next.dashboard.thread.selectedID == place.message && place.message != nil)
        #expect(next.dashboard.place == place)
        #expect(next.dashboard.status.text == "back where the last session broke off")
    }

    @Test func `what is gone is not missed: a view, a limit that no longer reads, a conversation`() {
        let story = Story(Samples.rows(9))
        let place = Place(
            view: "Nonesuch", limit: "(((", selected: Samples.digest(77), position: nil, opened: nil, message: nil)
        var next = next(after: story, 9, place: place)
        #expect(next.dashboard.inbox.view == .inbox && next.dashboard.inbox.limit == nil)
        #expect(next.dashboard.inbox.selectedIndex == 0)
        next.press("j")
        #expect(next.dashboard.inbox.selectedIndex == 1)
    }
}
