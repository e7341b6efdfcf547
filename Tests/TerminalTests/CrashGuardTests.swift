import Foundation
import Glibc
import Pseudoterminals
import Testing

/// Whatever the program dies of, its parent gives the terminal back.
@Suite struct CrashGuardTests {
    private let state = FileManager.default.temporaryDirectory.appending(path: "lotse-\(UUID().uuidString)").path

    private func guarded(term: String = "xterm-256color", _ more: [String] = []) throws -> Pseudoterminal {
        let terminal = try demo(["--guard"] + more, term: term, environment: ["XDG_STATE_HOME": state])
        try terminal.wait(for: "keys 0")
        return terminal
    }

    /// The guarded process, as it shows itself.
    private func child(of terminal: Pseudoterminal) throws -> Int32 {
        let line = try #require(terminal.screen.rows.first { $0.contains("guarded true") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int32($0) })
    }

    private func removeState() {
        try? FileManager.default.removeItem(atPath: state)
    }

    @Test(arguments: ["xterm-256color", "screen", "linux", "vt100"])
    func `after a trap the terminal is as it was and a report says where`(term: String) throws {
        defer { removeState() }
        let terminal = try guarded(term: term)
        let start = ContinuousClock.now
        terminal.send("!")
        #expect(try terminal.waitForExit(timeout: 5) == .exited(128 + SIGILL))
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(Pseudoterminal.describe(terminal.modes) == Pseudoterminal.describe(terminal.modesAtStart))
        #expect(!terminal.screen.isAlternate && terminal.screen.isCursorVisible)
        let reports = try FileManager.default.contentsOfDirectory(atPath: state + "/lotse")
        let report = try #require(reports.first)
        #expect(terminal.screen.text.filter { $0 != "\n" }.contains(report))
        #expect(!terminal.screen.text.contains("Fatal error"))
        let text = try String(contentsOfFile: "\(state)/lotse/\(report)", encoding: .utf8)
        #expect(text.contains("Index out of range"))
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(state)/lotse/\(report)")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test(arguments: [SIGKILL, SIGSEGV, SIGABRT])
    func `after a signal that cannot be answered the terminal is as it was`(number: Int32) throws {
        defer { removeState() }
        let terminal = try guarded(["--hidden"])
        kill(try child(of: terminal), number)
        #expect(try terminal.waitForExit(timeout: 5) == .exited(128 + number))
        #expect(Pseudoterminal.describe(terminal.modes) == Pseudoterminal.describe(terminal.modesAtStart))
        #expect(!terminal.screen.isAlternate && terminal.screen.isCursorVisible)
        #expect(terminal.screen.text.contains("lotse ended unexpectedly (signal \(number)"))
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT])
    func `a deadly signal to the guard ends the program too`(number: Int32) throws {
        defer { removeState() }
        let terminal = try guarded()
        terminal.signal(number)
        #expect(try terminal.waitForExit(timeout: 5) == .exited(128 + number))
        #expect(!terminal.screen.isAlternate)
    }

    @Test func `when the guard is killed the program ends and gives the terminal back itself`() throws {
        defer { removeState() }
        let terminal = try guarded()
        terminal.signal(SIGKILL)
        #expect(try terminal.waitForExit() == .signaled(SIGKILL))
        try terminal.wait("the shell's screen") { !$0.isAlternate }
    }

    @Test func `without a crash nothing is left in the folder of reports`() throws {
        defer { removeState() }
        let terminal = try guarded()
        terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(try FileManager.default.contentsOfDirectory(atPath: state + "/lotse").isEmpty)
    }

    @Test func `a variable that a stranger set is no guard`() throws {
        let terminal = try demo(["--guard"], environment: ["LOTSE_GUARD_FD": "7"])
        try terminal.wait(for: "guarded false")
        try terminal.wait(for: "environment clean")
    }
}
