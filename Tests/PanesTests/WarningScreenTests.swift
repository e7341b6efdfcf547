import Conversations
import Dashboard
import DashboardSupport
import Foundation
import Panes
import Screen
import Testing

/// What is told of names and links that deceive.
@Suite struct WarningScreenTests {
    /// A size, a language and whether the terminal knows ASCII only.
    struct Look: Sendable, CustomTestStringConvertible {
        var size: Size
        var language: String
        var isASCII = false

        var testDescription: String {
            "\(size.columns)x\(size.rows)" + (language == "en" ? "" : "-\(language)") + (isASCII ? "-ascii" : "")
        }

        var catalogue: Catalogue {
            get throws {
                guard language == "de" else { return .english }
                let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent()
                let file = root.appending(path: "Sources/Screen/Catalogues/de.po")
                return try Catalogue(po: String(contentsOf: file, encoding: .utf8), language: "de")
            }
        }

        static let all = [Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)].flatMap { size in
            [
                Look(size: size, language: "en"), Look(size: size, language: "de"),
                Look(size: size, language: "en", isASCII: true),
            ]
        }
    }

    private static let rows: [InboxRow] = (1...6).map { number in
        var row = Samples.row(number)
        if number == 1 { (row.author, row.looksLikeTeam) = ("Team Annа", true) }
        if number == 2 { row.author = "раypal" }
        if number == 3 { row.author = "Jo\u{200B}hn\u{202E}" }
        return row
    }

    private static let thread: ThreadPage = {
        var page = Samples.thread(rows[0])
        page.rows += [
            Samples.message(4000, "Team Annа", "Your prize: bank.example", depth: 1, minutesAgo: 90) {
                $0.looksLikeTeam = true
                $0.markup = "Your prize: <a href=\"https://bank.example@evil.example/win\">bank.example</a>"
            },
            Samples.message(5000, "Team\u{202E} Anna", links, depth: 1, minutesAgo: 80) { $0.looksLikeTeam = true },
        ]
        return page
    }()

    private static let links = """
        [xn--mnchen-3ya.de](https://xn--pple-43d.com/?a=\u{202E}b) and https://example.org/Käse, mailto:mia@example.org
        """ + (1...9).map { " https://example.org/\($0)" }.joined()

    private func story(_ look: Look) -> Story {
        var story = Story(Self.rows, columns: look.size.columns, rows: look.size.rows)
        story.store.threads[Self.rows[0].id] = Self.thread
        story.receive(.storeChanged)
        return story
    }

    private func drawn(_ story: Story, _ look: Look) throws -> (grid: CellGrid, cursor: Point?) {
        let (grid, cursor) = try screen(story, catalogue: look.catalogue)
        return (look.isASCII ? grid.ascii() : grid, cursor)
    }

    @Test(arguments: Look.all + [Look(size: Size(columns: 110, rows: 12), language: "de")])
    func `the inbox warns of names`(look: Look) throws {
        let (grid, cursor) = try drawn(story(look), look)
        try expectScreen(grid, "warnings-inbox-\(look.testDescription)", cursor: cursor)
    }

    @Test(arguments: Look.all)
    func `the thread warns of names and links, and numbers the links of what is selected`(look: Look) throws {
        var story = story(look)
        story.press("enter G")
        let (grid, cursor) = try drawn(story, look)
        if look.isASCII { #expect(grid.text.joined().utf8.allSatisfy { $0 < 0x80 }) }
        try expectScreen(grid, "warnings-thread-\(look.testDescription)", cursor: cursor)
    }

    @Test(arguments: Look.all)
    func `the links to choose from stand above the question`(look: Look) throws {
        var story = story(look)
        story.press("enter G g x")
        let (grid, cursor) = try drawn(story, look)
        try expectScreen(grid, "warnings-links-\(look.testDescription)", cursor: cursor)
    }
}
