import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

/// A thread as a forum has it: 1 with 2 (with 3 and its note 31) and 4 below it, then 5.
@Suite struct FoldStoryTests {
    private func story(_ change: (inout ThreadPage) -> Void = { _ in }) -> Story {
        var story = Story(Samples.rows(2))
        var page = Samples.thread(story.store.rows[0])
        page.rows = [
            Samples.message(1, "Ida", "Where is it?", depth: 0, minutesAgo: 500),
            Samples.message(2, "Ben", "Ida wrote:\n> Where is it?\n> I wait.\n\nHere!", depth: 1, minutesAgo: 400),
            Samples.message(3, "Ida", "No.", depth: 2, minutesAgo: 30) { $0.isUnread = true },
            ThreadRow(
                id: Samples.digest(31), depth: 3,
                content: .note(NoteRow(actor: "ben", time: Samples.now.advanced(seconds: -60), text: "Odd."))),
            Samples.message(4, "Eve", "Buy this", depth: 1, minutesAgo: 20) { $0.status = .pending },
            Samples.message(5, "Anna", "We look.", depth: 0, minutesAgo: 10) { $0.isTeam = true },
        ]
        change(&page)
        story.store.threads[page.conversation.id] = page
        story.press("enter g g")
        return story
    }

    @Test func `on a note a key is about the message above it, not about the newest`() {
        var story = story()
        story.press("j j j")
        #expect(selected(story) == 31)
        story.press("d p enter enter")
        guard case .decide(let decided) = story.acts.last else {
            Issue.record("no decision was made")
            return
        }
        #expect(decided.message == Samples.digest(3))
        var answering = self.story()
        answering.press("j j j r")
        #expect(answering.dashboard.composer?.message.digest == Samples.digest(3))
    }

    private func shown(_ story: Story) -> [Int] {
        guard let rows = story.dashboard.thread.rows(story.dashboard.threadLayout(now: story.now)) else { return [] }
        return rows.visible.map { Int(rows.page.rows[$0].id.low) }
    }

    private func selected(_ story: Story) -> Int {
        story.dashboard.thread.selectedID.map { Int($0.low) } ?? 0
    }

    private func lines(_ story: Story, of index: Int) -> [ThreadLayout.Line] {
        story.dashboard.thread.rows(story.dashboard.threadLayout(now: story.now))?.lines(index)
            .lines(from: .top, limit: 100).map(\.content) ?? []
    }

    @Test func `a folded message holds its answers, and says how many wait`() {
        var story = story()
        story.press("z a")
        #expect(shown(story) == [1, 5])
        var inside = FoldedInside()
        (inside.answers, inside.entries, inside.unread, inside.undecided) = (3, 1, 1, 1)
        // The conversation waits since 52 minutes: of the answers 3 and 4 came later.
        inside.needAnswer = 2
        #expect(lines(story, of: 0).last == .fold(inside))
        story.press("j")
        #expect(selected(story) == 5)
        story.press("k z a")
        #expect(shown(story) == [1, 2, 3, 31, 4, 5])
    }

    @Test func `z a opens quotes first, then folds, then shows all as it was`() {
        var story = story()
        story.press("j")
        #expect(lines(story, of: 1).contains(.quote(lines: 2)))
        story.press("z a")
        #expect(!lines(story, of: 1).contains(.quote(lines: 2)) && lines(story, of: 1).count == 6)
        story.press("z a")
        #expect(shown(story) == [1, 2, 4, 5])
        story.press("z a")
        #expect(shown(story) == [1, 2, 3, 31, 4, 5] && lines(story, of: 1).contains(.quote(lines: 2)))
    }

    @Test(arguments: [("j j j", 3, [1, 2, 3, 31, 4, 5]), ("j j z a", 3, [1, 2, 3, 4, 5])])
    func `a note folds the message that it stands below`(keys: String, selected: Int, rows: [Int]) {
        var story = story()
        story.press(keys)
        if keys.hasSuffix("j") {
            #expect(self.selected(story) == 31)
            story.press("z a")
            #expect(shown(story) == [1, 2, 3, 4, 5])
        }
        #expect(self.selected(story) == selected)
    }

    @Test func `an answer of one line folds the message above it`() {
        var story = story()
        story.press("j j j j z a")
        #expect(selected(story) == 1 && shown(story) == [1, 5])
    }

    @Test func `where nothing is longer than a line, that is said`() {
        var story = story()
        story.press("G z a")
        #expect(story.dashboard.status.text == "there is nothing to fold here")
    }

    @Test func `all are folded and opened at once, and the selection is never lost in a fold`() {
        var story = story()
        story.press("j j z M")
        #expect(shown(story) == [1, 5] && selected(story) == 1)
        #expect(story.dashboard.status.text == "the selected message is in this fold")
        story.press("z a")
        #expect(shown(story) == [1, 2, 4, 5])
        story.press("z R")
        #expect(shown(story) == [1, 2, 3, 31, 4, 5])
        #expect(!lines(story, of: 1).contains(.quote(lines: 2)))
    }

    @Test func `folds outlive a live update, and what comes into one is counted`() {
        var story = story()
        story.press("z a")
        var page = story.store.threads[Samples.digest(1)] ?? Samples.thread(Samples.row(1))
        page.rows.insert(Samples.message(6, "Uwe", "Me too", depth: 2, minutesAgo: 1), at: 2)
        story.store.threads[Samples.digest(1)] = page
        story.receive(.storeChanged)
        #expect(shown(story) == [1, 5])
        guard case .fold(let inside)? = lines(story, of: 0).last else {
            Issue.record("no fold")
            return
        }
        #expect(inside.answers == 4)
    }

    @Test func `a fold that comes to hold the selection opens`() {
        var story = story()
        story.press("j z a z a G")
        var page = story.store.threads[Samples.digest(1)] ?? Samples.thread(Samples.row(1))
        page.rows[5].depth = 2
        story.store.threads[Samples.digest(1)] = page
        story.receive(.storeChanged)
        #expect(selected(story) == 5 && shown(story).contains(5))
    }

    @Test func `another conversation begins without folds`() {
        var story = story()
        story.press("z M q j enter")
        #expect(story.dashboard.thread.folds == ThreadFolds())
    }

    @Test(arguments: [
        ("g u", 3), ("g t", 5), ("G g U", 3), ("z a g u", 3), ("G g T", 5), ("5 g u", 3), ("j j g D", 3),
    ])
    func `jumps find what they are for, also inside of folds`(keys: String, expected: Int) {
        var story = story()
        story.press(keys)
        #expect(selected(story) == expected)
        #expect(shown(story).contains(expected))
    }

    @Test func `decisions are found both ways`() {
        var story = story { page in
            page.rows.insert(
                ThreadRow(
                    id: Samples.digest(32), depth: 1,
                    content: .decision(
                        DecisionRow(
                            actor: "anna", time: Samples.now, decision: .kept, guideline: "", reason: ""))),
                at: 1)
        }
        story.press("g d")
        #expect(selected(story) == 32)
        story.press("G g D")
        #expect(selected(story) == 32)
        story.press("g D")
        #expect(story.dashboard.status.text == "nothing further on")
    }

    @Test func `what was unread when it was opened can be found after it was read`() {
        var story = story()
        #expect(story.acts == [.open])
        var page = story.store.threads[Samples.digest(1)] ?? Samples.thread(Samples.row(1))
        for index in page.rows.indices {
            if case .message(var message) = page.rows[index].content {
                message.isUnread = false
                page.rows[index].content = .message(message)
            }
        }
        story.store.threads[Samples.digest(1)] = page
        story.receive(.storeChanged)
        story.press("g u")
        #expect(selected(story) == 3)
        story.press("q enter g g g u")
        #expect(story.dashboard.status.text == "nothing further on")
    }

    @Test func `back beyond what is loaded asks for older messages`() {
        var story = story { $0.omitted = 800 }
        story.forgetEffects()
        story.press("g T")
        #expect(story.effects.contains(.loadThread(Samples.digest(1), limit: 1000)))
        #expect(story.dashboard.status.text == "older messages are loaded; once more looks through them")
    }

    @Test func `line by line a long message scrolls by one, and a short one gives way to the next`() {
        var story = story { page in
            let text = (1...50).map { "line \($0)" }.joined(separator: "\n")
            page.rows[0] = Samples.message(1, "Ida", text, depth: 0, minutesAgo: 500)
        }
        var seen: [LinePlace] = []
        for _ in 0..<31 {
            seen.append(story.dashboard.thread.top)
            story.press("ctrl-e")
        }
        // 51 lines in a pane of 21: thirty steps show the last one.
        #expect(seen == seen.sorted() && Set(seen.map { "\($0)" }).count == 31)
        #expect(selected(story) == 2)
        story.press("ctrl-y 3 ctrl-y")
        #expect(selected(story) == 1)
        #expect(story.dashboard.thread.top == seen[27])
    }

    @Test func `a message that was scrolled and fits a larger screen is left with one key`() {
        var story = story { page in
            let text = (1...30).map { "line \($0)" }.joined(separator: "\n")
            page.rows[1] = Samples.message(2, "Ben", text, depth: 1, minutesAgo: 400)
        }
        story.press("j ctrl-e ctrl-e")
        story.resize(columns: 80, rows: 60)
        story.press("k")
        #expect(selected(story) == 1)
    }

    @Test(arguments: ["next-unread", "toggle-fold", "fold-all", "line-down"])
    func `in the list these commands say what they need`(name: String) {
        var story = Story(Samples.rows(2))
        story.press(":")
        story.type(name + "\n")
        #expect(story.dashboard.status.text == "no conversation is open")
    }

    @Test func `any keys leave a selection that can be seen`() {
        let keys = ["j", "k", "z a", "z M", "z R", "g u", "g U", "g t", "G", "g g", "ctrl-d", "ctrl-e", "pgup"]
        for first in keys {
            for second in keys {
                for third in keys.prefix(4) {
                    var story = story()
                    story.press("\(first) \(second) \(third)")
                    #expect(shown(story).contains(selected(story)), "\(first) \(second) \(third)")
                }
            }
        }
    }
}
