import Glibc
import Pseudoterminals
import Testing

/// Promise P16: a connection that drops loses nothing and leaves nothing running. The times are for `make promises`.
@Suite struct LostConnectionTests {
    /// As a login shell starts it, and where SIGHUP is ignored.
    @Test(arguments: ["exec \"$0\"", "trap '' HUP; exec \"$0\""])
    func `P16, opencode#12913: ten of ten lost connections end the program and keep what was typed`(start: String)
        throws
    {
        let shop = try Shop()
        var typed = ""
        for round in 1...10 {
            let terminal = try Pseudoterminal(
                "/bin/sh", ["-c", start, BuiltProducts.path("lotse")], columns: 200, environment: shop.home.environment,
                directory: shop.home.folder)
            try terminal.wait(for: "3 to answer")
            try terminal.send("r", awaiting: "reply to")
            typed += "Leitung \(round). "
            try terminal.send("Leitung \(round). ", awaiting: typed.dropLast().description)
            terminal.hangUp()
            _ = try terminal.waitForExit()
            try Self.awaitEnd(of: shop)
        }
        try shop.open(columns: 200, rows: 24).send("r", awaiting: typed.dropLast().description)
    }

    @Test func `P16: the place in the list, the open thread and the marks are kept, once`() throws {
        let shop = try Shop()
        let terminal = try shop.open(columns: 200)
        try terminal.send("v", awaiting: "1 marked")
        try terminal.send(":limit is:unanswered\r", awaiting: "limit: is:unanswered")
        try terminal.send("G\r", awaiting: "the thread of Mia") { $0.cursor.column > 60 }
        let open = terminal.screen.text.split(separator: "\n").first { $0.contains("Wo bleibt") }
        #expect(open != nil)
        terminal.hangUp()
        _ = try terminal.waitForExit()
        try Self.awaitEnd(of: shop)
        let next = try shop.open(columns: 200, ready: "back where the last session broke off")
        try next.wait("the thread of Mia") { $0.cursor.column > 60 && $0.text.contains("limit: is:unanswered") }
        #expect(next.screen.text.contains("1 marked"))
        try next.send("q", awaiting: "the list") { $0.cursor.column < 60 }
        try next.send("q", awaiting: "no limit") { !$0.text.contains("limit:") }
        #expect(try next.quit() == .exited(0))
        let last = try shop.open(columns: 200)
        #expect(!last.screen.text.contains("limit:") && !last.screen.text.contains("back where"))
    }

    /// The guard may end a moment before its child.
    private static func awaitEnd(of shop: Shop) throws {
        for process in shop.processes() {
            let ending = try Pseudoterminal("/bin/sh", ["-c", "while kill -0 \(process) 2>/dev/null; do :; done"])
            _ = try ending.waitForExit()
        }
        #expect(shop.processCount() == 0)
    }
}
