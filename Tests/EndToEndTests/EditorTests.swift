import Foundation
import Pseudoterminals
import Testing

/// Complaint 12, handing over to $EDITOR, and promise P20: seven endings of an editor.
@Suite struct EditorTests {
    private func composing(_ shop: Shop, _ script: String) throws -> Pseudoterminal {
        let terminal = try shop.open(environment: try shop.editor(script))
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Mein Text", awaiting: "Mein Text")
        return terminal
    }

    @Test func `gitui#114, gitui#152: keys go to the editor alone, and the whole screen is there afterwards`() throws {
        let shop = try Shop()
        let terminal = try composing(shop, "echo EDITING\nread line\nprintf '%s' \"$line\" > \"$1\"\n")
        let before = terminal.screen.rows
        try terminal.send("\u{18}\u{05}", awaiting: "EDITING")
        #expect(!terminal.screen.isAlternate && terminal.isGivenBack)
        terminal.send("q quit jj e\r")
        try terminal.wait("the composer with the editor's text") { $0.text.contains("q quit jj e") && $0.isAlternate }
        #expect(terminal.screen.rows.filter { !$0.contains("q quit") } == before.filter { !$0.contains("Mein Text") })
    }

    /// The last one is on a disk that is full.
    @Test(arguments: [
        "exit 1", ": > \"$1\"", "rm -f \"$1\"", "kill -9 $$", "exec /nowhere/editor",
        "trap '' XFSZ; ulimit -f 0; echo Neu > \"$1\"",
    ])
    func `P20, gitui#2698: an editor that goes wrong leaves the text and says so`(script: String) throws {
        let shop = try Shop()
        let terminal = try composing(shop, script + "\n")
        try terminal.send("\u{18}\u{05}", awaiting: "the text stays as it was")
        #expect(terminal.screen.text.contains("Mein Text"))
        try terminal.leaveComposer()
        #expect(try shop.draftCount() == 1)
    }

    private static func filesOfEditors(_ shop: Shop) -> [String] {
        let all = FileManager.default.enumerator(atPath: shop.home.folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.contains("edit/reply-") }.map { shop.home.folder + "/" + $0 }
    }

    @Test(arguments: ["kill -9 $$", "exit 1"])
    func `P20: what an editor wrote before it died or failed stays in a file that is named`(end: String) throws {
        let shop = try Shop()
        let script = "rm \"$1\"; umask 0; echo 'Eine Stunde Arbeit' > \"$1\"; \(end)\n"
        let terminal = try composing(shop, script)
        try terminal.send("\u{18}\u{05}", awaiting: "what it wrote is in")
        #expect(terminal.screen.text.contains("Mein Text"))
        try terminal.leaveComposer()
        let kept = try #require(Self.filesOfEditors(shop).first)
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "Eine Stunde Arbeit\n")
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `P20: a program that dies while the editor runs has the draft in its store`() throws {
        let shop = try Shop()
        let terminal = try composing(shop, "echo EDITING\nread line\n")
        try terminal.send("\u{18}\u{05}", awaiting: "EDITING")
        terminal.signal(SIGKILL)
        terminal.hangUp()
        _ = try terminal.waitForExit()
        try shop.open().send("r", awaiting: "Mein Text")
    }
}
