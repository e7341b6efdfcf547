import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

@Suite struct ThreadPaneTests {
    @Test func `Enter opens the thread and marks the conversation as opened`() {
        var story = Story(Samples.rows(3))
        story.press("enter")
        #expect(story.dashboard.context == .thread)
        #expect(story.acts == [.open])
        #expect(story.dashboard.thread.selectedID == Samples.digest(3000))
        story.press("q")
        #expect(story.dashboard.context == .inbox)
    }

    @Test func `moving in a wide layout previews and does not open`() {
        var story = Story(Samples.rows(3), columns: 160, rows: 50)
        story.press("j")
        #expect(story.acts.isEmpty)
        #expect(story.effects.contains(.previewThread(Samples.digest(2))))
        #expect(story.dashboard.thread.page?.conversation.id == Samples.digest(2))
    }

    @Test func `moving in a narrow layout loads no thread`() {
        var story = Story(Samples.rows(3))
        story.press("j j k")
        #expect(story.dashboard.thread.page == nil)
    }

    @Test(arguments: [("k", 2000), ("k k", 1000), ("g g", 1000), ("g g j", 2000), ("k G", 3000)])
    func `keys move between messages`(keys: String, expected: Int) {
        var story = Story(Samples.rows(3))
        story.press("enter")
        story.press(keys)
        #expect(story.dashboard.thread.selectedID == Samples.digest(expected))
    }

    @Test func `a message that is taller than the pane is scrolled before the next is selected`() {
        var story = Story(Samples.rows(1))
        var page = Samples.thread(story.store.rows[0])
        let text = (1...100).map { "line \($0)" }.joined(separator: "\n")
        page.rows.insert(Samples.message(2500, "Ida", text, depth: 0, minutesAgo: 10), at: 1)
        story.store.threads[Samples.digest(1)] = page
        story.press("enter g g j")
        #expect(story.dashboard.thread.selectedID == Samples.digest(2500))
        var tops: [LinePlace] = []
        while story.dashboard.thread.selectedID == Samples.digest(2500), tops.count < 200 {
            tops.append(story.dashboard.thread.top)
            story.press("j")
        }
        #expect(tops == tops.sorted() && tops.count > 3)
        let lines = story.dashboard.thread.rows(story.dashboard.threadLayout(now: story.now))?.lines(1)
        #expect(lines?.lines(from: tops.last ?? .top, limit: 100).count == 21)
        #expect(story.dashboard.thread.selectedID == Samples.digest(2000))
        story.press("k")
        #expect(story.dashboard.thread.top == tops.last)
    }

    @Test func `a page that comes late for another conversation is not shown`() {
        var story = Story(Samples.rows(3))
        story.press("enter")
        story.receive(.thread(Samples.thread(Samples.row(3)), for: Samples.digest(3)))
        #expect(story.dashboard.thread.page?.conversation.id == Samples.digest(1))
    }

    @Test func `a conversation that is gone leaves an empty pane`() {
        var story = Story(Samples.rows(3))
        story.press("enter")
        story.receive(.threadIsGone(Samples.digest(1)))
        #expect(story.dashboard.thread.page == nil)
        story.press("j k r d e")
    }

    @Test func `the selected message survives a reload`() {
        var story = Story(Samples.rows(3))
        story.press("enter k")
        story.receive(.storeChanged)
        #expect(story.dashboard.thread.selectedID == Samples.digest(2000))
    }
}

@Suite struct ThreadLayoutTests {
    @Test func `the indent stops growing`() {
        let layout = ThreadLayout(columns: 40, zoneOffset: 0, now: Samples.now)
        let indents = (0...200).map { depth in
            layout.indent(of: Samples.message(1, "Ida", "x", depth: depth, minutesAgo: 1))
        }
        #expect(indents.max() == 8)
    }

    @Test(arguments: [1, 5, 10, 40, 200])
    func `every line of text fits the columns`(columns: Int) {
        let layout = ThreadLayout(columns: columns, zoneOffset: 0, now: Samples.now)
        let text = "請問什麼時候會修好 wide and \u{1B}[31m narrow " + String(repeating: "x", count: 300)
        for line in layout.lines(of: Samples.message(1, "Ida", text, depth: 30, minutesAgo: 1)) {
            if case .text(let text) = line { #expect(text.columns <= max(8, columns)) }
        }
    }

    @Test func `a text of megabytes is cut and the rest is counted`() {
        let layout = ThreadLayout(columns: 80, zoneOffset: 0, now: Samples.now)
        let row = Samples.message(1, "Ida", String(repeating: "word ", count: 400_000), depth: 0, minutesAgo: 1)
        #expect(layout.lines(of: row).count < 2000)
    }

    @Test(arguments: ["pgdn", "ctrl-d"])
    func `turning pages passes over no line`(key: String) {
        var story = Story(Samples.rows(1))
        var page = Samples.thread(story.store.rows[0])
        page.rows = (1...12).map { index in
            let lines = (1...(index == 6 ? 90 : 10)).map { "m\(index) l\($0)" }.joined(separator: "\n")
            return Samples.message(4000 + index, "Ida", lines, depth: 0, minutesAgo: 500 - index)
        }
        story.store.threads[page.conversation.id] = page
        story.press("enter g g")
        var seen: Set<String> = []
        for _ in 0..<60 {
            let dashboard = story.dashboard
            guard let rows = dashboard.thread.rows(dashboard.threadLayout(now: story.now)),
                let selected = dashboard.thread.selectedIndex
            else { break }
            let height = (dashboard.layout.thread?.rows ?? 0) - 1
            let window = ThreadWindow(rows, selected: selected, top: dashboard.thread.top, height: height)
            for case .text(let text) in window.lines.map(\.content) { seen.insert(text.plain) }
            story.press(key)
        }
        #expect(seen.count == 11 * 10 + 90)
    }
}
