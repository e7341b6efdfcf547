import Foundation
import Pseudoterminals
import Testing

/// The bytes sent, judged by the tool that knows what ncurses may send to which terminal.
@Suite(.enabled(if: ScreenJudge.isThere, "no screen_safe.py; LOTSE_SHARED names its folder"))
struct ScreenSafeTests {
    @Test(arguments: ["xterm-256color", "screen", "linux", "vt100"], ["q", "!"])
    func `nothing but what curses sends reaches the terminal, and it is restored`(term: String, end: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lotse-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let terminal = try demo(["--guard"], term: term, environment: ["XDG_STATE_HOME": folder.path])
        try terminal.wait(for: "keys 0")
        terminal.send("abcjjk")
        try terminal.wait(for: "keys 3")
        terminal.resize(columns: 100, rows: 30)
        try terminal.wait(for: "ready 100x30")
        terminal.send(end)
        _ = try terminal.waitForExit()
        let capture = folder.appending(path: "capture")
        try Data(terminal.output).write(to: capture)
        let judge = Process()
        judge.executableURL = URL(filePath: "/usr/bin/env")
        judge.arguments = [
            "python3", ScreenJudge.path, "--term", term, "--rows", "30", "--cols", "100", "--allow-mode", "2026",
            "--allow-mode", "2004", "--check-restored", capture.path,
        ]
        try judge.run()
        judge.waitUntilExit()
        #expect(judge.terminationStatus == 0)
    }
}
