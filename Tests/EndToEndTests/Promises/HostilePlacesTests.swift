import Foundation
import Pseudoterminals
import TestSupport
import Testing

/// Promises P1, P2 and P3: nothing a stranger wrote is a command, hides what comes after it, or moves a column.
@Suite struct HostilePlacesTests {
    /// Posts whose author, text, channel and title are hostile. From the top of the inbox the last one comes first.
    private func shop(_ texts: [String], channel: String? = nil) throws -> Shop {
        let home = try EveningTests.Home()
        let name = "\u{1B}]0;PWNED\u{7}\u{202E}.jsonl"
        let lines = try texts.enumerated().map { index, text in
            let time = "2026-11-02T\(10 + index / 60):\(String(100 + index % 60).dropFirst()):00Z"
            let record = [
                "id": "h\(index)", "author": text, "author_id": "a\(index)", "text": "\(text) ENDE\(index)",
                "channel": channel ?? text, "thread_id": "t\(index)", "thread_title": text, "created_at": time,
            ]
            return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
        }
        try lines.joined(separator: "\n").write(toFile: home.folder + "/" + name, atomically: true, encoding: .utf8)
        try home.run("import", "--inbox-from", "all", name)
        return Shop(home: home)
    }

    /// Every message is opened; what follows its controls must be on the screen.
    private func readAll(_ terminal: Pseudoterminal, count: Int) throws {
        for index in 0..<count {
            try terminal.send("\r", awaiting: "ENDE\(count - 1 - index)")
            try terminal.send("q", awaiting: "the list") { $0.cursor == (0, index + 1) }
            if index < count - 1 { try terminal.send("j", awaiting: "the next row") { $0.cursor == (0, index + 2) } }
        }
    }

    /// Search, limit, label, error text, sheets and composer with hostile words in them.
    private func visitPlaces(_ terminal: Pseudoterminal) throws {
        try terminal.send("gg/PWNED\r", awaiting: "no search prompt") { !$0.text.contains("search:") }
        terminal.send("fPWNED\r")
        try terminal.wait(for: "limit: PWNED")
        try terminal.send("\u{1B}", awaiting: "no limit") { !$0.text.contains("limit:") }
        try terminal.send(":import /nowhere/\u{9B}31mPWNED\r", awaiting: "nothing there")
        try terminal.send(":label \u{9D}0;PWNED\r", awaiting: "label")
        try terminal.send("K", awaiting: "Text as written")
        try terminal.send("q", awaiting: "the list") { !$0.text.contains("as written") }
        try terminal.send("I", awaiting: "Imports")
        try terminal.send("q", awaiting: "the list") { !$0.text.contains("Imports") }
        try terminal.send("r", awaiting: "reply to")
        try terminal.leaveComposer()
        terminal.send("q")
    }

    private static let terminals = [
        "xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt100", "xterm-of-tomorrow",
    ]

    @Test(arguments: terminals, ["C.UTF-8", "C"])
    func `P1, P2: 58 texts in eight places, each shown to its end, and none is obeyed`(term: String, locale: String)
        throws
    {
        let shop = try shop(HostileTexts.terminal)
        let terminal = try shop.open(
            ["--config", try config(shop)], columns: 100, rows: 70, term: term, environment: ["LANG": locale],
            ready: "to answer")
        try readAll(terminal, count: 58)
        try visitPlaces(terminal)
        #expect(try terminal.quit() == .exited(0))
        let findings = SequenceAudit(terminal.output, columns: 100, rows: 70).findings
        #expect(findings.isEmpty, "\(findings)")
        for once in ["\u{1B}[?1049l", "\u{1B}[?2004h"] {
            #expect(terminal.outputText.components(separatedBy: once).count <= 2, "\(once.debugDescription)")
        }
        #expect(terminal.isGivenBack && !terminal.screen.isAlternate)
        if locale == "C" { #expect(terminal.output.allSatisfy { $0 < 0x80 }) }
    }

    /// One pane at every size: each row of the list is its own conversation.
    private func config(_ shop: Shop) throws -> String {
        let path = shop.home.folder + "/single.toml"
        try "layout = \"single\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test(arguments: [80, 132])
    func
        `P3, helix#10546, neomutt#1741, ratatui#75, ratatui#2587, ratatui#2652, wcwidth#96, mdmost#11: 45 of 45 columns straight`(
            columns: Int
        ) throws
    {
        let shop = try shop(HostileTexts.unicode, channel: "kanal")
        let terminal = try shop.open(["--config", try config(shop)], columns: columns, rows: 60, ready: "to answer")
        try terminal.wait(for: "ENDE0 ")
        let places = (1...45).map { terminal.screen.column(of: "kanal", row: $0) }
        #expect(places.allSatisfy { $0 != nil && $0 == places[0] }, "\(places)")
        #expect(try terminal.quit() == .exited(0))
    }

    /// Two of them are what ncurses itself sends: these are counted above instead.
    @Test func `the audit finds what it is for`() {
        for text in HostileTexts.terminal.prefix(41) where !["\u{1B}[?1049l", "\u{1B}[?2004h"].contains(text) {
            let bytes = Array(("vor" + text).utf8)
            #expect(!SequenceAudit(bytes, columns: 80, rows: 24).findings.isEmpty, "\(text.debugDescription)")
        }
    }
}
