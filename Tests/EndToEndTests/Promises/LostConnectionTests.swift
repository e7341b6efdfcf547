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

    /// The guard may end a moment before its child.
    private static func awaitEnd(of shop: Shop) throws {
        for process in shop.processes() {
            let ending = try Pseudoterminal("/bin/sh", ["-c", "while kill -0 \(process) 2>/dev/null; do :; done"])
            _ = try ending.waitForExit()
        }
        #expect(shop.processCount() == 0)
    }
}
