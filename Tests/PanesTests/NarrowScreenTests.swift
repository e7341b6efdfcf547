import Conversations
import Dashboard
import DashboardSupport
import Panes
import Screen
import Testing

/// What little room leaves whole: what is typed, numbers, and words that say what to do.
@Suite struct NarrowScreenTests {
    private static let german = Result { try GermanCatalogueTests.german() }

    @Test(arguments: [40, 50, 60, 80], ["f", "s", "c", "a", "l", "i", "R", "g p"])
    func `what is typed is seen beside the longest question`(columns: Int, keys: String) throws {
        let german = try Self.german.get()
        var story = Story(
            Samples.rows(5), columns: columns, rows: 10,
            settings: DashboardSettings(storeName: "demo", actor: "anna", catalogue: german))
        story.press("enter " + keys)
        try #require(story.dashboard.prompt != nil)
        story.type("zwölf Wale")
        let (grid, cursor) = screen(story, catalogue: german)
        #expect(grid.text[9].contains("zwölf Wale"), "\(grid.text)")
        #expect(cursor?.row == 9)
        #expect(story.dashboard.prompt.map { german.say($0.label) }.map { Self.words(of: grid).contains($0) } == true)
    }

    @Test(arguments: 40...99)
    func `the status bar shows whole numbers or none`(columns: Int) {
        func bar(_ columns: Int) -> [Substring] {
            var story = Story(Samples.rows(39), columns: columns, rows: 24)
            story.press("v v v")
            story.press("f p a r c e l enter")
            return screen(story).grid.text[22].split(separator: " ")
        }
        let whole = bar(99)
        let shown = bar(columns)
        #expect(whole.contains("marked") && whole.contains("N:39"))
        #expect(shown.starts(with: ["39", "to", "answer"]) || shown.starts(with: ["demo", "39", "to", "answer"]))
        #expect(shown.contains("3") && shown.contains("marked"))
        for word in shown { #expect(whole.contains(word), "\(word)") }
    }

    @Test(arguments: [40, 60, 80], [false, true])
    func `the help is whole at any width`(columns: Int, isGerman: Bool) throws {
        let catalogue = isGerman ? try Self.german.get() : .english
        var story = Story(Samples.rows(5), columns: columns, rows: 200)
        story.press("?")
        let (grid, _) = screen(story, catalogue: catalogue)
        #expect(!grid.text.dropLast().joined().contains("……") && !grid.text[0].contains("…"))
        let help = try #require(story.dashboard.help)
        let shown = grid.text.joined().filter { !$0.isWhitespace }
        for case .entry(let keys, _) in help.lines(.standard, catalogue) where keys.count < 13 && !keys.contains(" ") {
            #expect(shown.contains(keys))
        }
        for text in grid.text { #expect(!text.hasSuffix("…")) }
    }

    @Test func `a message that is longer than the line is broken, not cut`() {
        var story = Story(Samples.rows(5), columns: 40, rows: 12)
        story.press(":")
        story.type("help nonesuch\n")
        let (grid, _) = screen(story)
        #expect(Self.words(of: grid).contains("there is no topic nonesuch; there is "), "\(grid.text)")
        #expect(!grid.text[11].contains("…"))
        story.press("j")
        #expect(!Self.words(of: screen(story).grid).contains("nonesuch"))
    }

    /// The screen in one line, its words apart by one blank.
    private static func words(of grid: CellGrid) -> String {
        grid.text.joined(separator: " ").split(separator: " ").joined(separator: " ") + " "
    }
}

extension NarrowScreenTests {
    @Test func `a long name does not push out the warnings about it`() {
        var story = Story(Samples.rows(1))
        var page = Samples.thread(story.store.rows[0])
        page.rows = [
            Samples.message(
                1, "K\u{430}ffeerad Team \u{200B}" + String(repeating: "·", count: 90), "Hi", depth: 0, minutesAgo: 9
            ) {
                $0.status = .pending
            }
        ]
        story.store.threads[page.conversation.id] = page
        story.press("enter")
        let head = screen(story).grid.text.first { $0.contains("ffeerad") } ?? ""
        #expect(head.contains("mixed scripts") && head.contains("…"), "\(head)")
    }
}
