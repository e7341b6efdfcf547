import Pseudoterminals
import Testing

/// Promise P12: several moderators on one store.
@Suite struct TwoSessionsTests {
    @Test func `newsboat#49: two sessions see each other's work, and neither speaks of a lock`() throws {
        let shop = try Shop()
        let (anna, ben) = (try shop.open(), try shop.open())
        for _ in 0..<5 {
            try anna.send("w", awaiting: "one row less") { $0.text.contains("W:1") && !$0.text.contains("ליאת") }
            try ben.wait("anna's work") { $0.text.contains("W:1") && !$0.text.contains("ליאת") }
            try anna.send("u", awaiting: "all rows") { $0.text.contains("ליאת") && !$0.text.contains("W:1") }
            try ben.wait("it is back") { $0.text.contains("ליאת") && !$0.text.contains("W:1") }
        }
        for terminal in [anna, ben] {
            #expect(!terminal.outputText.contains("lock"))
            #expect(try terminal.quit() == .exited(0))
        }
    }

    @Test func `drafts of two sessions are both kept`() throws {
        let shop = try Shop()
        let (anna, ben) = (try shop.open(), try shop.open())
        try ben.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        for (terminal, text) in [(anna, "Annas Entwurf"), (ben, "Bens Entwurf")] {
            try terminal.send("r", awaiting: "reply to")
            try terminal.send(text, awaiting: text)
        }
        for terminal in [anna, ben] {
            terminal.hangUp()
            _ = try terminal.waitForExit()
        }
        let again = try shop.open()
        try again.send("r", awaiting: "Annas Entwurf")
        try again.leaveComposer()
        try again.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        try again.send("j", awaiting: "the second row") { $0.cursor.row == 1 }
        try again.send("r", awaiting: "Bens Entwurf")
    }
}
