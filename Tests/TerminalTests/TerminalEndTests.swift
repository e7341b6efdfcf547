import Glibc
import Pseudoterminals
import Testing

/// However the program ends or pauses, the terminal is given back.
@Suite struct TerminalEndTests {
    @Test(arguments: [[], ["--guard"]], [SIGTERM, SIGHUP, SIGINT])
    func `a signal to the program ends it properly`(arguments: [String], number: Int32) throws {
        let terminal = try demo(arguments)
        let before = Pseudoterminal.describe(terminal.modesAtStart)
        try terminal.wait(for: "keys 0")
        terminal.signal(number)
        #expect(try terminal.waitForExit(timeout: 2) == .exited(0))
        #expect(Pseudoterminal.describe(terminal.modes) == before)
        #expect(!terminal.screen.isAlternate)
    }

    @Test(arguments: [[], ["--guard"]])
    func `a lost terminal ends it`(arguments: [String]) throws {
        let terminal = try demo(arguments)
        try terminal.wait(for: "keys 0")
        terminal.hangUp()
        #expect(try terminal.waitForExit(timeout: 2) == .exited(0))
    }

    @Test func `a lost terminal ends it even where SIGHUP is ignored`() throws {
        let terminal = try Pseudoterminal(
            "/bin/sh", ["-c", "trap '' HUP; exec \(BuiltProducts.path("terminaldemo"))"])
        try terminal.wait(for: "keys 0")
        terminal.hangUp()
        #expect(try terminal.waitForExit(timeout: 2) == .exited(0))
    }

    @Test(arguments: [[], ["--guard"]])
    func `control Z stops the job, and fg draws it again in the size of then`(arguments: [String]) throws {
        let terminal = try Pseudoterminal(
            "/bin/sh", ["-i"], environment: ["PS1": "shell> ", "ENV": "", "XDG_STATE_HOME": scratchState])
        try terminal.wait(for: "shell>")
        terminal.send(([BuiltProducts.path("terminaldemo")] + arguments).joined(separator: " ") + "\r")
        try terminal.wait(for: "keys 0")
        for round in 1...3 {
            terminal.send("\u{1A}")
            try terminal.wait("the shell") { !$0.isAlternate && $0.text.contains("Stopped") }
            terminal.resize(columns: 90 + round, rows: 24)
            terminal.send("clear; echo back\(round)\r")
            try terminal.wait("the shell's answer") { $0.rows.contains("back\(round)") }
            terminal.send("fg\r")
            try terminal.wait(for: "ready \(90 + round)x24")
            #expect(terminal.screen.isAlternate)
        }
        terminal.send("q")
        try terminal.wait("the prompt") { !$0.isAlternate && $0.rows[$0.cursor.row] == "shell>" }
        terminal.send("echo status $?\r")
        try terminal.wait("the status") { $0.rows.contains("status 0") }
    }

    @Test func `control Z without a shell to return to changes nothing`() throws {
        let terminal = try demo(["--guard"])
        try terminal.wait(for: "keys 0")
        terminal.send("\u{1A}x")
        try terminal.wait(for: "keys 1")
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
    }

    @Test func `an editor gets the terminal as the shell has it`() throws {
        let terminal = try demo(["--guard"])
        try terminal.wait(for: "keys 0")
        let start = terminal.output.count
        terminal.send("s")
        try terminal.wait(forBytes: "in between\r\n", after: start)
        terminal.send("x")
        try terminal.wait(for: "keys 1")
        #expect(terminal.screen.isAlternate)
    }
}
