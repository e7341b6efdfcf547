import Foundation
import Pseudoterminals
import Testing

/// Complaints 10, TERM over SSH, and 13, colours.
@Suite struct TerminalNamesTests {
    @Test(arguments: [
        "xterm-ghostty-of-tomorrow", "wonder", "", nil, "vt100", "linux", "screen", "tmux-256color", "xterm",
    ])
    func `ghostty#3160, kitty#320, kitty#1613, kitty#2186, zentty#84: any TERM shows the list`(term: String?) throws {
        let terminal = try Shop().open(term: term)
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        try terminal.send("\r", awaiting: "Kyoto")
        try terminal.send("q", awaiting: "the list") { $0.text.contains("ליאת") }
        #expect(try terminal.quit() == .exited(0))
        #expect(terminal.isGivenBack)
    }

    /// libvterm is no such terminal: what it would show says nothing.
    @Test(arguments: ["vt52", "ansi"])
    func `a terminal of other sequences gets them, and is given back`(term: String) throws {
        let terminal = try Shop().open(term: term, ready: nil)
        try terminal.wait(forBytes: "undo")
        #expect(try terminal.quit() == .exited(0))
        #expect(terminal.isGivenBack)
    }

    @Test func `a dumb terminal gets words and no escape sequence`() throws {
        let terminal = try Shop().open(term: "dumb", ready: nil)
        try terminal.wait("words") { $0.text.contains { $0.isLetter } }
        terminal.send("q\rquit\r\u{4}")
        guard case .exited = try terminal.waitForExit() else {
            Issue.record("it died")
            return
        }
        #expect(!terminal.output.contains(0x1B))
        #expect(terminal.isGivenBack)
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "linux"])
    func `neomutt#518: the palette is left alone from the first byte to the last`(term: String) throws {
        let terminal = try Shop().open(term: term)
        #expect(try terminal.quit() == .exited(0))
        #expect(!terminal.outputText.contains("\u{1B}]"))
    }

    @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux"])
    func `k9s#3722: colours are there where the terminal has them, and NO_COLOR takes them`(term: String) throws {
        let shop = try Shop()
        #expect(try Self.hasColour(shop.open(term: term)))
        #expect(try !Self.hasColour(shop.open(term: term, environment: ["NO_COLOR": "1"])))
    }

    /// Whether any of the colours 0 to 255 is chosen as a foreground or a background.
    private static func hasColour(_ terminal: Pseudoterminal) throws -> Bool {
        #expect(try terminal.quit() == .exited(0))
        return try terminal.outputText.contains(Regex("\u{1B}\\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]"))
    }

    @Test(arguments: [
        ("C.UTF-8", ["3 to answer", "? help"], "Moving", "reply to", "search:"),
        ("de_DE.UTF-8", ["3 zu beantworten", "? Hilfe"], "Bewegen", "Antwort an", "suchen:"),
    ])
    func `the whole session is in the language of the locale`(
        locale: String, start: [String], help: String, composer: String, prompt: String
    ) throws {
        let terminal = try Shop().open(environment: ["LANG": locale], ready: nil)
        for words in start { try terminal.wait(for: words) }
        try terminal.send("?", awaiting: help)
        try terminal.send("q/", awaiting: prompt)
        terminal.send("\u{1B}")
        try terminal.wait("no prompt") { !$0.text.contains(prompt) }
        try terminal.send("r", awaiting: composer)
        try terminal.send("Grüße", awaiting: "Grüße")
    }
}
