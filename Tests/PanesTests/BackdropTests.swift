import Dashboard
import DashboardSupport
import Panes
import Screen
import Testing

/// The lint judges what is drawn: every role over every line that it may be laid over.
@Suite struct BackdropTests {
    /// A colour for each role, so that a cell tells its roles.
    private static let color: [Role: Color] = Dictionary(
        uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, .indexed(UInt8(100 + $0))) })

    private static let lines: Set<Role> = [.listCursor, .listCursorInactive, .title, .statusBar]

    private static let theme = Theme(
        name: "t",
        styles: Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                (
                    role,
                    Style(
                        foreground: color[role] ?? .standard,
                        background: lines.contains(role) ? color[role] ?? .standard : .standard)
                )
            }))

    private func role(_ color: Color) -> Role? {
        Self.color.first { $0.value == color }?.key
    }

    @Test(arguments: ScreenStory.all)
    func `no role is laid over a line that the lint does not know`(story: ScreenStory) {
        var seen: Set<[Role]> = []
        for size in ScreenStory.sizes {
            let (grid, _) = screen(story.story(size), theme: Self.theme)
            for row in 0..<size.rows {
                for cell in grid.row(row) {
                    guard let front = role(cell.style.foreground), let back = role(cell.style.background), front != back
                    else { continue }
                    seen.insert([front, back])
                }
            }
        }
        for pair in seen { #expect(pair[0].backdrops.contains(pair[1]), "\(pair[0]) over \(pair[1])") }
    }

    @Test func `a background that the theme fixes fills the screen`() {
        let styles = Theme.plain.styles.merging([.text: Style(foreground: .ansi(7), background: .ansi(4))]) { $1 }
        let theme = Theme(name: "t", styles: styles)
        for story in ScreenStory.all {
            let (grid, _) = screen(story.story(Size(columns: 80, rows: 24)), theme: theme)
            for row in 0..<24 { #expect(grid.row(row).allSatisfy { $0.style.background == .ansi(4) }) }
        }
    }
}
