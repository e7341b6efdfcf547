import Foundation
import Pseudoterminals
import Testing

/// The line mode of the built program on a terminal.
@Suite(.serialized) struct LinearTests {
    private func isPlain(_ bytes: [UInt8]) -> Bool {
        // The terminal's own line discipline writes CR before LF, and echoes what is typed.
        bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D }
    }

    @Test(arguments: [("dumb", [String]()), ("xterm-256color", ["--linear"]), ("dumb", ["--linear"])])
    func
        `kimi-code#1846, Textual#2425: it opens by itself on a dumb terminal and on request on any, and sends no escape sequence`(
            term: String, arguments: [String]
        ) throws
    {
        let home = try EveningTests.Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
        let terminal = try home.open(arguments, columns: 120, rows: 50, term: term)
        try terminal.wait(for: "1 of 3: new, ")
        #expect(terminal.screen.text.contains("cannot place the cursor") == arguments.isEmpty)
        terminal.send("last\n")
        try terminal.wait(for: "3 of 3: new, Mia")
        terminal.send("reply\n")
        try terminal.wait(for: "a line with a single . sends")
        terminal.send("Es ist unterwegs, liebe Grüße\n.\n")
        try terminal.wait(for: "takes it back")
        terminal.send("\u{4}")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(isPlain(terminal.output), "\(String(decoding: terminal.output, as: UTF8.self).debugDescription)")
        #expect(Pseudoterminal.describe(terminal.modes) == Pseudoterminal.describe(terminal.modesAtStart))
        #expect(try home.run("outbox", "list").contains("Es ist unterwegs, liebe Grüße"))
    }

    @Test func `a reply survives the end of the connection, and Ctrl-C leaves it as a draft`() throws {
        let home = try EveningTests.Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
        let terminal = try home.open(["--linear"], columns: 120)
        try terminal.wait(for: "1 of 3: new, ")
        terminal.send("reply\n")
        try terminal.wait(for: "a line with a single . sends")
        terminal.send("Erste Zeile\n.show\n")
        try terminal.wait(for: "So far:")
        terminal.hangUp()
        _ = try terminal.waitForExit()

        let again = try home.open(["--linear"], columns: 120)
        try again.wait(for: "back where the last session broke off")
        try again.wait(for: "1 of 1, ")
        again.send("reply\n")
        try again.wait(for: "Erste Zeile")
        again.send("\u{3}")
        try again.wait(for: "the draft is kept")
        again.send("\u{3}")
        #expect(try again.waitForExit() != .exited(0))
        #expect(try home.run("list", "--json").contains("\"has_draft\":true"))
    }

    @Test(arguments: [("/dev/full", "Writing failed: "), ("/dev/null", "")])
    func `output that cannot be written ends it with a sentence and status 1`(output: String, told: String) throws {
        let home = try EveningTests.Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
        let command = "printf 'label eilig\n' | \"$0\" --linear > \(output)"
        let shell = try Pseudoterminal(
            "/bin/sh", ["-c", command, BuiltProducts.path("lotse")], columns: 120, environment: home.environment,
            directory: home.folder)
        #expect(try shell.waitForExit() == .exited(told.isEmpty ? 0 : 1))
        #expect(shell.screen.text.contains(told) || told.isEmpty)
    }

    @Test func `Ctrl-Z stops it once, and it goes on where it was`() throws {
        let home = try EveningTests.Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
        let shell = try Pseudoterminal(
            "/bin/bash", ["--norc", "-i"], columns: 120, rows: 50,
            environment: home.environment.merging(["PS1": "ready "]) { $1 }, directory: home.folder)
        try shell.wait(for: "ready")
        shell.send("\(BuiltProducts.path("lotse")) --linear\n")
        try shell.wait(for: "1 of 3: ")
        shell.send("\u{1A}")
        try shell.wait(for: "Stopped")
        shell.send("fg\n")
        try shell.wait("fg was obeyed") { $0.rows.count { $0.contains("--linear") } >= 3 }
        shell.send("last\n")
        try shell.wait(for: "3 of 3: new, Mia")
        shell.send("quit\nexit 7\n")
        #expect(try shell.waitForExit() == .exited(7))
    }
}
