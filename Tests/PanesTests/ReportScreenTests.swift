import DashboardSupport
import Panes
import Screen
import Testing

/// The report at sizes of its own, in ASCII and read out.
@Suite struct ReportScreenTests {
    private static func story(_ size: Size) throws -> Story {
        let found = try #require(ScreenStory.all.first { $0.name == "report" })
        return found.story(size)
    }

    @Test(arguments: [Size(columns: 40, rows: 10), Size(columns: 200, rows: 50)])
    func `the smallest and a large screen show it`(size: Size) throws {
        let (grid, cursor) = screen(try Self.story(size))
        try expectScreen(grid, "report-\(size.columns)x\(size.rows)", cursor: cursor)
    }

    @Test func `every bar is reached and shown, also in the second column`() throws {
        for size in [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)] {
            var story = try Self.story(size)
            for _ in 0..<60 {
                story.press("j")
                let (grid, cursor) = screen(story)
                let row = try #require(cursor?.row)
                #expect(row > 0 && grid.text[row].contains("▸"), "\(size)")
            }
        }
    }

    @Test func `without UTF-8 it is ASCII`() throws {
        let story = try Self.story(Size(columns: 80, rows: 24))
        var grid = CellGrid(size: story.dashboard.size)
        let canvas = Canvas(theme: .plain, glyphs: .ascii, now: story.now)
        _ = draw(story.dashboard, into: &grid, with: canvas)
        let bars = grid.text.filter { $0.contains("###") }
        #expect(bars.count > 3)
        #expect(bars.allSatisfy { line in line.unicodeScalars.allSatisfy(\.isASCII) })
    }
}
