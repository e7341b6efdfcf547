import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct PaletteStoryTests {
    private func story(_ settings: DashboardSettings = DashboardSettings(storeName: "demo", actor: "anna")) -> Story {
        Story((1...5).map { Samples.row($0) }, settings: settings)
    }

    @Test func `words of what a command does find it, Enter does it`() {
        var story = story()
        story.press("ctrl-p")
        story.type("they have the ball")
        #expect(story.dashboard.prompt?.palette?.chosen("they have the ball")?.command == .wait)
        story.press("enter")
        #expect(story.acts == [.wait])
    }

    @Test func `a name that begins so comes before words in between, and down goes on`() {
        var story = story()
        story.press("ctrl-p")
        story.type("un")
        let found = story.dashboard.prompt?.palette?.matches("un").map(\.command) ?? []
        #expect(Set(found.prefix(3)) == [.unmark, .undo, .unlinkPerson])
        story.press("down")
        #expect(story.dashboard.prompt?.palette?.chosen("un")?.command == found[1])
    }

    @Test func `the words of the interface's language find it too`() {
        var story = story(
            DashboardSettings(
                storeName: "demo", actor: "anna",
                catalogue: Catalogue(
                    language: "de",
                    entries: [Catalogue.Entry(id: "waiting: they have the ball"): ["wartend: sie sind am Zug"]])))
        story.press("ctrl-p")
        story.type("am zug\n")
        #expect(story.acts == [.wait])
    }

    @Test func `what nothing matches is said, and Esc leaves everything as it was`() {
        var story = story()
        story.press("ctrl-p")
        story.type("xyzzy\n")
        #expect(story.dashboard.prompt?.problem == "no command matches")
        story.press("escape")
        #expect(story.dashboard.prompt == nil && story.acts.isEmpty)
    }

    @Test func `keys that begin a chord tell what may follow`() {
        let next = Keymap.standard.continuations(of: [.character("g")], in: .inbox)
        #expect(next.map(\.keys) == ["g", "p", "r", "x"])
        #expect(next.map(\.bound) == [.first, .linkPerson, .report, .openLink].map { .command($0) })
        #expect(Keymap.standard.continuations(of: [.character("z")], in: .inbox).isEmpty)
    }
}
