import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct ComposerStoryTests {
    private func composing(_ text: String = "", settings: DashboardSettings? = nil) -> Story {
        var story = Story(
            Samples.rows(4), settings: settings ?? DashboardSettings(storeName: "demo", actor: "anna"))
        story.press("j r")
        story.type(text)
        return story
    }

    @Test func `r opens the composer for the newest message that waits`() {
        let story = composing()
        #expect(story.dashboard.context == .composer)
        #expect(story.dashboard.composer?.message.digest == Samples.digest(3000))
        #expect(story.dashboard.composer?.conversation == Samples.digest(2))
    }

    @Test func `letters that are commands elsewhere are text here`() {
        let story = composing("equip: j G ?")
        #expect(story.dashboard.composer?.editor.text == "equip: j G ?")
        #expect(story.acts.isEmpty)
    }

    @Test func `each change of the text is handed to the store`() {
        let story = composing("Hi\nthere")
        let saves = story.effects.filter { if case .saveDraft = $0 { true } else { false } }
        #expect(saves.count == 8)
        #expect(story.store.drafts[Samples.digest(2)]?.text == "Hi\nthere")
    }

    @Test(arguments: ["esc", "ctrl-g"])
    func `leaving keeps the draft and r takes it up again`(key: String) {
        var story = composing("Hello")
        story.press(key)
        #expect(story.dashboard.composer == nil)
        #expect(story.store.drafts[Samples.digest(2)]?.text == "Hello")
        story.press("r")
        #expect(story.dashboard.composer?.editor.text == "Hello")
    }

    @Test func `what is not on disk is saved at once when leaving`() {
        var story = composing("Hello")
        story.receive(.draftSaved(Samples.digest(3000), text: "Hell"))
        story.forgetEffects()
        story.press("esc")
        let saved = Effect.saveDraft(
            conversation: Samples.digest(2), message: Samples.digest(3000), text: "Hello", cursor: 5, over: nil,
            now: true)
        #expect(story.effects.contains(saved))
    }

    @Test(arguments: ["ctrl-x ctrl-s", "alt-enter"])
    func `sending queues the reply with a countdown and goes on`(keys: String) {
        var story = composing("Hello")
        story.press(keys)
        let reply = ReplyAct(
            message: Samples.digest(3000), text: "Hello", notBefore: Samples.now.advanced(seconds: 15), known: [])
        #expect(story.acts == [.send(reply)])
        #expect(story.dashboard.composer == nil && story.dashboard.focus == .inbox)
        #expect(story.dashboard.inbox.selectedID == Samples.digest(3))
        #expect(story.dashboard.status.takeBackUntil == reply.notBefore)
        #expect(story.dashboard.countsDown)
        story.dashboard.tick(now: Samples.now.advanced(seconds: 15))
        #expect(!story.dashboard.countsDown)
    }

    @Test func `the countdown is the platform's`() {
        var settings = DashboardSettings(storeName: "demo", actor: "anna")
        settings.platforms["discord"] = PlatformRules(hold: 60)
        var story = composing("Hello", settings: settings)
        story.press("alt-enter")
        #expect(story.dashboard.status.takeBackUntil == Samples.now.advanced(seconds: 60))
    }

    @Test func `sending twice while the store is busy queues one reply`() {
        var story = composing("Hello")
        story.storeIsBusy = true
        story.press("alt-enter alt-enter ctrl-x ctrl-s")
        #expect(story.acts.count == 1)
    }

    @Test(arguments: ["", "  ", "\n\n"])
    func `nothing but blanks is not sent`(text: String) {
        var story = composing(text)
        story.press("alt-enter")
        #expect(story.acts.isEmpty && story.dashboard.composer != nil)
    }

    @Test func `a text that is too long is not sent`() {
        var settings = DashboardSettings(storeName: "demo", actor: "anna")
        settings.platforms["discord"] = PlatformRules(length: .plain(limit: 4))
        var story = composing("Hello", settings: settings)
        #expect(story.dashboard.composer?.remaining == -1)
        story.press("alt-enter")
        #expect(story.acts.isEmpty && story.dashboard.status.tone == .error)
    }

    @Test func `an answer that comes late leaves another reply alone`() {
        var story = Story(Samples.rows(4))
        story.storeIsBusy = true
        story.press("w j r")
        story.type("Hello")
        story.settle()
        #expect(story.dashboard.context == .composer)
        #expect(story.dashboard.composer?.editor.text == "Hello")
    }

    @Test func `a paste goes in whole, never as keys`() {
        var story = composing()
        story.press(.paste("one\ntwo\u{1B}"))
        #expect(story.dashboard.composer?.editor.text.hasPrefix("one\ntwo") == true)
        #expect(story.acts.isEmpty && story.dashboard.context == .composer)
    }

    @Test func `the editor's text replaces the draft, and its failure does not`() {
        var story = composing("Hello")
        story.press("ctrl-x ctrl-e")
        #expect(story.effects.last == .edit(text: "Hello"))
        story.receive(.edited(text: nil, error: "vi ended with 1"))
        #expect(story.dashboard.composer?.editor.text == "Hello")
        story.receive(.edited(text: "Better", error: nil))
        #expect(story.dashboard.composer?.editor.text == "Better")
        #expect(story.store.drafts[Samples.digest(2)]?.text == "Better")
    }

    @Test func `somebody else's draft is told and not touched`() {
        var story = Story(Samples.rows(2))
        story.store.otherDrafts[Samples.digest(1)] = [
            Draft(message: Samples.digest(3000), actor: "ben", text: "mine", cursor: 0, savedAt: Samples.now)
        ]
        story.press("r")
        #expect(story.dashboard.status.text == Phrase("%1 has a draft here; %2 shows it", "ben", "ctrl-x ctrl-d"))
        #expect(story.dashboard.composer?.editor.text == "")
        story.press("ctrl-x ctrl-d")
        #expect(story.dashboard.sheet?.entries.contains(.text("mine")) == true)
        story.press("q")
        #expect(story.dashboard.context == .composer)
        story.press("escape D")
        #expect(story.dashboard.sheet?.subject == .drafts(Samples.digest(1)))
        #expect(story.store.otherDrafts[Samples.digest(1)]?.map(\.text) == ["mine"])
    }

    @Test func `who is answering now is told when the composer opens`() {
        var story = Story(Samples.rows(2))
        story.store.rows[0].claims = [Claim(actor: "ben", since: Samples.now)]
        story.press("r")
        #expect(story.dashboard.status.text == Phrase("%1 is writing an answer too", "ben"))
    }

    /// A reply of Ben's, in the thread of the first conversation.
    private func answered(_ story: inout Story, at time: Moment) -> Digest {
        let id = Samples.digest(77)
        var page = Samples.thread(story.store.rows[0])
        let reply = ReplyRow(
            actor: "ben", time: time, text: "Ben's", state: .queued, notBefore: time, message: Samples.digest(3000))
        page.rows.append(ThreadRow(id: id, depth: 1, content: .reply(reply)))
        story.store.threads[Samples.digest(1)] = page
        return id
    }

    @Test(arguments: ["alt-enter", "ctrl-x ctrl-s"])
    func `who sends is told that somebody answered meanwhile, and sends by another key`(keys: String) throws {
        var story = Story(Samples.rows(4))
        story.press("r")
        story.type("Hello")
        let id = answered(&story, at: story.now)
        story.receive(.storeChanged)
        #expect(
            story.dashboard.status.text == Phrase("%1 has answered meanwhile; read it before you send", "ben"))
        story.now = story.now.advanced(seconds: 60)
        story.press("\(keys) \(keys) enter")
        #expect(story.acts.isEmpty)
        #expect(story.dashboard.prompt?.label == Phrase("%1 answered %2 ago:", "ben", "1m"))
        story.press("s")
        #expect(story.acts.count == 1)
        let reply = try #require(story.acts.compactMap { if case .send(let reply) = $0 { reply } else { nil } }.first)
        #expect(reply.text == "Hello" && reply.known == [id])
    }

    @Test func `reading the other answer keeps the composer, and sending then takes no second question`() {
        var story = Story(Samples.rows(4))
        story.press("r")
        story.type("Hello")
        let id = answered(&story, at: story.now)
        story.receive(.storeChanged)
        story.press("alt-enter r")
        #expect(story.dashboard.focus == .thread && story.dashboard.thread.selectedID == id)
        #expect(story.dashboard.composer?.editor.text == "Hello")
        story.press("tab alt-enter")
        #expect(story.acts.count == 1)
    }

    @Test func `the store knows first: its refusal asks the same question`() {
        var story = Story(Samples.rows(4))
        story.press("r")
        story.type("Hello")
        story.storeIsBusy = true
        story.press("alt-enter")
        let answer = Answered(id: Samples.digest(77), actor: "ben", time: story.now)
        story.receive(.acted(id: 1, .refused(.answeredMeanwhile(answer))))
        #expect(story.dashboard.prompt?.label == Phrase("%1 has just answered:", "ben"))
        story.press("escape")
        #expect(story.dashboard.context == .composer && story.dashboard.composer?.editor.text == "Hello")
    }

    @Test func `a refusal that comes late asks nothing, so that a key on its way answers nothing`() {
        var story = Story(Samples.rows(4))
        story.press("r")
        story.type("Hello")
        story.storeIsBusy = true
        story.press("alt-enter")
        story.type("s")
        let answer = Answered(id: Samples.digest(77), actor: "ben", time: story.now)
        story.receive(.acted(id: 1, .refused(.answeredMeanwhile(answer))))
        #expect(story.dashboard.prompt == nil)
        #expect(
            story.dashboard.status.text == Phrase("%1 has answered meanwhile; read it before you send", "ben"))
        story.press("s")
        #expect(story.dashboard.composer?.editor.text == "Helloss")
    }

    @Test func `a reply that waits for its thread is forgotten with the next key`() {
        var story = Story(Samples.rows(2))
        let page = Samples.thread(story.store.rows[0])
        _ = story.dashboard.press(.character("r"), now: story.now)
        story.press("q")
        story.receive(.thread(page, for: Samples.digest(1)))
        #expect(story.dashboard.context == .inbox)
    }

    @Test func `quitting and suspending save first`() {
        var story = composing("Hello")
        story.receive(.draftSaved(Samples.digest(3000), text: ""))
        story.press("ctrl-z")
        #expect(Array(story.effects.suffix(1)) == [.suspend])
        #expect(story.store.drafts[Samples.digest(2)]?.text == "Hello")
    }
}
