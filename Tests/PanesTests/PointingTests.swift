import Conversations
import Dashboard
import DashboardSupport
import Panes
import Screen
import Testing

/// What is pointed at is what is drawn there.
@Suite struct PointingTests {
    private static func lines(_ story: Story) -> [String] {
        var grid = CellGrid(size: story.dashboard.size)
        _ = draw(story.dashboard, into: &grid, with: Canvas(theme: .plain, now: story.now))
        return grid.text
    }

    private static func story(_ size: Size, _ keys: String = "") -> Story {
        var story = Story(Samples.rows(40), columns: size.columns, rows: size.rows)
        story.press(keys)
        return story
    }

    @Test(
        arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 160, rows: 50)], ["", "G"])
    func `in the list, the conversation of the line`(size: Size, keys: String) throws {
        let story = Self.story(size, keys)
        let rect = try #require(story.dashboard.layout.inbox)
        var found = 0
        for (row, line) in Self.lines(story).enumerated() where (rect.row..<rect.endRow).contains(row) {
            guard
                case .conversation(let index)? = story.dashboard.pointed(
                    at: Point(column: rect.column + 3, row: row), now: story.now)?.thing
            else { continue }
            found += 1
            // Only the selected row has the marker.
            #expect(line.hasPrefix("▸") == (index == story.dashboard.inbox.selectedIndex), "\(row) \(line)")
            let author = SafeText.name(story.dashboard.inbox.rows[index].author).plain
            #expect(line.contains(author.prefix(4)), "\(row) \(line)")
        }
        #expect(found == min(rect.rows, 40))
    }

    @Test(arguments: [40, 60, 80, 160])
    func `in the line of views, the view whose name stands there`(columns: Int) throws {
        var story = Self.story(Size(columns: columns, rows: 24))
        for shown in 0..<story.dashboard.settings.views.count {
            let line = Self.lines(story)[0]
            for (index, view) in story.dashboard.settings.views.enumerated() {
                guard let range = line.range(of: view.title.english) else { continue }
                let column = line.distance(from: line.startIndex, to: range.lowerBound)
                let pointed = story.dashboard.pointed(at: Point(column: column, row: 0), now: story.now)
                #expect(pointed?.thing == .tab(index), "\(shown) \(line)")
            }
            story.press(">")
        }
    }

    @Test func `in a thread, the row whose head stands there`() throws {
        let story = Self.story(Size(columns: 80, rows: 24), "enter")
        let page = try #require(story.dashboard.thread.page)
        var (pointed, heads): (Set<Int>, Set<Int>) = ([], [])
        for (row, line) in Self.lines(story).enumerated() {
            guard
                case .row(let index)? = story.dashboard.pointed(at: Point(column: 5, row: row), now: story.now)?.thing,
                case .message(let message) = page.rows[index].content
            else { continue }
            pointed.insert(index)
            if line.contains(SafeText.name(message.author).plain.prefix(4)) { heads.insert(index) }
        }
        // The head of the topmost may be above the screen.
        #expect(pointed.count > 1)
        #expect(pointed.subtracting(heads).isSubset(of: pointed.min().map { [$0] } ?? []))
        #expect(story.dashboard.pointed(at: Point(column: 5, row: 0), now: story.now)?.thing == .nothing)
    }
}
