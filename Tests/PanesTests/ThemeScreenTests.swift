import Dashboard
import DashboardSupport
import Foundation
import Panes
import Runtime
import Screen
import Testing

/// Themes of the folder `themes/` on the screen.
@Suite struct ThemeScreenTests {
    private static let paths: Paths = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Paths(environment: ["HOME": "/nowhere", "LOTSE_DATA": root.path], executable: nil)
    }()

    @Test(arguments: [("colour-blind", 1 << 24), ("solarized-light", 256)])
    func `the inbox looks as it did`(name: String, colors: Int) throws {
        let theme = try Self.paths.loadTheme(name).reduced(to: colors)
        let story = try #require(ScreenStory.all.first { $0.name == "inbox" })
        let (grid, cursor) = screen(story.story(Size(columns: 80, rows: 24)), theme: theme)
        try expectScreen(grid, "inbox-\(name)-styles", cursor: cursor, styles: true)
    }

    @Test(arguments: ScreenStory.sizes)
    func `the names to choose from stand above the prompt`(size: Size) throws {
        let names = Self.paths.themes().map(\.name)
        let settings = DashboardSettings(storeName: "demo", actor: "anna", themes: names)
        var story = Story(ScreenStory.rows, columns: size.columns, rows: size.rows, settings: settings)
        story.press(": t h e m e enter down down")
        let (grid, cursor) = screen(story, theme: .dark)
        let text = grid.text.joined()
        for name in names { #expect(text.contains(name), "\(name)") }
        try expectScreen(grid, "theme-prompt-\(size.columns)x\(size.rows)", cursor: cursor, styles: size.columns == 80)
    }
}
