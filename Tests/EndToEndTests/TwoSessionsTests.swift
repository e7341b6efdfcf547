import Foundation
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
        try ben.send("j", awaiting: "the second row") { $0.cursor.row == 2 }
        for (terminal, text) in [(anna, "Annas Entwurf"), (ben, "Bens Entwurf")] {
            try terminal.send("r", awaiting: "reply to")
            try terminal.send(text, awaiting: text)
        }
        for terminal in [anna, ben] {
            terminal.hangUp()
            _ = try terminal.waitForExit()
        }
        // It goes on where the last of them broke off.
        let again = try shop.open()
        try again.send("r", awaiting: "Bens Entwurf")
        try again.leaveComposer()
        try again.send("q", awaiting: "the list") { $0.text.contains("coffee") }
        try again.send("k", awaiting: "the first row") { $0.cursor.row == 1 }
        try again.send("r", awaiting: "Annas Entwurf")
    }

    @Test func `who answers is seen in the other terminal, and killed with -9 no longer`() throws {
        let shop = try Shop()
        let (anna, ben) = (try shop.open(config: "me = \"anna\""), try shop.open(config: "me = \"ben\""))
        try anna.send("r", awaiting: "reply to")
        try ben.wait(for: "anna is answering")
        try ben.send("r", awaiting: "anna is writing an answer too")
        try anna.wait(for: "ben is answering")
        try ben.leaveComposer()
        try anna.wait("ben answers no longer") { !$0.text.contains("ben is answering") }
        anna.signal(SIGKILL)
        _ = try anna.waitForExit()
        try ben.wait("anna answers no longer") { !$0.text.contains("anna is answering") }
        try ben.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        #expect(try ben.quit() == .exited(0))
    }

    @Test func `a session that hangs answers no longer once its lease is over`() throws {
        let shop = try Shop()
        let anna = try shop.open(["--now", "2026-11-28T12:00:00Z"], config: "me = \"anna\"")
        try anna.send("r", awaiting: "reply to")
        // Others whose clocks stand at other moments of the same lease.
        for (now, isSeen) in [("12:01:59", true), ("12:02:00", false)] {
            let ben = try shop.open(["--now", "2026-11-28T\(now)Z"], config: "me = \"ben\"")
            #expect(ben.screen.text.contains("anna is answering, 1 min") == isSeen, "\(ben.screen.text)")
            #expect(try ben.quit() == .exited(0))
        }
    }

    @Test func `both drafts stand, and the second answer takes another key than the one that sent`() throws {
        let shop = try Shop()
        let (anna, ben) = (try shop.open(config: "me = \"anna\""), try shop.open(config: "me = \"ben\""))
        for (terminal, text) in [(anna, "Annas Text"), (ben, "Bens Text")] {
            try terminal.send("r", awaiting: "reply to")
            try terminal.send(text, awaiting: text)
        }
        try anna.wait(for: "ctrl-x ctrl-d: drafts")
        try anna.send("\u{18}\u{04}", awaiting: "Bens Text")
        try anna.send("q", awaiting: "the composer") { $0.text.contains("Annas Text") && !$0.text.contains("Bens") }
        try anna.send("\u{18}\u{13}", awaiting: "reply queued")
        try ben.wait(for: "anna has answered meanwhile")
        try ben.send("\u{18}\u{13}", awaiting: "s send anyway")
        try ben.send("\u{18}\u{13}r", awaiting: "Annas Text")
        #expect(try shop.home.run("outbox", "list").contains("Annas Text"))
        #expect(try !shop.home.run("outbox", "list").contains("Bens Text"))
        try ben.send("\t\u{18}\u{13}", awaiting: "reply queued")
        let outbox = try shop.home.run("outbox", "list")
        #expect(outbox.contains("Annas Text") && outbox.contains("Bens Text"))
        #expect(try shop.draftCount() == 0)
        for terminal in [anna, ben] { #expect(try terminal.quit() == .exited(0)) }
    }

    @Test func `neomutt#2955, neomutt#4210: two terminals of one user keep two drafts, also when one is emptied`()
        throws
    {
        let shop = try Shop()
        let (first, second) = (try shop.open(), try shop.open())
        try first.send("r", awaiting: "reply to")
        try first.send("Erster", awaiting: "Erster")
        try second.wait("the claim") { $0.text.contains("is answering") }
        try second.send("r", awaiting: "reply to")
        #expect(!second.screen.rows[16...].joined().contains("Erster"))
        try second.send("Zweiter", awaiting: "Zweiter")
        try second.send(String(repeating: "\u{7F}", count: 7), awaiting: "an empty composer") {
            !$0.text.contains("Zweiter")
        }
        try second.leaveComposer()
        first.signal(SIGKILL)
        _ = try first.waitForExit()
        try second.send("q", awaiting: "the list") { $0.text.contains("Kyoto") }
        #expect(try second.quit() == .exited(0))
        try shop.open().send("r", awaiting: "Erster")
    }

    @Test func `rest costs no byte while another answers and time passes`() throws {
        let shop = try Shop()
        let (anna, ben) = (try shop.open(), try shop.open())
        try anna.send("r", awaiting: "reply to")
        try ben.wait(for: "is answering")
        let start = ben.output.count
        #expect(throws: PseudoterminalError.self) {
            try ben.wait("anything", timeout: 1) { _ in ben.output.count > start }
        }
        #expect(ben.output.count == start)
    }
}
