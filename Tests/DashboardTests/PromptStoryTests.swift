import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct PromptStoryTests {
    @Test(arguments: ["e", "s", "h", "c", "a", "l", "p", "i", "/", "f", ":"])
    func `Esc leaves a prompt and nothing is done`(key: String) {
        var story = Story(Samples.rows(3))
        story.press(key)
        #expect(story.dashboard.context == .prompt)
        story.press("esc")
        #expect(story.dashboard.prompt == nil && story.acts.isEmpty)
    }

    @Test(arguments: ["e", "p", "s", "l", "i", ":"])
    func `a resize and a paste answer no prompt`(key: String) {
        var story = Story(Samples.rows(3))
        story.press(key)
        story.resize(columns: 50, rows: 12)
        story.press(.paste("a\n"))
        #expect(story.dashboard.prompt != nil)
        #expect(story.acts.isEmpty)
    }

    @Test func `an act goes to the conversation that the prompt was opened for`() {
        var story = Story(Samples.rows(5))
        story.press("j e")
        // Somebody else resolves it meanwhile: the selection moves to the next one.
        story.store.rows[1].state = .resolved
        story.receive(.storeChanged)
        #expect(story.dashboard.inbox.selectedID == Samples.digest(3))
        story.press("a")
        #expect(story.actedOn == [Samples.digest(2)])
    }

    @Test func `a wrong time keeps the prompt and says so`() {
        var story = Story(Samples.rows(2))
        story.press("s n e v e r enter")
        #expect(story.dashboard.prompt?.problem != nil)
        #expect(story.acts.isEmpty)
        story.press("backspace")
        #expect(story.dashboard.prompt?.problem == nil)
    }

    @Test func `an empty note is not kept`() {
        var story = Story(Samples.rows(2))
        story.press("i enter")
        #expect(story.dashboard.prompt?.problem == Refusal.emptyText.phrase)
    }

    @Test func `a prompt without a conversation does not open`() {
        var story = Story([])
        story.press("e")
        #expect(story.dashboard.prompt == nil)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `what the store refuses is said`() {
        var story = Story(Samples.rows(2))
        story.store.rows = []
        story.press("w")
        #expect(story.dashboard.status.text == Refusal.unknownConversation.phrase)
    }
}

@Suite struct DecisionStoryTests {
    private func opened() -> Story {
        var story = Story(Samples.rows(3))
        story.press("enter")
        story.forgetEffects()
        return story
    }

    @Test func `the ladder begins with answering`() {
        var story = opened()
        story.press("d")
        let keys = story.dashboard.prompt?.question.choices.map(\.key)
        #expect(keys == ["a", "b", "k", "c", "p", "l", "m", "h", "r"])
        story.press("a")
        #expect(story.dashboard.context == .composer)
    }

    @Test func `no single key decides`() {
        var story = opened()
        story.press("d enter")
        #expect(story.dashboard.prompt != nil)
        #expect(story.acts.isEmpty)
    }

    @Test(arguments: ["m", "h", "r"])
    func `restricting needs a guideline and a reason`(step: String) {
        var story = opened()
        story.press("d")
        story.press(step)
        story.press("enter")
        #expect(story.dashboard.prompt?.problem == Refusal.needsGuidelineAndReason.phrase)
        story.press("3 enter enter")
        #expect(story.dashboard.prompt?.problem == Refusal.needsGuidelineAndReason.phrase)
        story.press("s p a m enter")
        guard case .decide(let act) = story.acts.last else {
            Issue.record("no decision was made")
            return
        }
        #expect(act.guideline == "3" && act.reason == "spam")
        #expect(act.message == Samples.digest(3000) && act.revision == Samples.digest(3001))
    }

    @Test func `hiding says that criticism is answered`() {
        var story = opened()
        story.press("d h")
        #expect(story.dashboard.prompt?.problem != nil)
    }

    @Test func `a decision is about the selected message`() {
        var story = opened()
        story.press("k d p enter enter")
        guard case .decide(let act) = story.acts.last else {
            Issue.record("no decision was made")
            return
        }
        #expect(act.message == Samples.digest(2000) && act.decision == .kept)
    }

    @Test func `the command line decides on no message of another conversation`() {
        var story = opened()
        story.press("q j")
        story.press(":")
        story.type("decide hidden 3 spam")
        story.press("enter")
        #expect(story.acts.isEmpty)
        #expect(story.dashboard.status.tone == .error)
    }
}

/// Acts that the disk did not take.
@Suite struct UnwrittenStoryTests {
    private func story(_ keys: String) -> Story {
        var story = Story(Samples.rows(5))
        story.storeIsBusy = true
        story.press(keys)
        return story
    }

    private func lastAct(_ story: Story) -> Int? {
        story.effects.compactMap { if case .append(_, _, let id) = $0 { id } else { nil } }.last
    }

    @Test func `a note that could not be written is asked for again with its text`() throws {
        var story = story("j i")
        story.type("ein Vermerk")
        let typed = story.dashboard.prompt
        story.press("enter")
        story.receive(.notWritten(id: try #require(lastAct(story)), "The disk is full."))
        #expect(story.dashboard.prompt?.editor.text == "ein Vermerk")
        #expect(story.dashboard.prompt?.conversation == typed?.conversation)
        #expect(story.dashboard.prompt?.problem == Phrase("%1", "The disk is full."))
        story.press("esc")
        #expect(story.dashboard.prompt == nil)
    }

    @Test func `where something else is typed meanwhile it waits until it is asked for again`() throws {
        var story = story("i")
        story.type("ein Vermerk")
        story.press("enter")
        let id = try #require(lastAct(story))
        story.press("f")
        story.type("wo")
        story.receive(.notWritten(id: id, "The disk is full."))
        #expect(story.dashboard.prompt?.question == .limit && story.dashboard.prompt?.editor.text == "wo")
        story.press("esc i")
        #expect(story.dashboard.prompt?.editor.text == "ein Vermerk")
        story.press("esc j i")
        #expect(story.dashboard.prompt?.editor.text == "")
    }

    @Test func `a reply stays in the composer`() throws {
        var story = Story(Samples.rows(5))
        story.press("r")
        story.storeIsBusy = true
        story.type("Hallo")
        story.press("alt-enter")
        story.receive(.notWritten(id: try #require(lastAct(story)), "The disk is full."))
        #expect(story.dashboard.composer?.editor.text == "Hallo" && story.dashboard.focus == .composer)
        #expect(story.dashboard.status.text == Phrase("%1", "The disk is full."))
    }

    @Test(arguments: 1...3)
    func `a reply that could not be written is sent by the same key once there is room`(failures: Int) throws {
        var story = Story(Samples.rows(5))
        story.press("r")
        story.storeIsBusy = true
        story.type("Hallo")
        story.press("alt-enter")
        for _ in 0..<failures {
            let failed = try #require(lastAct(story))
            story.receive(.notWritten(id: failed, "The disk is full."))
            story.forgetEffects()
            story.press("alt-enter")
            #expect(try #require(lastAct(story)) > failed)
        }
        // The one that is on its way is not sent twice.
        story.forgetEffects()
        story.press("alt-enter")
        #expect(lastAct(story) == nil)
    }
}

/// What comes while somebody types an answer to a question.
@Suite struct MeanwhileStoryTests {
    @Test(arguments: ["e", "i", ":"])
    func `a message that comes while a prompt is open is not taken for seen`(key: String) throws {
        var story = Story(Samples.rows(3))
        let before = try #require(story.dashboard.inbox.selected?.newest)
        story.press(key)
        let index = try #require(story.store.rows.firstIndex { $0.id == story.dashboard.inbox.selectedID })
        story.store.rows[index].newest = Samples.position(7000, minutesAgo: 0)
        story.receive(.storeChanged)
        story.storeIsBusy = true
        if key == "e" { story.press("n") } else { story.type(key == "i" ? "Notiz\n" : "wait\n") }
        guard case .append(_, let targets, let id) = story.effects.last(where: { $0.isAppend }) else {
            Issue.record("no act was asked for")
            return
        }
        #expect(targets.count == 1)
        #expect(story.dashboard.newestShown(of: targets[0], by: id) == before)
    }

    @Test func `a message that comes while a reply is written is not answered by it`() throws {
        var story = Story(Samples.rows(3))
        let before = try #require(story.dashboard.inbox.selected?.newest)
        story.press("r")
        story.type("Hallo")
        let index = try #require(story.store.rows.firstIndex { $0.id == story.dashboard.inbox.selectedID })
        story.store.rows[index].newest = Samples.position(7000, minutesAgo: 0)
        story.receive(.storeChanged)
        story.storeIsBusy = true
        story.press("alt-enter")
        guard case .append(_, let targets, let id) = story.effects.last(where: { $0.isAppend }) else {
            Issue.record("no reply was sent")
            return
        }
        #expect(story.dashboard.newestShown(of: targets[0], by: id) == before)
    }
}

extension Effect {
    fileprivate var isAppend: Bool {
        if case .append = self { true } else { false }
    }
}
