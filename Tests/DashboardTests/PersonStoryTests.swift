import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct PersonStoryTests {
    private func story() -> Story {
        var story = Story(Samples.rows(6))
        for row in story.store.rows { story.store.threads[row.id] = Samples.thread(row) }
        story.store.values[.person] = ["Anna Beispiel"]
        return story
    }

    private func facts(_ story: Story) -> PersonFacts {
        PersonFacts(
            name: "Anna Beispiel", roles: [.advocate], accounts: [PersonAccount(platform: "x", name: "anna")],
            messages: 12, conversations: 2, unanswered: 1, first: Samples.now, last: Samples.now,
            rows: Array(story.store.rows.prefix(2)))
    }

    @Test func `the account behind the row is linked to a name, which Tab completes`() {
        var story = story()
        story.press("g p")
        story.type("An")
        story.press("tab enter")
        #expect(story.acts == [.link(to: "Anna Beispiel")])
        #expect(story.actedOn == [Samples.digest(1)])
        #expect(story.dashboard.status.text?.english == "linked to Anna Beispiel")
    }

    @Test func `in a thread it is the account of the message that is pointed at`() {
        var story = story()
        story.press("enter k")
        let message = story.dashboard.thread.target?.digest
        story.forgetEffects()
        story.press(":")
        story.type("link-person Anna\n")
        #expect(message != nil && story.actedOn == [message].compactMap(\.self))
        story.press("R")
        story.type("advocate\n")
        #expect(story.acts == [.link(to: "Anna"), .role(.advocate, isOn: true)])
        #expect(story.actedOn.last == message)
    }

    @Test func `it goes to all that is marked`() {
        var story = story()
        story.press("v v R")
        #expect(story.dashboard.prompt?.label.english.hasPrefix("2 marked: ") == true)
        story.type("-customer\n")
        #expect(story.acts == [.role(.customer, isOn: false)])
        #expect(story.actedOn.count == 2)
        story.press("v v :")
        story.type("unlink-person\n")
        #expect(story.acts.last == .link(to: nil) && story.actedOn.count == 4)
    }

    @Test(arguments: ["boss", "", "-"])
    func `an unknown role is told with those that there are`(role: String) {
        var story = story()
        story.press("R")
        story.type(role + "\n")
        #expect(story.acts.isEmpty)
        #expect(story.dashboard.prompt?.problem?.english.contains("advocate") == true)
    }

    @Test func `the sheet lists conversations over all channels, and Enter opens one`() {
        var story = story()
        story.store.persons[Samples.digest(1)] = facts(story)
        story.press("P")
        #expect(story.dashboard.sheet?.entries.contains(.quote("person", "Anna Beispiel")) == true)
        #expect(story.dashboard.sheet?.selected == 0)
        story.press("j enter")
        #expect(story.dashboard.sheet == nil && story.dashboard.thread.conversation == Samples.digest(2))
    }

    @Test func `who wrote without an account is told to be nobody who could be linked`() {
        var story = story()
        story.press("P")
        #expect(story.dashboard.sheet == nil)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `a link is repeated on the next row`() {
        var story = story()
        story.press(":")
        story.type("link-person Anna\n")
        story.press("j .")
        #expect(story.acts == [.link(to: "Anna"), .link(to: "Anna")])
        #expect(story.actedOn == [Samples.digest(1), Samples.digest(2)])
    }
}
