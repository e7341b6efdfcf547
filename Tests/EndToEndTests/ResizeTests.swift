import Pseudoterminals
import TestSupport
import Testing

/// Complaint 4, resizing, and promise P17.
@Suite struct ResizeTests {
    /// How many sizes come before a frame is waited for: some are drawn, some are overtaken.
    private static let burst = 5

    /// Random sizes from 1x1 to 300x100, then 80x24.
    private func storm(_ terminal: Pseudoterminal, count: Int, seed: UInt64, isDrawn: Bool = true) throws {
        var numbers = SplitMix64(seed: seed)
        for _ in 0..<count / Self.burst {
            let before = terminal.output.count
            for _ in 0..<Self.burst {
                terminal.resize(
                    columns: .random(in: 1...300, using: &numbers), rows: .random(in: 1...100, using: &numbers))
            }
            if isDrawn { try terminal.wait("a frame") { _ in terminal.output.count > before } }
        }
        terminal.resize(columns: 80, rows: 24)
    }

    @Test func `neomutt#4014: a window that changes during the start shows the list all the same`() throws {
        let shop = try Shop()
        let terminal = try shop.open(ready: nil)
        try storm(terminal, count: 125, seed: 1, isDrawn: false)
        try terminal.wait(for: "3 to answer")
        #expect(terminal.screen.rows[1].contains("ליאת"))
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `weechat#1634, newsboat#2315, Tlf#469: a storm of sizes answers no prompt and loses no word`() throws {
        let shop = try Shop()
        let terminal = try shop.open()
        try terminal.send("/Kyo", awaiting: "search: Kyo")
        try storm(terminal, count: 125, seed: 2)
        try terminal.wait(for: "search: Kyo")
        terminal.send("\u{1B}")
        try terminal.wait("no prompt") { !$0.text.contains("search: ") }
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Mein Entwurf", awaiting: "Mein Entwurf")
        try storm(terminal, count: 125, seed: 3)
        try terminal.wait(for: "Mein Entwurf")
        try terminal.leaveComposer()
        try terminal.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        #expect(try terminal.quit() == .exited(0))
        #expect(terminal.isGivenBack)
    }

    @Test
    func
        `neomutt#1931, neomutt#3238, neomutt#3980: a window that changes while the editor runs is drawn at its new size`()
        throws
    {
        let shop = try Shop()
        let terminal = try shop.open(environment: try shop.editor("echo EDITING\nread line\n"))
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Mein Entwurf", awaiting: "Mein Entwurf")
        try terminal.send("\u{18}\u{05}", awaiting: "EDITING")
        try storm(terminal, count: 125, seed: 4, isDrawn: false)
        terminal.resize(columns: 100, rows: 30)
        terminal.send("\r")
        try terminal.wait("the composer at its new size") {
            $0.text.contains("Mein Entwurf") && $0.rows[28].contains("3 to answer")
        }
    }

    @Test func `newsboat#2073: the selected row stays selected through every size`() throws {
        let posts = (10..<60).map { number in
            """
            {"id":"\(number)","author":"Gast \(number)","created_at":"2026-11-02T10:\(number):00Z","text":"Nr \(number)?"}
            """
        }
        let terminal = try Shop(posts: posts).open(ready: "to answer")
        try terminal.send("30j", awaiting: "row 30") { $0.rows[$0.cursor.row].contains("Nr 29?") }
        for (columns, rows) in [(1, 1), (40, 10), (200, 60), (300, 11), (80, 24)] {
            terminal.resize(columns: columns, rows: rows)
            guard columns >= 40 else { continue }
            try terminal.wait("the same row at \(columns)x\(rows)") {
                $0.rows.count == rows && $0.rows[$0.cursor.row].contains("Nr 29?")
            }
        }
    }
}
