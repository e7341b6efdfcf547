import Pseudoterminals
import Testing

/// A long thread, read at the terminal.
@Suite struct ThreadReadingTests {
    /// A question with two hundred answers below it, the last of which quotes and is very long.
    private static let posts: [String] = {
        let answers = (0..<200).map { number in
            """
            {"id":"a\(number)","author":"Gast \(number)","author_id":"g\(number)","parent_id":"frage",\
            "created_at":"2026-11-03T1\(number / 50):\(10 + number % 50):00Z","text":"Antwort \(number)."}
            """
        }
        let long = (1...5000).map { "Zeile \($0)" }.joined(separator: "\\n")
        return [
            """
            {"id":"frage","author":"Ida","author_id":"ida","created_at":"2026-11-03T09:00:00Z","text":"Wer weiß es?"}
            """
        ] + answers + [
            """
            {"id":"lang","author":"Kim","author_id":"kim","created_at":"2026-11-03T20:00:00Z","parent_id":"frage",\
            "text":"Ida schrieb:\\n> Wer weiß es?\\n> Bitte!\\n\(long)"}
            """
        ]
    }()

    private func open() throws -> Pseudoterminal {
        let terminal = try Shop(posts: Self.posts).open(ready: "to answer")
        try terminal.send("gg\r", awaiting: "Zeile 1")
        return terminal
    }

    @Test func `quotes are one line until they are opened, and a long message scrolls by lines and pages`() throws {
        let terminal = try open()
        #expect(terminal.screen.text.contains("+ 2 quoted lines"))
        try terminal.send("za", awaiting: "> Bitte!")
        try terminal.send("\u{5}", awaiting: "a line further") { $0.rows[1].contains("Ida schrieb:") }
        try terminal.send(" ", awaiting: "a page further") { !$0.text.contains("Ida schrieb:") }
        try terminal.send("\u{19}", awaiting: "a line back") { $0.rows[1].contains("Zeile ") }
        try terminal.send("G", awaiting: "Zeile 5000")
        try terminal.send("gg", awaiting: "the first message") { $0.rows[1].contains("Ida") && $0.cursor.row == 1 }
    }

    @Test func `folds tell what is inside of them, jumps open them, and every size shows the selected message`() throws
    {
        let terminal = try open()
        try terminal.send("zM", awaiting: "201 answers")
        #expect(terminal.screen.text.contains("the selected message is in this fold"))
        #expect(terminal.screen.text.contains("+ 201 to answer, 201 answers"))
        for (columns, rows) in [(40, 10), (1, 1), (200, 50), (80, 24)] {
            terminal.resize(columns: columns, rows: rows)
            guard columns >= 40 else { continue }
            try terminal.wait("the fold at \(columns)x\(rows)") {
                $0.rows.count == rows && $0.text.contains("+ 201 to answer")
            }
        }
        try terminal.send("gu", awaiting: "the first answer") { $0.rows[$0.cursor.row].contains("Gast 0 ") }
        try terminal.send("199gu", awaiting: "the last but one") { $0.rows[$0.cursor.row].contains("Gast 199") }
        try terminal.send("gd", awaiting: "nothing further on")
        try terminal.send("zR", awaiting: "Antwort 199.")
        terminal.send("q")
        #expect(try terminal.quit() == .exited(0))
    }
}
