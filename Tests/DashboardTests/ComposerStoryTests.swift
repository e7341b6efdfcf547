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
        story.receive(.draftSaved(text: "Hell"))
        story.forgetEffects()
        story.press("esc")
        let saved = Effect.saveDraft(
            conversation: Samples.digest(2), message: Samples.digest(3000), text: "Hello", cursor: 5, now: true)
        #expect(story.effects.contains(saved))
    }

    @Test(arguments: ["ctrl-x ctrl-s", "alt-enter"])
    func `sending queues the reply with a countdown and goes on`(keys: String) {
        var story = composing("Hello")
        story.press(keys)
        let reply = ReplyAct(
            message: Samples.digest(3000), text: "Hello", notBefore: Samples.now.advanced(seconds: 15))
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
        #expect(story.dashboard.status.text == Phrase("%1 is writing an answer too", "ben"))
        #expect(story.dashboard.composer?.editor.text == "")
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
        story.receive(.draftSaved(text: ""))
        story.press("ctrl-z")
        #expect(Array(story.effects.suffix(1)) == [.suspend])
        #expect(story.store.drafts[Samples.digest(2)]?.text == "Hello")
    }
}
