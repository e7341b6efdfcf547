import Dashboard
import DashboardSupport
import Panes
import Screen
import Testing

/// Every layout on the screens that count, with the widest badges.
@Suite struct LayoutScreenTests {
    static let sizes = [
        Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 100, rows: 44),
        Size(columns: 200, rows: 50),
    ]

    private func story(_ panes: PaneSettings, _ size: Size) -> Story {
        var story = Story(
            ScreenStory.rows, columns: size.columns, rows: size.rows,
            settings: DashboardSettings(storeName: "demo", actor: "anna", panes: panes))
        story.store.threads[ScreenStory.rows[0].id] = ScreenStory.thread
        story.receive(.storeChanged)
        return story
    }

    @Test(arguments: PaneArrangement.allCases, sizes)
    func `layouts look as they did`(arrangement: PaneArrangement, size: Size) throws {
        let (grid, cursor) = screen(story(PaneSettings(arrangement: arrangement), size))
        try expectScreen(grid, "layout-\(arrangement.rawValue)-\(size.columns)x\(size.rows)", cursor: cursor)
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)])
    func `the choice of a layout reads well in German`(size: Size) throws {
        var story = story(PaneSettings(arrangement: .bottom), size)
        story.press(":")
        story.type("layout ")
        story.press("tab")
        let german = try GermanCatalogueTests.german()
        let (grid, cursor) = screen(story, catalogue: german)
        try expectScreen(grid, "layout-words-\(size.columns)x\(size.rows)-de", cursor: cursor)
        story.press("escape ctrl-w")
        let (keys, none) = screen(story, catalogue: german)
        try expectScreen(keys, "layout-keys-\(size.columns)x\(size.rows)-de", cursor: none)
    }

    @Test func `from 80 columns on author and first words have 45, whatever stands beside them`() {
        var row = Samples.row(5)
        (row.author, row.excerpt) = (String(repeating: "q", count: 200), String(repeating: "z", count: 200))
        (row.pendingCount, row.hasDraft, row.labels) = (1, true, ["billing-and-more", "bug"])
        (row.assignee, row.author) = ("benjamin-the-third", "q\u{200B}" + row.author)
        row.messageCount = 4321
        for arrangement in PaneArrangement.allCases {
            for columns in 80...240 {
                for rows in [12, 24, 50] {
                    let panes = PaneSettings(arrangement: arrangement, inboxColumns: 1, inboxRows: 1)
                    var story = Story(
                        [row, Samples.row(6)], columns: columns, rows: rows,
                        settings: DashboardSettings(storeName: "demo", actor: "anna", panes: panes))
                    story.press("v k")
                    guard let inbox = story.dashboard.layout.inbox else { continue }
                    let line = screen(story).grid.text[inbox.row].prefix(inbox.endColumn)
                    // Both end with a mark for what is missing.
                    let shown = line.count { "qz".contains($0) } + 2
                    #expect(shown >= 45, "\(arrangement) \(columns)x\(rows): \(line)")
                }
            }
        }
    }
}
