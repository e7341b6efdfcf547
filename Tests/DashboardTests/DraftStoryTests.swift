import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct DraftStoryTests {
    private let bens = Draft(
        message: Samples.digest(2000), actor: "ben", text: "Ben's text", cursor: 3, savedAt: Samples.now, session: "b")

    private func story(earlier: [Draft] = []) -> Story {
        var story = Story(Samples.rows(3))
        for row in story.store.rows { story.store.threads[row.id] = Samples.thread(row) }
        story.store.otherDrafts[Samples.digest(1)] = [bens]
        story.store.earlierDrafts[Samples.digest(1)] = earlier
        return story
    }

    private func kept(_ story: Story) -> [String] {
        story.effects.compactMap { if case .keepDraft(let draft) = $0 { draft.text } else { nil } }
    }

    @Test func `Enter takes a copy of another's draft into the own composer, and theirs stands`() {
        var story = story()
        story.press("enter D enter")
        #expect(story.dashboard.focus == .composer && story.dashboard.sheet == nil)
        #expect(story.dashboard.composer?.message.digest == Samples.digest(2000))
        #expect(story.dashboard.composer?.editor.text == "Ben's text")
        #expect(story.store.drafts[Samples.digest(1)]?.text == "Ben's text")
        #expect(story.store.otherDrafts[Samples.digest(1)] == [bens])
        #expect(kept(story).isEmpty)
        #expect(story.dashboard.status.text?.english == "this is a copy; the draft of ben stands")
    }

    @Test func `what stood in the composer is kept before`() {
        var story = story()
        story.press("enter k r")
        story.type("My own words")
        story.press("ctrl-x ctrl-d enter")
        #expect(story.dashboard.composer?.editor.text == "Ben's text")
        #expect(
            kept(story) == (story.dashboard.composer?.message.digest == Samples.digest(2000) ? ["My own words"] : []))
        #expect(
            story.store.drafts[Samples.digest(1)]?.text == "Ben's text")
    }

    @Test func `an earlier draft is chosen below those of others and fetched back`() {
        let mine = Draft(
            message: Samples.digest(2000), actor: "anna", text: "What I had", cursor: 0, savedAt: Samples.now)
        var story = story(earlier: [mine])
        story.press("enter D")
        #expect(story.dashboard.sheet?.entries.contains(.heading("Earlier drafts")) == true)
        story.press("j enter")
        #expect(story.dashboard.composer?.editor.text == "What I had")
        #expect(story.dashboard.status.text == "this is your earlier text")
    }

    @Test func `with no draft there is nothing to take`() {
        var story = story()
        story.store.otherDrafts = [:]
        story.press("enter D enter")
        #expect(story.dashboard.composer == nil && story.dashboard.sheet != nil)
    }
}
