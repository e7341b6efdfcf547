import Dashboard
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Macros over a real store.
@MainActor @Suite struct MacroLoopTests {
    private func posts(_ count: Int) throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.importing(
            (1...count).map { post("\($0)", by: "Mia \($0)", "Wo bleibt Rad \($0)?", minute: Int64($0)) })
        return temporary
    }

    private func evening(_ temporary: TemporaryStore, _ macros: [Macro] = []) throws -> (DashboardLoop, ScriptedDisplay)
    {
        let display = ScriptedDisplay(size: Size(columns: 80, rows: 24))
        let loop = DashboardLoop(
            display: display, store: temporary.store, mailbox: try #require(Mailbox()),
            settings: DashboardSettings(storeName: "test", actor: "anna", macros: macros),
            look: DashboardLoop.Look(theme: .dark, glyphs: .unicode, catalogue: .english),
            macros: RecordedMacros(stateFolder: temporary.folder + "/state"), clock: { .noon.minutes(60) },
            editor: ExternalEditor(command: "true", folder: temporary.folder), signals: nil, stopGroup: {},
            log: LogFile.logger(folder: temporary.folder), say: { "\($0)" })
        return (loop, display)
    }

    @Test func `a recorded macro acts row by row, waits for what it looks for, and is undone act by act`() throws {
        let (loop, display) = try evening(try posts(6))
        loop.play(try KeyScript("Q a o l \"rad\" enter Q"), on: display)
        loop.play(try KeyScript("2 @ a"), on: display)
        let labels = display.grid.text.count { $0.contains("#") }
        #expect(labels == 3, "\(display.grid.text.joined(separator: "\n"))")
        loop.play(try KeyScript("u u"), on: display)
        #expect(display.grid.text.count { $0.contains("#") } == 1)
    }

    @Test func `what was recorded is there in the next session`() throws {
        let temporary = try posts(2)
        let (loop, display) = try evening(temporary)
        loop.play(try KeyScript("Q a l \"a b\" space quote enter j Q"), on: display)
        let kept = RecordedMacros(stateFolder: temporary.folder + "/state")
        #expect(kept.all.map(\.name) == ["a"])
        #expect(kept.all.first?.steps == loop.dashboard.macros["a"]?.steps)
        let mode = try FileManager.default.attributesOfItem(atPath: kept.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `macros are kept beside each other, and one takes the place of its name`() throws {
        let temporary = try posts(1)
        let kept = RecordedMacros(stateFolder: temporary.folder + "/new/state")
        #expect(kept.keep(try Macro(name: "b", text: "j \"x\" quote \"\\\" enter\n:note tab\there")))
        #expect(kept.keep(try Macro(name: "a", text: "k")))
        #expect(kept.keep(try Macro(name: "b", text: "k k")))
        #expect(kept.all.map(\.text) == ["k", "\"kk\""])
    }

    @Test(arguments: ["no toml [", "macros = 2", "[macros]\na = \"j\"\na = \"k\"", "a = \"\u{0}\""])
    func `a file that cannot be read is left alone, and that is said`(text: String) throws {
        let temporary = try posts(2)
        let kept = RecordedMacros(stateFolder: temporary.folder + "/state")
        #expect(kept.keep(try Macro(name: "a", text: "k")))
        try text.write(toFile: kept.path, atomically: true, encoding: .utf8)
        let (loop, display) = try evening(temporary)
        loop.play(try KeyScript("Q b j Q"), on: display)
        #expect(display.grid.text.joined().contains("lasts until lotse ends"))
        #expect(try String(contentsOfFile: kept.path, encoding: .utf8) == text)
    }

    @Test(arguments: [
        ("[macros]\nother = \":explode\"\n", [], ["\"other\" = \":explode\""]),
        ("[macros]\nlater = { keys = \"jj\", times = 3 }\n", [], ["keys = \"jj\"", "times = 3"]),
        ("version = 2\n[macros]\nold = \"j\"\n[more]\nx = [1, \"ü\"]\n", ["old"], ["version = 2", "[ 1, \"ü\" ]"]),
        ("version = 2\n", [], ["version = 2"]),
    ])
    func `what this version does not know stays beside what is recorded`(
        text: String, known: [String], parts: [String]
    ) throws {
        let temporary = try posts(1)
        let kept = RecordedMacros(stateFolder: temporary.folder)
        try text.write(toFile: kept.path, atomically: true, encoding: .utf8)
        #expect(kept.keep(try Macro(name: "a", text: "k \"ö\"")))
        #expect(kept.keep(try Macro(name: "b", text: "j")))
        #expect(kept.all.map(\.name) == ["a", "b"] + known)
        #expect(kept.all.map(\.text).prefix(2) == ["\"kö\"", "j"])
        let stored = try String(contentsOfFile: kept.path, encoding: .utf8)
        for part in parts { #expect(stored.contains(part), "\(stored)") }
    }

    @Test(arguments: ["", "[macros]\na = 1", "[macros]\na = \"spaec\""])
    func `a file that says no macros counts as empty`(text: String) throws {
        let temporary = try posts(1)
        let kept = RecordedMacros(stateFolder: temporary.folder)
        try text.write(toFile: kept.path, atomically: true, encoding: .utf8)
        #expect(kept.all.isEmpty)
        #expect(kept.keep(try Macro(name: "a", text: "k")) && kept.all.count == 1)
    }

    @Test func `the settings have macros, and wrong ones are told where they stand`() throws {
        let toml = "[macros]\nthanks = \":label thanks\"\nbad = \"spaec\"\nworse = \":explode\"\n"
        let configuration = try Configuration(toml: toml, file: "config.toml")
        #expect(configuration.macros.map(\.name) == ["thanks"])
        #expect(
            configuration.macroFindings.map(\.sentence.english) == [
                "config.toml:3: macro bad: there is no key spaec; texts to type stand in quotation marks.",
                "config.toml:4: macro worse: there is no command explode",
            ])
    }
}
