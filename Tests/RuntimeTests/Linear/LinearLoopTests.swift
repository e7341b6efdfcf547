import Conversations
import Dashboard
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Whole evenings of work, line by line.
@MainActor @Suite struct LinearLoopTests {
    private func session() throws -> LinearSession {
        let session = try LinearSession(try LinearSession.shop())
        session.loop.start()
        return session
    }

    @Test func `it begins with the store, the counts and the selected row`() throws {
        #expect(
            try session().lines == [
                "Store test, line by line. Type a command; help lists them, quit ends.",
                "3 to answer, new 3",
                #"1 of 3: new, 田中, waits 51m, "Do you ship to Kyoto? (two lines)", 1 message, 1 unread, channel laden"#,
            ])
    }

    @Test(arguments: ["next", "j", "down", ":next", " j ", "1j"])
    func `a command and its keys say the row that is selected then`(line: String) throws {
        let session = try session()
        #expect(
            session.type(line) == [
                #"2 of 3: new, Ayşe, waits 53m, "Der neue Kaffee ist großartig!", 1 message, 1 unread, channel laden"#
            ])
    }

    @Test func `links are read under numbers, and where no browser is their address is said`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia", "[bank.com](https://evil.example/1) https://a.example/2")])
        let session = try LinearSession(temporary)
        session.loop.start()
        #expect(
            session.type("open").suffix(2) == [
                "link 1: evil.example, the link says bank.com and goes to evil.example, https://evil.example/1",
                "link 2: a.example, https://a.example/2",
            ])
        #expect(
            session.type("open-link 2") == [
                "Problem: no browser here; the link to a.example (https://a.example/2): nothing here can copy it"
            ])
        #expect(session.type("gx").suffix(1) == ["open link (number):"])
        #expect(session.lines.allSatisfy { !$0.contains("\u{1B}") })
    }

    @Test func `counts, chords and pages move, and the end of the list says that nothing changed`() throws {
        let session = try session()
        #expect(session.type("2j").map { $0.prefix(6) } == ["3 of 3"])
        #expect(session.type("j") == ["nothing changed"])
        #expect(session.type("gg").map { $0.prefix(6) } == ["1 of 3"])
        #expect(session.type("page-down").map { $0.prefix(6) } == ["3 of 3"])
        #expect(session.type("g g").map { $0.prefix(6) } == ["1 of 3"])
        #expect(session.type("list").map { $0.prefix(6) } == ["1 of 3", "2 of 3", "3 of 3"])
        #expect(session.type("list 2").count == 2)
    }

    @Test func `open reads the thread message by message, and moving in it one message`() throws {
        let session = try session()
        session.type("last")
        #expect(
            session.type("open") == [
                "Conversation: open, channel laden, 2 entries",
                "1 of 2, Mia, 2026-11-01 12:00 (1h):", "Wo bleibt mein Rad?",
                "2 of 2, level 2, Jonas, 2026-11-01 12:05 (55m):", "Bei mir kam es nach drei Tagen.",
                "Selected: 2 of 2",
            ])
        #expect(session.type("k") == ["1 of 2, Mia, 2026-11-01 12:00 (1h):", "Wo bleibt mein Rad?"])
        #expect(session.type("q").map { $0.prefix(6) } == ["3 of 3"])
    }

    @Test func `reply, send, take back, and the draft is there again`() throws {
        let session = try session()
        session.type("last")
        let opened = session.type("reply")
        #expect(opened.contains("Reply to Jonas. Every line is kept as it is typed; a line with a single . sends."))
        #expect(session.type("Es ist unterwegs.", "", "next", "..", "...") == [])
        #expect(
            session.type(".") == [
                "reply queued", "reply goes in 15 s; u takes it back",
                #"2 of 2: new, Ayşe, waits 53m, "Der neue Kaffee ist großartig!", 1 message, 1 unread, channel laden"#,
            ])
        let text = "Es ist unterwegs.\n\nnext\n.\n..."
        #expect(try session.temporary.store.outbox([.queued]).map(\.text) == [text])
        #expect(session.type("undo").first == "taken back: the reply")
        #expect(try session.temporary.store.outbox([.queued]).isEmpty)
        #expect(session.loop.dashboard.inbox.selected?.author == "Mia")
        #expect(session.type("reply").suffix(6) == ["So far:", "Es ist unterwegs.", "", "next", ".", "..."])
        #expect(session.type(".undo").suffix(4) == ["Es ist unterwegs.", "", "next", "."])
        #expect(session.type(".draft") == ["the draft is kept"])
    }

    @Test func `a draft is on disk with each line`() throws {
        let session = try session()
        session.type("reply", "Hallo")
        let other = try session.temporary.reopened(actor: "jan")
        #expect(try other.thread(digest("4"), now: .noon)?.otherDrafts.map(\.text) == ["Hallo"])
        session.type("wir fragen nach")
        #expect(try other.thread(digest("4"), now: .noon)?.otherDrafts.map(\.text) == ["Hallo\nwir fragen nach"])
    }

    @Test func `resolve asks, takes a word or a key or an empty line, and undo brings it back`() throws {
        let session = try session()
        #expect(
            session.type("e") == [
                "resolved how? a answered, c community, k acknowledged, m moderated, n no action",
                "an empty line takes: answered",
            ])
        #expect(session.type("x") == ["this is none of the choices"])
        #expect(session.type("No Action").map { $0.prefix(10) } == ["resolved", "1 of 2: ne"])
        #expect(session.type("u").map { $0.prefix(9) } == ["taken bac", "1 of 3: n"])
        #expect(session.type("resolve answered Danke").first == "resolved")
        #expect(session.type("resolve", "").contains("resolved"))
        #expect(session.type("resolve", ".cancel").last == "cancelled")
        #expect(try session.temporary.inbox().count == 1)
    }

    @Test func `a decision asks for guideline and reason before it is kept`() throws {
        let session = try session()
        session.type("last", "open")
        #expect(session.type("decide").first?.hasPrefix("decide: a answer, b ask back, k acknowledge") == true)
        #expect(
            session.type("hide") == [
                "criticism is answered, not hidden; this is for what breaks the house rules",
                "guideline that it breaks:",
            ])
        #expect(session.type("") == ["this decision needs a guideline and a reason"])
        #expect(session.type("3") == ["reason, in words:"])
        #expect(session.type("beleidigt").map { $0.prefix(13) } == ["decided: hidd"])
        #expect(session.type("read").contains("§ 3: beleidigt"))
    }

    @Test func `limits are said with what they leave, and an empty answer drops them`() throws {
        let session = try session()
        #expect(session.type("limit kaffee").map { $0.prefix(13) } == ["limit: kaffee", "1 of 1: new, "])
        #expect(session.type("f is:resolved") == ["limit: is:resolved", "nothing matches the limit"])
        #expect(session.type("e") == ["Problem: no conversation is selected"])
        #expect(session.type("limit") == ["limit:"])
        #expect(
            session.type("").map { $0.prefix(29) }
                == ["the list has no limit any mor", "1 of 3: new, 田中, waits 51m, \"D"].map { $0.prefix(29) })
        #expect(session.type("limit from:(")[0].hasPrefix("Problem: column "))
        #expect(session.type("/rad").map { $0.prefix(16) } == ["3 of 3: new, Mia"])
    }

    @Test func `in a conversation jumps say what they find, or that there is nothing further`() throws {
        let session = try session()
        #expect(session.type("next-unread") == ["Problem: no conversation is open"])
        session.type("last", "open", "q")
        try session.temporary.importing([post("9", by: "Uwe", "Und meins?", minute: 58, parent: "1")])
        session.type("", "gg", "/meins")
        let read = session.type("open")
        #expect(read.contains { $0.contains("unread, Uwe") } && !read.contains { $0.contains("unread, Mia") })
        session.type("gg")
        #expect(session.type("gu").last == "Und meins?")
        #expect(session.type("next-unread") == ["nothing further on"])
        #expect(session.type("gd") == ["nothing further on"])
    }

    @Test func `what is only for the screen, and what is no command, is refused in a sentence`() throws {
        let session = try session()
        #expect(session.type("theme nord") == ["Problem: theme is for the screen only"])
        #expect(session.type("layout right") == ["Problem: layout is for the screen only"])
        #expect(session.type("ctrl-w +") == ["Problem: grow-pane is for the screen only"])
        #expect(session.type("fold-all") == ["Problem: fold-all is for the screen only"])
        #expect(session.type(":mouse on") == ["Problem: mouse is for the screen only"])
        #expect(session.type("record x") == ["Problem: record is for the screen only"])
        #expect(session.type("Q x") == ["Problem: record is for the screen only"])
        #expect(session.loop.dashboard.recording == nil && !session.loop.dashboard.takesMouse)
        #expect(session.type("frobnicate") == ["Problem: there is no command frobnicate"])
        #expect(session.type("help").contains("next (j, down): next row"))
        #expect(session.type("back").map { $0.prefix(6) } == ["1 of 3"])
    }

    @Test func `sheets are read whole, the history act by act`() throws {
        let session = try session()
        #expect(session.type("about").contains("author: 田中"))
        #expect(session.type("imports").contains("Imports"))
        session.type("wait", "label eilig")
        let history = session.type("history")
        #expect(history.first?.hasPrefix("History") == true)
        #expect(history.last?.hasPrefix("1 of 2: ") == true)
        #expect(session.type("j").first?.hasPrefix("2 of 2: ") == true)
        #expect(session.type("undo").contains("taken back: the state"))
        #expect(session.type("back").first?.contains("of 3") == true)
    }

    @Test func `what others do is said before the next line, and the selection holds still until then`() throws {
        let session = try session()
        let jan = try session.temporary.reopened(actor: "jan")
        _ = try jan.perform(.resolve(.answered, reason: ""), on: [digest("3")], now: .noon)
        #expect(session.type("status") == ["3 to answer, new 3", "Meanwhile: 1 gone from the list"])
        #expect(session.type("status") == ["2 to answer, new 2, resolved 1"])
        _ = try jan.perform(.wait, on: [digest("4")], now: .noon)
        #expect(session.type("").map { $0.prefix(16) } == ["Meanwhile: 1 gon", "1 of 1: new, Mia"])
    }

    @Test func `who answered meanwhile is said before a second answer goes out`() throws {
        let session = try session()
        session.type("reply", "Meine Antwort")
        let jan = try session.temporary.reopened(actor: "jan")
        _ = try jan.perform(
            .send(ReplyAct(message: digest("4"), text: "Jans Antwort", notBefore: .noon)), on: [digest("4")],
            now: .noon)
        let told = session.type("noch eine Zeile")
        #expect(told.contains("Problem: jan has answered meanwhile; read it before you send"))
        #expect(session.type(".").contains { $0.contains("jan answered") && $0.contains("s send anyway") })
        #expect(session.type(".") == ["this is none of the choices"])
        #expect(try session.temporary.store.outbox([.queued]).count == 1)
        #expect(session.type("read").contains { $0.contains("Jans Antwort") })
        #expect(try session.temporary.store.outbox([.queued]).count == 1)
        session.type(".")
        #expect(try session.temporary.store.outbox([.queued]).count == 2)
    }
}
