import Conversations
import Dashboard
import DashboardSupport
import Panes
import Screen
import Testing

@Suite struct DrawTests {
    @Test(arguments: ScreenStory.all, ScreenStory.sizes)
    func `screens look as they did`(story: ScreenStory, size: Size) throws {
        let (grid, cursor) = screen(story.story(size))
        try expectScreen(grid, "\(story.name)-\(size.columns)x\(size.rows)", cursor: cursor)
    }

    @Test(arguments: ["inbox", "thread", "sent"])
    func `the styles look as they did`(name: String) throws {
        for story in ScreenStory.all where story.name == name {
            let (grid, cursor) = screen(story.story(Size(columns: 80, rows: 24)), theme: .dark)
            try expectScreen(grid, "\(name)-styles", cursor: cursor, styles: true)
        }
    }

    @Test(arguments: ScreenStory.all)
    func `any size can be drawn, and the cursor stays on the screen`(story: ScreenStory) {
        for columns in [0, 1, 2, 19, 39, 40, 41, 59, 61, 100, 119, 120, 121, 400] {
            for rows in [0, 1, 2, 9, 10, 11, 25, 120] {
                let (grid, cursor) = screen(story.story(Size(columns: columns, rows: rows)))
                if let cursor { #expect(grid.bounds.contains(cursor), "\(columns)x\(rows) \(cursor)") }
            }
        }
    }

    @Test(arguments: ScreenStory.all, ScreenStory.sizes)
    func `every row has exactly the screen's columns and no control character`(story: ScreenStory, size: Size) {
        let (grid, _) = screen(story.story(size))
        for row in 0..<size.rows {
            #expect(grid.row(row).reduce(0) { $0 + $1.width } == size.columns)
        }
        let hostile = grid.text.joined().unicodeScalars.filter { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
        #expect(hostile.isEmpty)
    }

    @Test func `a screen that is too small says so`() {
        let (grid, cursor) = screen(ScreenStory.all[0].story(Size(columns: 39, rows: 9)))
        #expect(grid.text.joined().contains("too small"))
        #expect(cursor == nil)
    }

    @Test(arguments: ConversationState.allCases)
    func `every state is told without colour`(state: ConversationState) {
        func first(_ state: ConversationState) -> String {
            var story = Story([])
            story.receive(.inbox(InboxPage(query: InboxQuery(), rows: [Samples.row(1, state: state)], hasMore: false)))
            return screen(story, theme: Theme(name: "none", styles: [:])).grid.text[1]
        }
        for other in ConversationState.allCases where other != state { #expect(first(state) != first(other)) }
    }

    @Test func `at 80 columns author and first words have 45`() {
        var row = Samples.row(5)
        (row.author, row.excerpt) = (String(repeating: "a", count: 200), String(repeating: "e", count: 200))
        (row.pendingCount, row.hasDraft, row.labels, row.assignee) = (1, true, ["billing"], "ben")
        let (grid, _) = screen(Story([row]))
        let shown = grid.text[1].split(separator: " ").prefix(4).joined(separator: " ")
        #expect(shown.count { "ae… ".contains($0) } >= 45, "\(grid.text[1])")
    }

    @Test func `the cursor stands on the selected row`() {
        var story = Story(Samples.rows(50))
        for index in 0..<50 {
            let (grid, cursor) = screen(story)
            let row = cursor.map { grid.text[$0.row] } ?? ""
            #expect(row.hasPrefix("▸"), "\(index)")
            story.press("j")
        }
    }

    @Test func `a step in the list changes two lines on most keys`() {
        var story = Story(Samples.rows(200))
        var redraws = 0
        for _ in 0..<100 {
            let before = screen(story).grid
            story.press("j")
            let after = screen(story).grid
            let changed = (0..<24).count { Array(before.row($0)) != Array(after.row($0)) }
            if changed > 2 { redraws += 1 }
        }
        #expect(redraws <= 100 / 8)
    }

    @Test func `every line of a long message can be read`() {
        var story = Story(Samples.rows(1))
        var page = Samples.thread(story.store.rows[0])
        let text = (1...150).map { "<\($0)>" }.joined(separator: "\n")
        page.rows.insert(Samples.message(2500, "Ida", text, depth: 0, minutesAgo: 10), at: 1)
        story.store.threads[Samples.digest(1)] = page
        story.press("enter g g")
        var seen = ""
        for _ in 0..<40 {
            seen += screen(story).grid.text.joined()
            story.press("j")
        }
        for number in 1...150 { #expect(seen.contains("<\(number)>")) }
    }

    @Test func `drawing twice gives the same cells`() {
        for story in ScreenStory.all {
            let end = story.story(Size(columns: 80, rows: 24))
            #expect(screen(end).grid == screen(end).grid)
        }
    }
}
