import Foundation
import Pseudoterminals
import Testing

/// Whole sessions of the built program on a terminal: what a moderator sees in an evening.
@Suite(.serialized) struct EveningTests {
    /// A home of its own, with one export imported.
    final class Home {
        let folder: String

        init() throws {
            folder = NSTemporaryDirectory() + "lotse-evening-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let lines = [
                #"{"id":"1","author":"Mia","author_id":"a1","created_at":"2026-11-01T10:00:00Z","text":"Wo bleibt mein Rad?"}"#,
                #"{"id":"2","author":"Jonas","author_id":"a2","created_at":"2026-11-01T10:05:00Z","text":"Bei mir kam es schnell.","parent_id":"1"}"#,
                #"{"id":"3","author":"田中","author_id":"a3","created_at":"2026-11-01T10:07:00Z","text":"Do you ship to Kyoto?"}"#,
                #"{"id":"4","author":"ליאת","author_id":"a4","created_at":"2026-11-01T10:09:00Z","text":"Lovely coffee!"}"#,
            ]
            try lines.joined(separator: "\n").write(toFile: folder + "/posts.jsonl", atomically: true, encoding: .utf8)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: folder)
        }

        var environment: [String: String] {
            [
                "HOME": folder, "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
                "XDG_STATE_HOME": folder + "/state", "TZ": "UTC",
            ]
        }

        /// Runs a command to its end and gives what it wrote.
        @discardableResult
        func run(_ arguments: String...) throws -> String {
            let terminal = try open(arguments)
            let end = try terminal.waitForExit()
            try #require(end == .exited(0), "\(arguments): \(terminal.screen.text)")
            return String(decoding: terminal.output, as: UTF8.self)
        }

        func open(_ arguments: [String] = [], columns: Int = 80, rows: Int = 24, term: String = "xterm-256color")
            throws -> Pseudoterminal
        {
            try Pseudoterminal(
                BuiltProducts.path("lotse"), arguments, columns: columns, rows: rows, term: term,
                environment: environment, directory: folder)
        }
    }

    @Test func `import, move, reply, send, take back, send, resolve, undo, resize, quit, start again: all as left`()
        throws
    {
        let home = try Home()
        #expect(try home.run("import", "--inbox-from", "all", "posts.jsonl").contains("4"))
        let terminal = try home.open()
        try terminal.wait(for: "3 to answer")
        #expect(terminal.screen.rows[1].contains("ליאת"))
        terminal.send("jj")
        try terminal.wait("the cursor on Mia's row") { $0.cursor.row == 3 && $0.rows[3].contains("Mia") }
        terminal.send("\r")
        try terminal.wait(for: "Bei mir kam es schnell.")
        terminal.send("r")
        try terminal.wait(for: "reply to")
        terminal.send("Es ist unterwegs, liebe Grüße")
        try terminal.wait(for: "liebe Grüße")
        terminal.send("\u{18}\u{13}")
        try terminal.wait(for: "takes it back")
        terminal.send("u")
        try terminal.wait(for: "taken back")
        terminal.send("r")
        try terminal.wait(for: "Es ist unterwegs, liebe Grüße")
        terminal.send("\u{1B}\r")
        try terminal.wait(for: "takes it back")
        try terminal.wait("two rows left") { $0.rows[1].contains("ליאת") && !$0.text.contains("Mia") }
        terminal.send("gge\r")
        try terminal.wait(for: "resolved")
        try terminal.wait("one row left") { !$0.text.contains("ליאת") }
        terminal.send("u")
        try terminal.wait("it is back") { $0.text.contains("ליאת") }
        terminal.resize(columns: 132, rows: 40)
        try terminal.wait("side by side") { $0.rows.count == 40 && $0.rows[0].contains("│") }
        terminal.resize(columns: 80, rows: 24)
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(Pseudoterminal.describe(terminal.modes) == Pseudoterminal.describe(terminal.modesAtStart))

        let again = try home.open()
        try again.wait(for: "2 to answer")
        #expect(again.screen.text.contains("田中") && again.screen.text.contains("ליאת"))
        #expect(!again.screen.text.contains("Mia"))
        again.send("q")
        #expect(try again.waitForExit() == .exited(0))
        #expect(try home.run("outbox", "list").contains("Es ist unterwegs, liebe Grüße"))
        #expect(try home.run("doctor", "--rebuild").isEmpty == false)
    }

    @Test func `a draft survives kill -9 of the program and of the guard`() throws {
        let home = try Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
        let terminal = try home.open()
        try terminal.wait(for: "3 to answer")
        terminal.send("r")
        try terminal.wait(for: "reply to")
        terminal.send("Das ist ein Entwurf")
        try terminal.wait(for: "ein Entwurf")
        // The draft is in the store within a second of the last key: seen there, not waited for by the clock.
        var list = ""
        for _ in 0..<200 where !list.contains("true") {
            list = try home.run("list", "--json").contains("\"has_draft\":true") ? "true" : ""
        }
        #expect(list == "true")
        terminal.signal(SIGKILL)
        _ = try terminal.waitForExit()
        let again = try home.open()
        try again.wait(for: "3 to answer")
        again.send("r")
        try again.wait(for: "Das ist ein Entwurf")
        again.hangUp()
        _ = try again.waitForExit()
    }

    @Test(arguments: ["xterm-256color", "screen", "linux", "vt100"])
    func `it works on every terminal, with and without colours`(term: String) throws {
        let home = try Home()
        try home.run("import", "--inbox-from", "all", "posts.jsonl")
        let terminal = try home.open(term: term)
        try terminal.wait(for: "3 to answer")
        terminal.send("?")
        try terminal.wait(for: "Moving")
        terminal.send("qq")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(Pseudoterminal.describe(terminal.modes) == Pseudoterminal.describe(terminal.modesAtStart))
    }
}
