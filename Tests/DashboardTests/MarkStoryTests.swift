import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct MarkStoryTests {
    private func story() -> Story { Story((1...12).map { Samples.row($0) }) }

    @Test func `an act goes to all that is marked, in one step, and the marks are gone after it`() {
        var story = story()
        story.press("v j v e")
        #expect(story.dashboard.prompt?.label == Phrase("%1 marked: %2", 2, Phrase("resolved how?")))
        story.press("a")
        #expect(story.acts == [.resolve(.answered, reason: "")])
        #expect(Set(story.actedOn) == [Samples.digest(1), Samples.digest(3)])
        #expect(story.dashboard.inbox.marked.isEmpty)
        #expect(story.dashboard.status.text == Act.resolve(.answered, reason: "").donePhrase(on: 2))
        #expect(story.dashboard.inbox.rows.count == 10)
        story.press("u")
        #expect(story.dashboard.inbox.rows.count == 12)
    }

    @Test func `v on a marked row takes its mark away`() {
        var story = story()
        story.press("v k v")
        #expect(story.dashboard.inbox.marked.isEmpty)
    }

    @Test func `V marks from where it was pressed to where it is pressed again, upwards too`() {
        var story = story()
        story.press("5 j V 3 k V")
        #expect(story.dashboard.inbox.marked == Set([3, 4, 5, 6].map { Samples.digest($0) }))
        #expect(!story.dashboard.inbox.isMarkingRange)
    }

    @Test func `marks outlive a limit and a change of the view`() {
        var story = story()
        story.press("v f p a r c e l enter > < escape")
        #expect(story.dashboard.inbox.marked == [Samples.digest(1)])
        story.press("w")
        #expect(story.actedOn == [Samples.digest(1)])
    }

    @Test func `a query marks what it finds in the list; nothing typed marks all of it`() {
        var story = story()
        story.press("+")
        story.type("parcel\n")
        let parcels = story.store.rows.filter { $0.excerpt.contains("parcel") }.map(\.id)
        #expect(!parcels.isEmpty && story.dashboard.inbox.marked == Set(parcels))
        story.press("+ enter")
        #expect(story.dashboard.inbox.marked.count == 12)
        story.press("-")
        #expect(story.dashboard.inbox.marked.isEmpty)
    }

    @Test func `what says the same is marked together`() {
        var story = story()
        let text = story.store.rows[2].excerpt
        story.press("j j =")
        #expect(story.dashboard.inbox.marked == Set(story.store.rows.filter { $0.excerpt == text }.map(\.id)))
        #expect(story.dashboard.inbox.marked.count > 1)
    }

    @Test func `a reply and a decision are for one conversation, whatever is marked`() {
        var story = story()
        story.press("v v r")
        story.type("Danke")
        story.press("alt-enter")
        #expect(story.actedOn.count == 1)
    }

    @Test func `in a thread an act is for the conversation that is open`() {
        var story = story()
        story.press("v v enter w")
        #expect(story.actedOn.last == Samples.digest(3))
    }

    @Test func `no more than a thousand can be marked`() {
        var story = Story((1...1200).map { Samples.row($0) })
        story.press("+ enter")
        #expect(story.dashboard.inbox.marked.count == 1000)
        #expect(story.dashboard.status.tone == .error)
    }
}
