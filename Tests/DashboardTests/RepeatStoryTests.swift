import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct RepeatStoryTests {
    private func story() -> Story {
        var story = Story(Samples.rows(8))
        for row in story.store.rows { story.store.threads[row.id] = Samples.thread(row) }
        return story
    }

    @Test(arguments: [
        ("label billing", Act.label("billing", isOn: true)), ("label -billing", .label("billing", isOn: false)),
        ("assign ben", .assign("ben")), ("priority urgent", .prioritize(.urgent)),
        ("note call back", .note("call back")),
        ("resolve no_action spam wave", .resolve(.noAction, reason: "spam wave")), ("wait", .wait),
        ("hold the lawyers", .hold(reason: "the lawyers", until: nil)), ("close done", .close(reason: "done")),
        ("snooze 2h", .snooze(until: Samples.now.advanced(seconds: 7200))),
    ])
    func `the last act is done to the row under the cursor, with its arguments`(line: String, act: Act) {
        var story = story()
        story.press(":")
        story.type(line + "\n")
        story.press("G .")
        #expect(story.acts == [act, act])
        #expect(story.actedOn == [Samples.digest(1), Samples.digest(8)])
    }

    @Test func `it goes to all that is marked`() {
        var story = story()
        story.press("w v v .")
        #expect(story.acts == [.wait, .wait])
        #expect(story.actedOn == [Samples.digest(1), Samples.digest(2), Samples.digest(3)])
    }

    @Test func `it can be repeated again and again, and each one is taken back alone`() {
        var story = story()
        story.press("w . . .")
        #expect(story.actedOn == (1...4).map { Samples.digest($0) })
        story.forgetEffects()
        story.press("u u")
        #expect(story.effects.count { if case .undo = $0 { true } else { false } } == 2)
        story.press(".")
        #expect(story.acts == [.wait])
    }

    @Test func `before anything was done it says so, and opening does not count`() {
        var story = story()
        story.press("enter q .")
        #expect(story.acts.filter { $0 != .open }.isEmpty)
        #expect(story.dashboard.status.text == "nothing was done yet that could be repeated")
    }

    @Test func `a time that is over is not repeated`() {
        var story = story()
        story.press(":")
        story.type("snooze 2h\n")
        story.now = story.now.advanced(seconds: 7200)
        story.press(".")
        #expect(story.acts.count == 1)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `a reply is opened with the same text and not sent`() {
        var story = story()
        story.press("r")
        story.type("Thanks, we look into it.")
        story.press("alt-enter j .")
        #expect(story.dashboard.composer?.editor.text == "Thanks, we look into it.")
        #expect(story.dashboard.composer?.conversation != Samples.digest(1))
        #expect(story.acts.count { if case .send = $0 { true } else { false } } == 1)
        story.press("alt-enter")
        #expect(story.acts.count { if case .send = $0 { true } else { false } } == 2)
    }

    @Test func `a draft that is there is not overwritten by a repeated reply`() {
        var story = story()
        story.press("r")
        story.type("First")
        story.press("alt-enter")
        story.press("r")
        story.type("My own words")
        story.press("esc q .")
        #expect(story.dashboard.composer?.editor.text == "My own words")
    }

    @Test func `a decision that restricts needs a yes, and any other key but n waits`() {
        var story = story()
        story.press("enter d r")
        story.type("3\nspam\n")
        #expect(story.acts.count == 2)
        story.press("j enter .")
        let first = story.acts.compactMap { if case .decide(let act) = $0 { act } else { nil } }
        #expect(first.count == 1)
        guard case .repeatedDecision = story.dashboard.prompt?.question else {
            Issue.record("no question")
            return
        }
        story.press(". enter x")
        #expect(story.dashboard.prompt != nil)
        story.press("n")
        #expect(story.dashboard.prompt == nil)
        story.press(". y")
        let decisions = story.acts.compactMap { if case .decide(let act) = $0 { act } else { nil } }
        #expect(decisions.count == 2)
        #expect(
            decisions.last?.decision == .removed && decisions.last?.guideline == "3" && decisions.last?.reason == "spam"
        )
        #expect(story.actedOn.last == Samples.digest(3))
    }

    @Test func `a decision that restricts nobody is repeated at once, on the message that is pointed at`() {
        var story = story()
        story.press("enter d p enter enter j enter .")
        let decisions = story.acts.compactMap { if case .decide(let act) = $0 { act } else { nil } }
        #expect(decisions.map(\.decision) == [.kept, .kept])
    }

    @Test func `in the list a decision first shows the message that it would be about`() {
        var story = story()
        story.press("enter d p enter enter q j .")
        let decisions = story.acts.compactMap { if case .decide(let act) = $0 { act } else { nil } }
        #expect(decisions.count == 1)
        #expect(story.dashboard.focus == .thread)
    }
}
