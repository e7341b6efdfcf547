import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct InboxStoryTests {
    @Test func `the newest conversation is selected at the start`() {
        let story = Story(Samples.rows(5))
        #expect(story.dashboard.inbox.selectedID == Samples.digest(1))
        #expect(story.dashboard.counts.unanswered == 5)
    }

    @Test(arguments: [
        ("j", 2), ("j j k", 2), ("3 j", 4), ("1 0 j", 11), ("G", 300), ("G g g", 1), ("down down up", 2),
        ("end home", 1),
        ("k", 1), ("g esc j", 2), ("5 esc j", 2),
    ])
    func `keys move the selection`(keys: String, expected: Int) {
        var story = Story(Samples.rows(300))
        story.press(keys)
        #expect(story.dashboard.inbox.selectedID == Samples.digest(expected))
        #expect(story.dashboard.pendingKeys.isEmpty && story.dashboard.pendingCount == nil)
    }

    @Test func `a chord and a count are shown until they are complete`() {
        var story = Story(Samples.rows(3))
        story.press("1 2 g")
        #expect(story.dashboard.pendingCount == 12)
        #expect(story.dashboard.pendingKeys == [.character("g")])
    }

    @Test func `a long list is loaded page by page and kept within a window`() {
        var story = Story(Samples.rows(1500))
        for _ in 0..<1200 { story.press("j") }
        #expect(story.dashboard.inbox.selectedID == Samples.digest(1201))
        #expect(story.dashboard.inbox.rows.count <= 600)
        for _ in 0..<1200 { story.press("k") }
        #expect(story.dashboard.inbox.selectedID == Samples.digest(1))
    }

    @Test func `every page that is asked for has a limit`() {
        var story = Story(Samples.rows(900))
        story.press("G g g 4 0 0 j")
        let counts = story.effects.compactMap { effect -> Int? in
            if case .loadInbox(let query) = effect { query.count } else { nil }
        }
        #expect(counts.allSatisfy { $0 <= 200 })
    }

    @Test(arguments: [
        ("e a", Act.resolve(.answered, reason: "")), ("e enter", .resolve(.answered, reason: "")),
        ("e n", .resolve(.noAction, reason: "")), ("w", .wait), ("s enter", .snooze(until: nil)),
        ("s 2 h enter", .snooze(until: Samples.now.advanced(seconds: 7200))),
        ("c enter", .leaveToCommunity(until: Samples.now.advanced(seconds: 172_800))),
        ("h l a w enter enter", .hold(reason: "law", until: nil)),
    ])
    func `an act that ends the work selects the next conversation`(keys: String, act: Act) {
        var story = Story(Samples.rows(5))
        story.press("j")
        story.press(keys)
        #expect(story.acts == [act])
        #expect(story.actedOn == [Samples.digest(2)])
        #expect(story.dashboard.inbox.selectedID == Samples.digest(3))
        #expect(!story.dashboard.inbox.rows.contains { $0.id == Samples.digest(2) })
    }

    @Test(arguments: [
        ("l b u g enter", Act.label("bug", isOn: true)), ("l - b u g enter", .label("bug", isOn: false)),
        ("p u", .prioritize(.urgent)), ("a b e n enter", .assign("ben")), ("a enter", .assign(nil)),
        ("i h i enter", .note("hi")),
    ])
    func `an act that sorts stays on the conversation`(keys: String, act: Act) {
        var story = Story(Samples.rows(5))
        story.press("j")
        story.press(keys)
        #expect(story.acts == [act])
        #expect(story.dashboard.inbox.selectedID == Samples.digest(2))
    }

    @Test func `nothing leaves the list before the store said so`() {
        var story = Story(Samples.rows(5))
        story.storeIsBusy = true
        story.press("w")
        #expect(story.dashboard.inbox.rows.count == 5)
        story.settle()
        #expect(story.dashboard.inbox.rows.count == 4)
        #expect(story.dashboard.inbox.selectedID == Samples.digest(2))
    }

    @Test func `the next key while an act waits for the store is about the next conversation`() {
        var story = Story(Samples.rows(5))
        story.storeIsBusy = true
        story.press("w w e a")
        #expect(story.actedOn == [1, 2, 3].map { Samples.digest($0) })
        #expect(story.dashboard.inbox.rows.count == 5)
        #expect(story.dashboard.status.actsWaiting == 3)
        story.settle()
        #expect(story.dashboard.inbox.rows.map(\.id) == [4, 5].map { Samples.digest($0) })
        #expect(story.dashboard.inbox.selectedID == Samples.digest(4))
    }

    @Test func `moving on while the store is busy keeps the new selection`() {
        var story = Story(Samples.rows(5))
        story.storeIsBusy = true
        story.press("w j")
        story.settle()
        #expect(story.dashboard.inbox.selectedID == Samples.digest(3))
    }

    @Test func `the last conversation gives the selection to the one above`() {
        var story = Story(Samples.rows(3))
        story.press("G w")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(2))
    }

    @Test func `the selection stays where it is deep in the list when something changes`() {
        var story = Story(Samples.rows(900))
        for _ in 0..<350 { story.press("j") }
        story.press("l x enter")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(351))
        story.press("w")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(352))
        story.press("k")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(350))
    }

    @Test func `undo brings the conversation back and selects it`() {
        var story = Story(Samples.rows(5))
        story.press("j w G u")
        #expect(story.dashboard.inbox.selectedID == Samples.digest(2))
        story.press("ctrl-r")
        #expect(!story.dashboard.inbox.rows.contains { $0.id == Samples.digest(2) })
    }

    @Test func `undo without anything to undo says so`() {
        var story = Story(Samples.rows(1))
        story.press("u")
        #expect(story.dashboard.status.text == Refusal.nothingToUndo.phrase)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `an empty list takes every key`() {
        var story = Story([])
        story.press("j k G g g ctrl-d pgup e s w h c a l p i d r o O n u ctrl-r tab enter")
        #expect(story.acts.isEmpty)
    }
}
