import Foundation
import Pseudoterminals
import Testing

/// Complaint 2, lost drafts, and promise P16.
@Suite struct DraftTests {
    /// Two drafts, one for ליאת and one for 田中.
    private func writeTwo(_ shop: Shop) throws {
        let terminal = try shop.open()
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Erster Entwurf", awaiting: "Erster Entwurf")
        try terminal.leaveComposer()
        try terminal.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Zweiter Entwurf", awaiting: "Zweiter Entwurf")
        try terminal.leaveComposer()
        try terminal.send("q", awaiting: "the list") { $0.text.contains("ליאת") }
        #expect(try terminal.quit() == .exited(0))
    }

    @Test func `neomutt#2955: a second draft leaves the first as it was`() throws {
        let shop = try Shop()
        try writeTwo(shop)
        let terminal = try shop.open()
        try terminal.send("r", awaiting: "Erster Entwurf")
        try terminal.leaveComposer()
        try terminal.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        try terminal.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        try terminal.send("r", awaiting: "Zweiter Entwurf")
    }

    @Test func `neomutt#4210: emptying one draft leaves the other`() throws {
        let shop = try Shop()
        try writeTwo(shop)
        #expect(try shop.draftCount() == 2)
        let terminal = try shop.open()
        try terminal.send("r", awaiting: "Erster Entwurf")
        try terminal.send(String(repeating: "\u{7F}", count: 20), awaiting: "an empty composer") {
            !$0.text.contains("Erster")
        }
        try terminal.leaveComposer()
        try terminal.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        #expect(try terminal.quit() == .exited(0))
        #expect(try shop.draftCount() == 1)
        let again = try shop.open()
        try again.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        try again.send("r", awaiting: "Zweiter Entwurf")
    }

    @Test func `neomutt#3103: a draft that was opened again survives the death of the program`() throws {
        let shop = try Shop()
        try writeTwo(shop)
        let terminal = try shop.open()
        try terminal.send("r", awaiting: "Erster Entwurf")
        terminal.signal(SIGKILL)
        _ = try terminal.waitForExit()
        #expect(try shop.draftCount() == 2)
        try shop.open().send("r", awaiting: "Erster Entwurf")
    }

    @Test(arguments: [SIGHUP, SIGTERM, SIGINT])
    func `a signal while typing keeps the last key and gives the terminal back`(signal: Int32) throws {
        let shop = try Shop()
        let terminal = try shop.open()
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Mitten im Wo", awaiting: "Mitten im Wo")
        terminal.signal(signal)
        guard case .exited = try terminal.waitForExit() else {
            Issue.record("it died of the signal")
            return
        }
        #expect(terminal.isGivenBack && !terminal.screen.isAlternate)
        try shop.open().send("r", awaiting: "Mitten im Wo")
    }

    /// The second program starts where a shell ignores SIGHUP.
    @Test(arguments: ["exec \"$0\"", "trap '' HUP; exec \"$0\""])
    func `k9s#1194, k9s#707, k9s#945: it ends with its terminal and keeps the draft`(start: String) throws {
        let shop = try Shop()
        let terminal = try Pseudoterminal(
            "/bin/sh", ["-c", start, BuiltProducts.path("lotse")], environment: shop.home.environment,
            directory: shop.home.folder)
        try terminal.wait(for: "3 to answer")
        try terminal.send("r", awaiting: "reply to")
        try terminal.send("Die Leitung", awaiting: "Die Leitung")
        terminal.hangUp()
        _ = try terminal.waitForExit()
        #expect(shop.processCount() == 0)
        try shop.open().send("r", awaiting: "Die Leitung")
    }
}
