import Glibc
import Pseudoterminals
import Testing

/// Where a guard makes its folder of reports, so that no test touches the home of who runs it.
let scratchState = "/tmp/lotse-tests-\(getpid())"

/// The demo on a pseudoterminal.
func demo(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, term: String? = "xterm-256color",
    environment: [String: String] = [:]
) throws -> Pseudoterminal {
    let terminal = try Pseudoterminal(
        BuiltProducts.path("terminaldemo"), arguments, columns: columns, rows: rows, term: term,
        environment: ["XDG_STATE_HOME": scratchState].merging(environment) { $1 })
    return terminal
}

@Suite struct TerminalScreenTests {
    @Test func `wide and marked characters stand in their columns`() throws {
        let terminal = try demo()
        try terminal.wait(for: "keys 0")
        #expect(terminal.screen.rows[1] == "  wide 日本語|")
        #expect(terminal.screen.column(of: "|", row: 1) == 13)
        #expect(terminal.screen.column(of: "|", row: 2) == 10)
        #expect(terminal.screen.column(of: "|", row: 4) == 14)
        #expect(terminal.screen.rows[5] == "  hostile ␛[31m<9B>␍x|")
        #expect(terminal.screen.rows[6] == "  new \u{FFFD}|")
        #expect(terminal.screen.isAlternate)
    }

    @Test func `the cursor stands where it is asked to`() throws {
        let terminal = try demo()
        try terminal.wait(for: "keys 0")
        #expect(terminal.screen.isCursorVisible)
        #expect(terminal.screen.cursor == (0, 0))
        terminal.send("jj")
        try terminal.wait("the cursor two rows down") { $0.cursor == (0, 2) }
    }

    @Test func `a hidden cursor is hidden and comes back at the end`() throws {
        let terminal = try demo(["--hidden"])
        try terminal.wait(for: "keys 0")
        #expect(!terminal.screen.isCursorVisible)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(terminal.screen.isCursorVisible)
    }

    @Test(arguments: [
        ("\u{1B}[A", "up"), ("\u{1B}OA", "up"), ("\u{1B}[6~", "pageDown"), ("\u{1B}", "escape"),
        ("\u{1B}[200~q!\u{1A}\u{1B}[201~", #"paste("q!")"#), ("ä", #"character("ä")"#), ("\u{03}", #"control("c")"#),
    ])
    func `keys arrive decoded`(bytes: String, name: String) throws {
        let terminal = try demo()
        try terminal.wait(for: "keys 0")
        terminal.send(bytes)
        try terminal.wait(for: name)
        #expect(terminal.screen.rows[10] == "  keys 1")
    }

    @Test func `leaving gives back settings, screen and modes`() throws {
        let terminal = try demo()
        let before = Pseudoterminal.describe(terminal.modesAtStart)
        try terminal.wait(for: "keys 0")
        #expect(Pseudoterminal.describe(terminal.modes) != before)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(Pseudoterminal.describe(terminal.modes) == before)
        #expect(!terminal.screen.isAlternate)
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[?2004l"))
    }

    @Test func `a marker that moves costs few bytes, a bar less than a line, and rest costs none`() throws {
        for (arguments, limit) in [([], 40), (["--bar"], 200)] as [([String], Int)] {
            let terminal = try demo(arguments)
            try terminal.wait(for: "keys 0")
            let start = terminal.output.count
            terminal.send("j")
            try terminal.wait("the cursor one row down") { $0.cursor == (0, 1) }
            #expect(terminal.output.count - start <= limit)
            let rest = terminal.output.count
            terminal.send("\u{1B}[?1;2c")
            terminal.send("k")
            try terminal.wait("the cursor back") { $0.cursor == (0, 0) }
            #expect(terminal.output.count - rest <= limit)
        }
    }

    @Test func `every size is survived`() throws {
        let terminal = try demo()
        try terminal.wait(for: "keys 0")
        let sizes = [(1, 1), (2, 1), (1, 50), (500, 1000), (1000, 500), (40, 10), (3, 3), (200, 60)]
        for (columns, rows) in sizes + sizes { terminal.resize(columns: columns, rows: rows) }
        terminal.resize(columns: 100, rows: 30)
        try terminal.wait(for: "ready 100x30")
        terminal.resize(columns: 500, rows: 1000)
        try terminal.wait(for: "ready 500x1000")
        terminal.resize(columns: 1, rows: 1)
        try terminal.wait("one cell") { $0.text == ">" }
        terminal.resize(columns: 80, rows: 24)
        try terminal.wait(for: "environment clean")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `a terminal without a size is 80 by 24`() throws {
        let terminal = try demo(columns: 100, rows: 30)
        terminal.resizeKernelOnly(columns: 0, rows: 0)
        try terminal.wait(for: "ready 80x24")
    }

    @Test(arguments: [
        ("xterm-kitty-of-tomorrow", "using: \"xterm-256color\"", 256), ("wonder", "using: \"vt100\"", 0),
        ("vt100", "notice none", 0), ("linux", "notice none", 8), ("screen", "notice none", 8),
        ("", "using: \"vt100\"", 0),
    ])
    func `every name of a terminal is answered`(term: String, notice: String, colors: Int) throws {
        let terminal = try demo(term: term)
        try terminal.wait(for: "keys 0")
        try terminal.wait(for: notice)
        try terminal.wait(for: "colors \(colors)")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `a dumb terminal is refused before anything is sent`() throws {
        let terminal = try demo(term: "dumb")
        #expect(try terminal.waitForExit() == .exited(3))
        #expect(terminal.screen.rows[0] == #"no terminal: dumb(term: "dumb")"#)
        #expect(!terminal.output.contains(0x1B))
    }

    @Test func `in the C locale only ASCII is sent`() throws {
        let terminal = try demo(environment: ["LANG": "C", "LC_ALL": "C"])
        try terminal.wait(for: "utf8 false")
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
    }

    @Test func `a UTF-8 locale that is not installed is still UTF-8`() throws {
        let terminal = try demo(environment: ["LC_ALL": "xx_XX.UTF-8"])
        try terminal.wait(for: "utf8 true")
    }
}
