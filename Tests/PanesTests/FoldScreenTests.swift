import Conversations
import Dashboard
import DashboardSupport
import Screen
import Testing

/// A thread with folds and quotes, on the screens that count.
@Suite struct FoldScreenTests {
    private static let sizes = [
        Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50),
    ]

    private func story(_ size: Size, keys: String) -> Story {
        var story = Story(ScreenStory.rows, columns: size.columns, rows: size.rows)
        var page = ScreenStory.thread
        page.rows[1] = Samples.message(2000, "李小龍 Lee", "Where is it?", depth: 0, minutesAgo: 200)
        page.rows.insert(
            Samples.message(
                2500, "נועה לוי", "Lee wrote:\n> Where is it?\n> I am waiting.\n\nIt is on its way, we think.",
                depth: 1, minutesAgo: 30
            ) { $0.isUnread = true }, at: 2)
        page.rows.append(Samples.message(9000, "Zoe\u{308}", "Another matter\nof two lines", depth: 0, minutesAgo: 1))
        story.store.threads[ScreenStory.rows[0].id] = page
        story.receive(.storeChanged)
        story.press("enter g g")
        story.press(keys)
        return story
    }

    @Test(arguments: sizes)
    func `quotes and folds look as they did`(size: Size) throws {
        for (name, keys) in [("quotes", "j j"), ("folds", "j z a G z a k"), ("folded", "z M j")] {
            let story = story(size, keys: keys)
            let (grid, cursor) = screen(story)
            try expectScreen(grid, "thread-\(name)-\(size.columns)x\(size.rows)", cursor: cursor)
            let (german, same) = screen(story, catalogue: try GermanCatalogueTests.german())
            try expectScreen(german, "thread-\(name)-\(size.columns)x\(size.rows)-de", cursor: same)
        }
    }

    @Test func `what can follow z and g is said in German too`() throws {
        for key in ["z", "g"] {
            let (grid, cursor) = screen(
                story(Size(columns: 80, rows: 24), keys: key), catalogue: try GermanCatalogueTests.german())
            try expectScreen(grid, "thread-keys-\(key)-80x24-de", cursor: cursor)
        }
    }
}
