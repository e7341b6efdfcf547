import Conversations
import DashboardSupport
import Screen
import Testing

@testable import Dashboard

@Suite struct SheetStoryTests {
    private func story() -> Story {
        var story = Story((1...5).map { Samples.row($0) })
        for row in story.store.rows {
            story.store.facts[row.id] = Samples.facts(row.id)
        }
        return story
    }

    @Test func `K tells where the message comes from, and q goes back to the list`() {
        var story = story()
        story.press("j K")
        #expect(story.dashboard.context == .sheet)
        let entries = story.dashboard.sheet?.entries ?? []
        #expect(entries.contains(.quote("file", "export.zip")))
        #expect(entries.contains(.fact("offset", Phrase("byte %1", 4711))))
        #expect(entries.contains(.text("Hallo \u{202E}du")))
        story.press("q")
        #expect(story.dashboard.context == .inbox)
        #expect(story.dashboard.inbox.selectedIndex == 1)
    }

    @Test func `a sheet scrolls to its last line and no further`() {
        var story = story()
        story.press("K G")
        let lines = story.dashboard.sheet?.lines(columns: 80).count ?? 0
        #expect(story.dashboard.sheet?.top == max(0, lines - 22))
        story.press("g g")
        #expect(story.dashboard.sheet?.top == 0)
    }

    @Test func `a message that went away meanwhile closes its sheet`() {
        var story = story()
        story.store.facts = [:]
        story.press("K")
        #expect(story.dashboard.sheet == nil)
        #expect(story.dashboard.status.tone == .error)
    }

    @Test func `an import runs beside the inbox, is told, and is said at its end`() {
        var story = story()
        story.press(":")
        story.type("import /tmp/a b.json\n")
        #expect(story.effects.contains(.startImport(path: "/tmp/a b.json")))
        story.receive(
            .importing(ImportStep(path: "a b.json", messages: 20, percent: 10, rate: 5, secondsLeft: 9)))
        story.press("j")
        #expect(story.dashboard.inbox.selectedIndex == 1)
        story.press("I")
        #expect(story.dashboard.sheet?.entries.contains(.heading("Running")) == true)
        story.press("x")
        #expect(story.effects.contains(.stopImport))
        story.receive(.imported(ImportOutcome(path: "a b.json", sentences: ["it was stopped"], isFailure: true)))
        #expect(story.dashboard.imports.progress == nil)
        #expect(story.dashboard.status.text == Phrase("%1", "it was stopped"))
        #expect(story.dashboard.sheet?.entries.contains(.heading(Phrase("%1", "it was stopped"))) == true)
    }

    @Test func `only one import runs at a time, and quitting is warned of once`() {
        var story = story()
        story.press(":")
        story.type("import a\n")
        story.press(":")
        story.type("import b\n")
        #expect(!story.effects.contains(.startImport(path: "b")))
        story.press("q")
        #expect(!story.effects.contains(.quit))
        story.press("q")
        #expect(story.effects.contains(.quit))
    }

    @Test func `the history shows who did what, takes one act back, and opens its conversation`() {
        var story = story()
        story.store.past = [Samples.act(1, .resolved, on: 2), Samples.act(2, .waiting, on: 3)]
        story.press("H j u")
        #expect(story.effects.contains(.undoAct(Samples.digest(9002), id: 1)))
        story.press("enter")
        #expect(story.dashboard.thread.conversation == Samples.digest(3))
        #expect(story.dashboard.context == .thread)
    }

    @Test func `what cannot be taken back is said in the history`() {
        var story = story()
        story.store.past = [Samples.act(1, .resolved, on: 2)]
        story.store.past[0].isUndoable = false
        story.forgetEffects()
        story.press("H u")
        #expect(!story.effects.contains { if case .undoAct = $0 { true } else { false } })
        #expect(story.dashboard.status.text == "this cannot be taken back")
    }

    @Test func `in the history an act stays selected while others act, and after it was taken back`() throws {
        var story = Story(Samples.rows(5))
        story.store.past = (1...250).map { Samples.act($0, .resolved, on: $0 % 5 + 1) }
        story.press(":")
        story.type("history\n")
        story.press("1 2 0 j")
        let selected = try #require(story.dashboard.sheet?.selected)
        let act = story.dashboard.history.rows[selected].id
        story.store.past.insert(Samples.act(0, .waiting, on: 1), at: 0)
        story.receive(.storeChanged)
        #expect(story.dashboard.sheet?.selected == selected + 1)
        story.press("u")
        guard case .undoAct(let undone, _) = story.effects.last else {
            Issue.record("nothing was taken back")
            return
        }
        #expect(undone == act)
    }
}
