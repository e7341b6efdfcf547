import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct JudgingStoryTests {
    private func story() -> Story {
        var story = Story(Samples.rows(8))
        for row in story.store.rows { story.store.threads[row.id] = Samples.thread(row) }
        return story
    }

    private func judgings(_ story: Story) -> [Judging] {
        story.acts.compactMap { if case .judge(let judging) = $0 { judging } else { nil } }
    }

    @Test func `with marks the decision is for all of them, and every question says how many`() throws {
        var story = story()
        story.press("v v v d")
        #expect(story.dashboard.prompt?.label.english == "3 messages in 3 conversations: decide:")
        #expect(story.dashboard.prompt?.question.choices.map(\.key) == ["p", "l", "m", "h", "r"])
        story.press("h")
        #expect(story.dashboard.prompt?.label.english.hasPrefix("3 messages in 3 conversations: guideline") == true)
        story.type("3\nspam\n")
        let judging = try #require(judgings(story).first)
        #expect(judging.decision == .hidden && judging.guideline == "3" && judging.reason == "spam")
        #expect(judging.messages.map(\.message) == (1...3).map { Samples.digest($0) }.sorted())
        #expect(story.dashboard.inbox.marked.isEmpty)
        #expect(story.dashboard.status.text?.english == "3 messages decided on")
    }

    @Test func `without marks it is about one message, as before`() {
        var story = story()
        story.press("enter d p enter enter")
        #expect(judgings(story).isEmpty)
        #expect(story.acts.contains { if case .decide = $0 { true } else { false } })
    }

    @Test func `what is left out is counted at each question, and named at the last`() {
        var story = story()
        let marked = [Samples.digest(1), Samples.digest(2), Samples.digest(3)].sorted()
        let one = JudgedMessage(message: marked[0], revision: marked[0], conversation: marked[0])
        story.store.plans[.firstOf(marked)] = JudgingPlan(messages: [one], leftOut: [.decided: 1, .disputed: 1])
        story.press("v v v d")
        #expect(story.dashboard.prompt?.label.english == "1 message in 1 conversation, 2 left out: decide:")
        story.press("p enter")
        #expect(story.dashboard.prompt?.problem?.english == "left out: 1 decided already, 1 whose senders differ")
        story.press("enter")
        #expect(judgings(story).first?.messages == [one])
        #expect(story.dashboard.inbox.marked == Set(marked.dropFirst()))
    }

    @Test func `where nothing can be decided on, nothing is asked of the store`() {
        var story = story()
        story.store.plans[.firstOf([Samples.digest(1)])] = JudgingPlan(messages: [], leftOut: [.ours: 1])
        story.press("v d")
        #expect(story.dashboard.prompt?.problem?.english == "nothing can be decided: 1 of the team")
        story.press("p enter enter")
        #expect(story.dashboard.prompt?.problem?.english == "nothing can be decided: 1 of the team")
        #expect(judgings(story).isEmpty)
    }

    @Test func `a decision on many waits for the store to have counted`() {
        var dashboard = story().dashboard
        let asked = dashboard.perform(.decideAlike, count: nil, now: Samples.now)
        #expect(asked == [.planJudging(.alike(Samples.digest(1)), limit: 1000)])
        #expect(dashboard.prompt?.label.english == "counting: decide:")
        for key: Key in [.character("p"), .enter, .enter] { _ = dashboard.press(key, now: Samples.now) }
        #expect(dashboard.prompt?.problem == "the messages are still counted; Enter asks again")
        let one = JudgedMessage(
            message: Samples.digest(1), revision: Samples.digest(1), conversation: Samples.digest(1))
        let plan = JudgingPlan(messages: [one])
        _ = dashboard.receive(.judging(plan, for: .alike(Samples.digest(7))), now: Samples.now)
        #expect(dashboard.prompt?.judging == nil)
        _ = dashboard.receive(.judging(plan, for: .alike(Samples.digest(1))), now: Samples.now)
        let effects = dashboard.press(.enter, now: Samples.now)
        #expect(effects.count == 1 && dashboard.prompt == nil)
    }

    @Test func `A decides on all with the same text`() {
        var story = story()
        story.store.rows[2].excerpt = story.store.rows[0].excerpt
        story.press("A h")
        story.type("3\nspam\n")
        #expect(
            judgings(story).first?.messages.count
                == story.store.rows.count { $0.excerpt == story.store.rows[0].excerpt })
    }

    @Test func `:decide with its arguments asks once, with the number`() {
        var story = story()
        story.press("v v :")
        story.type("decide removed 3 spam wave\n")
        #expect(
            story.dashboard.prompt?.label.english
                == "2 messages in 2 conversations: removed, guideline 3, because spam wave?")
        story.press("y")
        #expect(judgings(story).first?.reason == "spam wave")
    }

    @Test func `it is repeated on what is marked next, after a yes`() {
        var story = story()
        story.press("v v d p enter enter v v v .")
        story.press("n")
        #expect(judgings(story).count == 1)
        story.press(". y")
        #expect(judgings(story).map(\.messages.count) == [2, 3])
    }

    @Test func `a thread that was left decides nothing from a list that covers it`() {
        var story = story()
        story.press("enter g g q")
        story.press(":")
        story.type("decide removed 3 spam\n")
        #expect(story.acts.allSatisfy { if case .decide = $0 { false } else { true } })
        #expect(story.dashboard.status.text == "open the conversation first")
        story.press("d")
        #expect(story.dashboard.prompt == nil && story.dashboard.focus == .thread)
        story.press("d")
        #expect(story.dashboard.prompt != nil)
    }

    @Test func `what was left out in the end is said`() {
        var story = story()
        let receipt = JudgingReceipt(
            messages: 12, conversations: 9, leftOut: [.changed: 1, .decided: 2], stillWaiting: 1)
        #expect(
            receipt.phrase.english
                == "12 messages decided on; left out: 2 decided already, 1 whose text has changed; "
                + "1 conversation stays open, more waits in it")
        story.receive(.acted(id: 99, .judged(receipt)))
        #expect(story.dashboard.status.text == nil)
    }

    @Test func `a label that is there already is said to be, and nothing is claimed to be added`() {
        #expect(Act.label("rad", isOn: true).unchangedPhrase.english == "label rad is there already")
        #expect(Act.label("rad", isOn: false).unchangedPhrase.english == "label rad is not there")
    }
}
