import Conversations
import Dashboard
import Foundation
import Glibc
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// The line mode on pipes: how it ends, what it prints, what is kept.
@MainActor @Suite struct LinearInputTests {
    @Test func `a script over a pipe is obeyed to its end, the last line without an end too`() throws {
        let session = try LinearSession(try LinearSession.shop())
        #expect(try session.run("j\r\nresolve answered\nlabel eilig") == .quit)
        #expect(session.lines.suffix(1) == ["label eilig added"])
        #expect(try session.temporary.inbox().map(\.labels) == [[], ["eilig"]])
    }

    @Test func `quit ends before what follows`() throws {
        let session = try LinearSession(try LinearSession.shop())
        #expect(try session.run("quit\nresolve answered\n") == .quit)
        #expect(try session.temporary.inbox().count == 3)
    }

    @Test func `the end of input in a reply keeps the draft`() throws {
        let session = try LinearSession(try LinearSession.shop())
        #expect(try session.run("reply\nHallo,\nwir fragen") == .quit)
        #expect(session.lines.last == "the draft is kept")
        #expect(try session.temporary.store.thread(digest("4"), now: .noon)?.draft?.text == "Hallo,\nwir fragen")
        #expect(try session.temporary.store.outbox([.queued]).isEmpty)
    }

    @Test func `the end of input in a question answers nothing`() throws {
        let session = try LinearSession(try LinearSession.shop())
        #expect(try session.run("resolve\n") == .quit)
        #expect(try session.temporary.inbox().count == 3)
    }

    @Test func `an import is waited for at the end of input`() throws {
        let temporary = try LinearSession.shop()
        let file = temporary.folder + "/neu.jsonl"
        let line =
            #"{"id":"9","author":"Olu","author_id":"o","time":"2026-11-01T12:59:00Z","text":"Gibt es das auch in Blau?"}"#
        try line.write(toFile: file, atomically: true, encoding: .utf8)
        let session = try LinearSession(temporary)
        #expect(try session.run("import \(file)\n") == .quit)
        #expect(session.lines.last?.contains("1 read, 1 new") == true)
        #expect(try temporary.inbox().count == 4)
    }

    @Test func `an act waits for somebody who writes, is said to wait, and the next line comes after it`() throws {
        let temporary = try LinearSession.shop()
        let store = try Store.open(
            temporary.store.path, options: StoreOptions(busyTimeout: 1, actor: Actor(name: "anna", osUser: "t")))
        let session = try LinearSession(temporary, store: store)
        let lock = try ForeignLock(temporary.store.path)
        session.onLine { if $0.contains("waits for the store") { lock.release() } }
        session.loop.start()
        let lines = session.type("wait", "status")
        #expect(lines.first == "1 act waits for the store")
        #expect(lines.dropFirst().first == "waiting")
        #expect(lines.contains("2 to answer, new 2, waiting 1"))
    }

    @Test func `an editor that no terminal is there for leaves the draft as it was`() throws {
        let session = try LinearSession(try LinearSession.shop())
        session.loop.start()
        #expect(
            session.type("reply", "Hallo", ".edit").suffix(3)
                == ["Problem: the editor needs a terminal", "So far:", "Hallo"])
    }

    @Test func `the editor's text takes the place of the draft`() throws {
        let temporary = try LinearSession.shop()
        let editor = ExternalEditor(command: "f() { echo Moin > \"$1\"; }; f", folder: temporary.folder)
        let session = try LinearSession(temporary, editor: editor)
        session.loop.start()
        #expect(session.type("reply", "Hallo", ".edit").suffix(2) == ["So far:", "Moin"])
        #expect(try temporary.store.thread(digest("4"), now: .noon)?.draft?.text == "Moin")
    }

    @Test func `a text that is too long is said with each line and not sent`() throws {
        let session = try LinearSession(
            try LinearSession.shop(), platforms: ["forum": PlatformRules(length: .plain(limit: 5))])
        session.loop.start()
        session.type("reply")
        #expect(session.type("Hallo Welt") == ["5 too many"])
        #expect(session.type(".") == ["Problem: 5 characters too long"])
        #expect(session.type(".show").last == "5 too many")
    }

    @Test(arguments: [Repertoire.unicode, .ascii])
    func `no byte of the output is a control, whatever strangers wrote`(repertoire: Repertoire) throws {
        let evil = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{200B}\r\n\t\u{2028}\u{E0041}rot"
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: evil, evil, minute: 0), post("2", by: "\u{3164}", evil, minute: 1, parent: "1"),
        ])
        let session = try LinearSession(temporary, repertoire: repertoire)
        _ = try session.run(
            """
            open
            about
            read
            note \(evil)
            limit "\(evil.replacing("\n", with: " "))"
            limit

            label \u{1B}[31m
            \u{1B}[2J
            help
            reply
            \(evil)
            .show
            .
            history
            list
            status
            """)
        #expect(session.lines.count > 60)
        for line in session.lines {
            let isSafe = line.unicodeScalars.allSatisfy {
                $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
                    && (repertoire == .unicode || $0.isASCII)
            }
            #expect(isSafe, "\(line.debugDescription)")
        }
    }

    @Test func `it speaks German and takes German answers`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Sources/Screen/Catalogues/de.po")
        let german = try Catalogue(po: String(contentsOf: file, encoding: .utf8), language: "de")
        let session = try LinearSession(try LinearSession.shop(), catalogue: german)
        session.loop.start()
        #expect(
            session.lines.first == "Speicher test, Zeile für Zeile. Befehle eingeben; help nennt sie, quit beendet.")
        #expect(session.lines.last?.hasPrefix("1 von 3: neu, 田中, wartet 51m, ") == true)
        #expect(session.lines.last?.hasSuffix("1 Nachricht, 1 ungelesen, Kanal laden") == true)
        session.type("resolve")
        #expect(session.type("beantwortet").first == german.say("resolved"))
        #expect(session.type("list").count == 2)
    }
}
