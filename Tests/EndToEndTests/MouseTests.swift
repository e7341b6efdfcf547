import Foundation
import Pseudoterminals
import Testing

/// The mouse at the terminal: reports go in, and every ending takes the modes back.
@Suite struct MouseTests {
    private static let on = "\u{1B}[?1000h\u{1B}[?1006h"
    private static let off = "\u{1B}[?1006l\u{1B}[?1000l"

    private static func open(
        _ settings: String = "mouse = true", term: String? = "xterm-256color", environment: [String: String] = [:],
        columns: Int = 80
    ) throws -> Pseudoterminal {
        let shop = try Shop()
        let path = shop.home.folder + "/mouse.toml"
        try (settings + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let terminal = try shop.open(["--config", path], columns: columns, term: term, environment: environment)
        terminal.expected = [.mouse]
        return terminal
    }

    /// Whether the mouse is the terminal's, by all that was sent.
    private static func isFree(_ terminal: Pseudoterminal) -> Bool {
        let text = terminal.outputText
        guard let taken = text.range(of: "?1000h", options: .backwards) else { return true }
        return text[taken.upperBound...].contains(off)
    }

    @Test func `it is off at the start, and nothing of it is sent`() throws {
        let terminal = try Self.open("")
        #expect(try terminal.quit() == .exited(0))
        #expect(!terminal.outputText.contains("?1000") && !terminal.outputText.contains("?1006"))
    }

    @Test func `a click selects, the wheel turns, a double click opens, and leaving gives it back`() throws {
        let terminal = try Self.open()
        try terminal.wait(forBytes: Self.on)
        #expect(!terminal.outputText.contains("?1002h") && !terminal.outputText.contains("?1003h"))
        try terminal.send("\u{1B}[<0;9;4M\u{1B}[<0;9;4m", awaiting: "row 2") { $0.cursor == (0, 3) }
        try terminal.send("\u{1B}[<64;9;4M", awaiting: "row 0") { $0.cursor == (0, 1) }
        try terminal.send(
            "\u{1B}[<0;9;3M\u{1B}[<0;9;3m\u{1B}[<0;9;3M\u{1B}[<0;9;3m", awaiting: "the conversation"
        ) { !$0.rows[0].contains("[Inbox") }
        try terminal.send("q", awaiting: "the list") { $0.rows[0].contains("[Inbox") }
        #expect(try terminal.quit() == .exited(0))
        #expect(Self.isFree(terminal))
        #expect(terminal.isGivenBack)
    }

    @Test func `what Shift, dragging or letting go send moves nothing`() throws {
        let terminal = try Self.open()
        try terminal.wait(forBytes: Self.on)
        terminal.send("\u{1B}[<4;9;4M\u{1B}[<32;9;3M\u{1B}[<0;9;4m\u{1B}[<2;9;3M\u{1B}[<65;9999;9999M")
        try terminal.send("j", awaiting: "row 1") { $0.cursor == (0, 2) }
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `:mouse takes it and gives it back in the session`() throws {
        let terminal = try Self.open("")
        let start = terminal.output.count
        terminal.send(":mouse on\r")
        try terminal.wait(forBytes: Self.on, after: start)
        try terminal.wait(for: "with Shift the terminal selects text")
        try terminal.send("\u{1B}[<0;9;4M", awaiting: "row 2") { $0.cursor == (0, 3) }
        let then = terminal.output.count
        terminal.send(":mouse\r")
        try terminal.wait(forBytes: Self.off, after: then)
        terminal.send("\u{1B}[<0;9;2M")
        try terminal.send("k", awaiting: "row 1") { $0.cursor == (0, 2) }
        #expect(try terminal.quit() == .exited(0))
        #expect(Self.isFree(terminal))
    }

    @Test(arguments: ["linux", "vt100"])
    func `a terminal that is not like xterm is sent nothing and says so`(term: String) throws {
        let terminal = try Self.open(term: term)
        try terminal.wait(for: "this terminal tells nothing of the mouse")
        #expect(try terminal.quit() == .exited(0))
        #expect(!terminal.outputText.contains("?1000"))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT] as [Int32])
    func `a signal takes it back`(signal: Int32) throws {
        let terminal = try Self.open()
        try terminal.wait(forBytes: Self.on)
        terminal.signal(signal)
        _ = try terminal.waitForExit()
        #expect(Self.isFree(terminal))
        #expect(terminal.isGivenBack)
    }

    @Test func `killed, the guard takes it back, also where it was taken in the session`() throws {
        let terminal = try Self.open("")
        let start = terminal.output.count
        terminal.send(":mouse on\r")
        try terminal.wait(forBytes: Self.on, after: start)
        try terminal.wait(for: "with Shift the terminal selects text")
        terminal.killChild()
        #expect(try terminal.waitForExit() == .exited(137))
        #expect(Self.isFree(terminal))
        #expect(terminal.isGivenBack)
    }

    @Test func `the editor and the shell get the terminal without it, and lotse takes it again`() throws {
        let shop = try Shop()
        let editor = try shop.editor("exit 0\n")
        let terminal = try Self.open(environment: editor)
        try terminal.wait(forBytes: Self.on)
        try terminal.send("r", awaiting: "reply to")
        var start = terminal.output.count
        terminal.send("\u{18}\u{5}")
        try terminal.wait(forBytes: Self.off, after: start)
        try terminal.wait(forBytes: Self.on, after: start)
        try terminal.leaveComposer()
        start = terminal.output.count
        // There is no shell that could continue it: it comes back at once.
        terminal.send("\u{1A}")
        try terminal.wait(forBytes: Self.off, after: start)
        try terminal.wait(forBytes: Self.on, after: start)
        terminal.send("qq")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(Self.isFree(terminal))
        #expect(terminal.isGivenBack)
    }

    @Test(.enabled(if: ScreenJudge.isThere, "no screen_safe.py; LOTSE_SHARED names its folder"))
    func `screen_safe finds nothing but the modes, and all is restored`() throws {
        let terminal = try Self.open()
        try terminal.wait(forBytes: Self.on)
        terminal.send("\u{1B}[<0;9;4M\u{1B}[<65;9;4M")
        #expect(try terminal.quit() == .exited(0))
        let capture = FileManager.default.temporaryDirectory.appending(path: "lotse-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: capture) }
        try Data(terminal.output).write(to: capture)
        let judge = Process()
        judge.executableURL = URL(filePath: "/usr/bin/env")
        judge.arguments = [
            "python3", ScreenJudge.path, "--term", "xterm-256color", "--allow-mode", "2026", "--allow-mode", "2004",
            "--allow-mode", "1000", "--allow-mode", "1006", "--check-restored", capture.path,
        ]
        try judge.run()
        judge.waitUntilExit()
        #expect(judge.terminationStatus == 0)
    }
}
