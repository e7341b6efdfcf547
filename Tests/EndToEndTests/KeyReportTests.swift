import Pseudoterminals
import Testing

/// Complaints 7 and 8: keys over tmux and SSH, and answers of the terminal that are no keys.
@Suite struct KeyReportTests {
    @Test(arguments: [
        "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}[24;80R",
        "\u{1B}[?1;2c", "\u{1B}[>41;377;0c", "\u{1B}[?2026;2$y", "\u{1B}P>|tmux 3.4\u{1B}\\", "\u{1B}[?0u",
        "\u{1B}[I", "\u{1B}[O", "\u{1B}[<0;10;10M", "\u{1B}]52;c;cTpxdWl0\u{7}", "\u{1B}_Gi=1;OK\u{1B}\\",
    ])
    func `k9s, opentui#1034, orca#5523, jcode#970: what a terminal answers is no key`(report: String) throws {
        let shop = try Shop()
        let terminal = try shop.open()
        terminal.send(report)
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        #expect(terminal.screen.rows[23].hasPrefix("? help"))
        #expect(terminal.screen.rows[22].contains("3 to answer"))
        #expect(try terminal.quit() == .exited(0))
    }

    @Test
    func `helix#2122, helix#5151, helix#6556, tmux#3844: Esc alone leaves the composer, no further key is waited for`()
        throws
    {
        let terminal = try Shop().open()
        try terminal.send("r", awaiting: "reply to")
        try terminal.leaveComposer()
    }

    @Test(arguments: ["\u{1B}[B", "\u{1B}OB", "\u{1B}[1;1B", "\u{4}", "\u{1B}[6~"])
    func `helix#2039, neomutt#3971, scripts#72, tmux#2296: arrows of both kinds and control keys move`(key: String)
        throws
    {
        let terminal = try Shop().open()
        try terminal.send(key, awaiting: "a row further down") { $0.cursor.row > 0 }
        #expect(terminal.screen.rows[terminal.screen.cursor.row].hasPrefix("▸"))
    }

    @Test func `a paste of 100 kB is text in the composer and sent whole`() throws {
        let shop = try Shop()
        let terminal = try shop.open()
        let lines = (1...2500).map { "Zeile \($0): q e dd :quit ^X \u{3} \u{1B}[A endet hier" }
        let pasted = lines.joined(separator: "\r")
        #expect(pasted.utf8.count > 100_000)
        try terminal.send("r", awaiting: "reply to")
        terminal.send("\u{1B}[200~" + pasted + "\u{1B}[201~")
        try terminal.wait("the last line") { $0.text.contains("Zeile 2500: q e dd") }
        try terminal.send("\u{18}\u{13}", awaiting: "reply queued")
        let sent = try shop.home.run("outbox", "list", "--json")
        #expect(sent.components(separatedBy: "Zeile ").count - 1 == 2500)
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `a paste where nothing is written does nothing`() throws {
        let shop = try Shop()
        let terminal = try shop.open()
        terminal.send("\u{1B}[200~" + String(repeating: "eq:quit\rw", count: 12_000) + "\u{1B}[201~")
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        #expect(terminal.screen.text.contains("3 to answer"))
        #expect(try shop.home.run("log", "--json").contains("resolve") == false)
    }
}
