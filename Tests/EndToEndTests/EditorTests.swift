import Glibc
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
