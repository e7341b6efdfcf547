import Foundation
import Pseudoterminals
import Testing

/// `lotse doctor --terminal` on libvterm, which answers as a terminal does.
@Suite struct DoctorTerminalTests {
    private static func open(
        _ arguments: [String] = [], term: String? = "xterm-256color", environment: [String: String] = [:],
        locale: String? = nil
    ) throws -> Pseudoterminal {
        let home = try EveningTests.Home()
        let terminal = try Pseudoterminal(
            BuiltProducts.path("lotse"), ["doctor", "--terminal"] + arguments, columns: 100, rows: 50, term: term,
            environment: home.environment.merging(environment) { $1 }.merging(
                locale.map { ["LANG": $0] } ?? [:]
            ) { $1 }, directory: home.folder)
        terminal.owner = home
        terminal.expected = [.questions, .copies]
        // What is typed before is no answer.
        try terminal.wait(for: locale == nil ? "at once j" : "sofort j")
        return terminal
    }

    private static func text(_ terminal: Pseudoterminal) -> String {
        terminal.screen.rows.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }

    @Test func `a sound terminal is asked, tried and given back`() throws {
        let terminal = try Self.open()
        #expect(Self.text(terminal).contains("good   The terminal answers questions."))
        #expect(Self.text(terminal).contains("TERM is xterm-256color; this machine has its description."))
        try terminal.send("\u{1B}j", awaiting: "Paste something")
        #expect(Self.text(terminal).contains("wrong  Esc came together with the next key"))
        try terminal.send("\u{1B}[200~rm -rf /\r\u{1B}[201~", awaiting: "The paste was marked as one.")
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(terminal.isGivenBack)
        #expect(!terminal.screen.text.contains("rm -rf"))
        #expect(!terminal.screen.isAlternate)
        #expect(terminal.outputText.contains("\u{1B}[?2004l"))
    }

    @Test func `a paste without marks is told, and its lines run nothing`() throws {
        let terminal = try Self.open()
        try terminal.send("x", awaiting: "Paste something")
        try terminal.send("touch no\r", awaiting: "its lines would be commands")
        #expect(try terminal.waitForExit() == .exited(1))
        #expect(terminal.isGivenBack)
    }

    @Test func `everything can be left out`() throws {
        let terminal = try Self.open()
        try terminal.send("\r", awaiting: "Paste something")
        terminal.send("\r")
        _ = try terminal.waitForExit()
        #expect(Self.text(terminal).contains("open   Esc was not tried."))
        #expect(Self.text(terminal).contains("open   Pasting was not tried."))
    }

    @Test func `the clipboard is written once, and a paste tells whether it arrived`() throws {
        let terminal = try Self.open(["--clipboard"], environment: ["SSH_TTY": "/dev/pts/1"])
        try terminal.send("\r", awaiting: "A text was sent to the clipboard")
        let coded = try #require(terminal.outputText.firstMatch(of: #/\e\]52;c;([A-Za-z0-9+/=]+)\a/#)?.1)
        let text = String(decoding: Data(base64Encoded: String(coded)) ?? Data(), as: UTF8.self)
        #expect(text.hasPrefix("lotse "))
        terminal.send("\u{1B}[200~\(text)\u{1B}[201~")
        try terminal.wait(for: "it is the copied text")
        #expect(try terminal.waitForExit() != .exited(64))
        #expect(terminal.outputText.components(separatedBy: "\u{1B}]52").count == 2)
    }

    @Test func `without being told to, nothing is sent to the clipboard`() throws {
        let terminal = try Self.open()
        try terminal.send("\r", awaiting: "Paste something")
        terminal.send("\r")
        _ = try terminal.waitForExit()
        #expect(!terminal.outputText.contains("\u{1B}]"))
    }

    @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 143)] as [(Int32, Int32)])
    func `a signal in the middle gives the terminal back`(signal: Int32, status: Int32) throws {
        let terminal = try Self.open()
        try terminal.send("\r", awaiting: "Paste something")
        terminal.signal(signal)
        guard case .exited(let ended) = try terminal.waitForExit() else {
            Issue.record("it died")
            return
        }
        #expect(ended == status)
        #expect(terminal.isGivenBack)
        #expect(terminal.outputText.contains("\u{1B}[?2004l"))
    }

    @Test func `a window of another size, and a stop from elsewhere, end nothing`() throws {
        let terminal = try Self.open()
        for signal in [SIGWINCH, SIGTSTP, SIGCONT] { terminal.signal(signal) }
        try terminal.send("\r", awaiting: "Paste something")
        for signal in [SIGWINCH, SIGTSTP, SIGCONT] { terminal.signal(signal) }
        terminal.send("\r")
        try terminal.wait(for: "Pasting was not tried.")
    }

    @Test func `killed in the middle, the guard gives the terminal back`() throws {
        let terminal = try Self.open()
        try terminal.send("\r", awaiting: "Paste something")
        terminal.killChild()
        #expect(try terminal.waitForExit() == .exited(137))
        #expect(terminal.isGivenBack)
        #expect(terminal.outputText.contains("\u{1B}[?2004l"))
    }

    @Test func `^C ends it and gives the terminal back`() throws {
        let terminal = try Self.open()
        terminal.send("\u{3}")
        #expect(try terminal.waitForExit() == .exited(130))
        #expect(terminal.isGivenBack)
    }

    @Test(arguments: ["linux", "vt100", "screen", "wonder", "dumb"])
    func `every TERM gets its verdicts, and no question that it might print`(term: String) throws {
        let terminal = try Self.open(term: term)
        terminal.send("\u{3}")
        #expect(try terminal.waitForExit() == .exited(130))
        #expect(terminal.isGivenBack)
        #expect(terminal.outputText.contains("\u{1B}P") == (term == "screen"))
        #expect(terminal.outputText.contains("\u{1B}") == (term != "dumb"))
    }

    @Test func `^C ends it in a paste that never ends, too`() throws {
        let terminal = try Self.open()
        try terminal.send("\r", awaiting: "Paste something")
        terminal.send("\u{1B}[200~and no end\u{3}")
        #expect(try terminal.waitForExit() == .exited(130))
        #expect(terminal.isGivenBack)
    }

    @Test func `in German`() throws {
        let terminal = try Self.open(locale: "de_DE.UTF-8")
        #expect(Self.text(terminal).contains("gut"))
        terminal.send("\u{3}")
        _ = try terminal.waitForExit()
    }

    @Test func `a locale without UTF-8 gets ASCII and no samples`() throws {
        let terminal = try Self.open(environment: ["LANG": "C", "LC_ALL": "C"])
        terminal.send("\u{3}")
        _ = try terminal.waitForExit()
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
        #expect(Self.text(terminal).contains("export LC_CTYPE=C.UTF-8"))
    }
}
