import Pseudoterminals
import Testing

/// What `CommandTests` cannot see in conversations of one line: folding, scrolling, other panes, drawing anew, a
/// decision and an editor that changes the text.
@Suite struct CommandEffectTests {
    /// A long message with an answer; the newest conversation.
    private static func open() throws -> Pseudoterminal {
        let lines = (1...40).map { "Zeile \($0)." }.joined(separator: "\\n")
        let shop = try Shop(posts: [
            #"{"id":"l1","author":"Ida","author_id":"u8","text":"\#(lines)","created_at":"2026-11-20T10:00:00Z"}"#,
            #"{"id":"l2","author":"Ole","author_id":"u9","text":"Ja, so ist es.","parent_id":"l1","created_at":"2026-11-20T10:05:00Z"}"#,
        ])
        let editor = try shop.editor("printf 'Aus dem Editor' > \"$1\"\n")
        let terminal = try shop.open(["--now", "2026-11-21T10:00:00Z"], environment: editor, ready: "4 to answer")
        try terminal.send("\r", awaiting: "the conversation alone") { !$0.text.contains("[Inbox") }
        try terminal.send("gg", awaiting: "its beginning") { $0.text.contains("Zeile 1.") }
        return terminal
    }

    /// The upper half, where neither prompts nor continuations of keys are drawn.
    private static func thread(_ screen: EmulatedScreen) -> [String] { Array(screen.rows.prefix(12)) }

    @Test func `scrolling a line moves the text by one, and back`() throws {
        let terminal = try Self.open()
        let before = Self.thread(terminal.screen)
        try terminal.send("\u{5}", awaiting: "a line further") {
            Self.thread($0).dropFirst().first == before.dropFirst(2).first
        }
        try terminal.send("\u{19}", awaiting: "back") { Self.thread($0) == before }
        try terminal.leaveThread()
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `all is folded, and all is opened`() throws {
        let terminal = try Self.open()
        let before = Self.thread(terminal.screen)
        try terminal.send("zM", awaiting: "nothing but the fold") { !Self.thread($0).joined().contains("Zeile 2.") }
        try terminal.send("zR", awaiting: "the text") { Self.thread($0).joined().contains("Zeile 2.") }
        #expect(before.joined().contains("Zeile 2."))
        try terminal.leaveThread()
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `Tab goes to the list, and a redraw sends the whole screen though nothing changed`() throws {
        let terminal = try Self.open()
        let start = terminal.output.count
        let before = terminal.screen.text
        terminal.send("\u{0C}")
        try terminal.wait("the screen again") { _ in terminal.output.count > start + 400 }
        #expect(terminal.screen.text == before)
        try terminal.send("\t", awaiting: "[Inbox")
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `a decision is told with its word, and the editor's text is the reply`() throws {
        let terminal = try Self.open()
        try terminal.send("dp\r\r", awaiting: "decided: kept")
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("\u{18}\u{05}", awaiting: "Aus dem Editor")
        try terminal.leaveComposer()
        try terminal.leaveThread()
        #expect(try terminal.quit() == .exited(0))
    }
}

extension Pseudoterminal {
    fileprivate func leaveThread() throws {
        try send("q", awaiting: "[Inbox")
    }
}
