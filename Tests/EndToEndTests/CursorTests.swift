import Pseudoterminals
import Testing

/// Complaint 14: a screen reader and a braille display follow the terminal's cursor.
@Suite struct CursorTests {
    @Test func `ghcup-hs#1030, ratatui#2610, opentui#423: the cursor is visible and stands where the work is`() throws {
        let terminal = try Shop().open()
        for (keys, row) in [("j", 2), ("G", 3), ("gg", 1)] {
            try terminal.send(keys, awaiting: "row \(row)") { $0.cursor == (0, row) && $0.isCursorVisible }
            #expect(terminal.screen.rows[row].hasPrefix("▸"))
        }
        try terminal.send("/Rad", awaiting: "the end of the prompt") {
            $0.rows[23] == "search: Rad" && $0.cursor == (11, 23) && $0.isCursorVisible
        }
        try terminal.send("\u{1B}", awaiting: "no prompt") { !$0.text.contains("search:") }
        try terminal.send("\r", awaiting: "the message") {
            $0.rows[$0.cursor.row].hasPrefix("▸ליאת") && $0.isCursorVisible
        }
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Hallo", awaiting: "the end of the text") {
            $0.rows[$0.cursor.row] == "Hallo" && $0.cursor.column == 5 && $0.isCursorVisible
        }
    }
}
