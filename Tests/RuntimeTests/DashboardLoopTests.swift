import Conversations
import Dashboard
import Exports
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Whole evenings of work over a real store, without a terminal.
@MainActor @Suite struct DashboardLoopTests {
    /// A store, a scripted display and the loop between them.
    @MainActor final class Evening {
        let temporary: TemporaryStore
        let display: ScriptedDisplay
        let loop: DashboardLoop
        var now: Moment

        init(
            _ temporary: TemporaryStore, columns: Int = 80, rows: Int = 24, now: Moment = .noon.minutes(60),
            wardrobe: Wardrobe? = nil, store: Store? = nil, desktop: Desktop? = nil
        ) throws {
            self.temporary = temporary
            self.now = now
            display = ScriptedDisplay(size: Size(columns: columns, rows: rows))
            let box = ClockBox(now)
            loop = DashboardLoop(
                display: display, store: store ?? temporary.store, mailbox: try #require(Mailbox()),
                settings: DashboardSettings(
                    storeName: "test", actor: (store ?? temporary.store).options.actor.name,
                    themes: ["dark", "plain", "sore"]),
                look: DashboardLoop.Look(theme: .dark, glyphs: .unicode, catalogue: .english), wardrobe: wardrobe,
                clock: { box.now }, editor: ExternalEditor(command: "true", folder: temporary.folder), desktop: desktop,
                signals: nil, stopGroup: {}, log: LogFile.logger(folder: temporary.folder), say: { "\($0)" })
            self.box = box
            loop.start()
            loop.settle()
        }

        final class ClockBox {
            var now: Moment
            init(_ now: Moment) { self.now = now }
        }
        let box: ClockBox

        func press(_ script: String) throws {
            for key in try KeyScript(script).keys {
                display.enqueue(.key(key))
                loop.step()
                loop.settle()
            }
        }

        var screen: String { display.grid.text.joined(separator: "\n") }
    }

    func shop() throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?", minute: 0),
            post("2", by: "Jonas", "Bei mir kam es nach drei Tagen.", minute: 5, parent: "1"),
            post("3", by: "Ayşe", "Der neue Kaffee ist großartig!", minute: 7),
            post("4", by: "田中", "Do you ship to Kyoto?", minute: 9),
        ])
        return temporary
    }

    @Test func `the inbox shows the newest first, with author and first words`() throws {
        let evening = try Evening(try shop())
        #expect(evening.screen.contains("田中"))
        #expect(evening.screen.contains("Do you ship to Kyoto?"))
        #expect(evening.screen.contains("3 to answer"))
    }

    @Test func `what is copied by way of the terminal is sent once, between two frames`() throws {
        let evening = try Evening(try shop(), desktop: Desktop(environment: [:]))
        try evening.press("enter")
        let frames = evening.display.frames
        try evening.press("y y")
        #expect(evening.display.sent.map(\.bytes) == [ClipboardSequence.bytes(of: "Do you ship to Kyoto?")])
        // The chord's first key drew one frame.
        #expect(evening.display.sent.first?.afterFrames == frames + 1)
        #expect(evening.screen.contains("the text: sent to the terminal"))
    }

    @Test(arguments: [nil, Desktop(environment: [:], clipboard: .off)])
    func `where nothing may copy nothing is sent`(desktop: Desktop?) throws {
        let evening = try Evening(try shop(), desktop: desktop)
        try evening.press("enter y y y a")
        #expect(evening.display.sent.isEmpty)
        #expect(!evening.screen.contains("sent to the terminal"))
    }

    @Test func `a text that no terminal takes is not sent, and that is said`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia", String(repeating: "lang ", count: 20_000))])
        let evening = try Evening(temporary, desktop: Desktop(environment: [:]))
        try evening.press("enter y y")
        #expect(evening.display.sent.isEmpty)
        #expect(evening.screen.contains("longer than the 56244 bytes that a terminal takes"))
    }

    @Test func `a file is imported beside the inbox, told at its end, and known by the sheet of imports`() throws {
        let temporary = try shop()
        let file = temporary.folder + "/neu im laden.jsonl"
        let line =
            #"{"id":"9","author":"Olu","author_id":"o","time":"2026-11-01T12:59:00Z","text":"Gibt es das auch in Blau?"}"#
        try line.write(toFile: file, atomically: true, encoding: .utf8)
        let evening = try Evening(temporary, columns: 200)
        try evening.press(": \"import \(file)\" enter")
        #expect(evening.screen.contains("Gibt es das auch in Blau?"))
        #expect(evening.screen.contains("1 read, 1 new"))
        try evening.press("I")
        #expect(evening.screen.contains("neu im laden.jsonl"))
        #expect(evening.screen.contains("no import runs here"))
        try evening.press("q K")
        #expect(evening.screen.contains("line 1"))
        #expect(evening.screen.contains("byte 0"))
    }

    @Test func `of a folder the sum is said, and each file stands in the sheet`() throws {
        let temporary = try shop()
        let folder = temporary.folder + "/exports"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let line = #"{"id":"9","author":"Olu","author_id":"o","time":"2026-11-01T12:59:00Z","text":"In Blau?"}"#
        try line.write(toFile: folder + "/a.jsonl", atomically: true, encoding: .utf8)
        try "\u{1}\u{2}\u{3}".write(toFile: folder + "/b.json", atomically: true, encoding: .utf8)
        let evening = try Evening(temporary, columns: 160)
        try evening.press(": \"import \(folder)\" enter")
        #expect(evening.screen.contains("1 file imported, 1 refused; I shows them"))
        try evening.press("I")
        #expect(evening.screen.contains("b.json"))
    }

    @Test func `an import that is refused is said, with the file, and changes nothing`() throws {
        let temporary = try shop()
        let evening = try Evening(temporary)
        try evening.press(": \"import /nonexistent/file.json\" enter")
        #expect(evening.screen.contains("/nonexistent/file.json"))
        #expect(evening.loop.dashboard.status.tone == .error)
        #expect(try temporary.store.batches().count == 1)
    }

    @Test func `open, reply, send, take back, send again`() throws {
        let evening = try Evening(try shop())
        try evening.press("j j enter")
        #expect(evening.screen.contains("Bei mir kam es nach drei Tagen."))
        try evening.press("r \"Es ist unterwegs.\" ctrl-x ctrl-s")
        #expect(evening.screen.contains("reply queued"))
        #expect(evening.screen.contains("takes it back"))
        #expect(try evening.temporary.store.outbox([.queued]).map(\.text) == ["Es ist unterwegs."])
        #expect(!evening.screen.contains("Mia"))
        try evening.press("u")
        #expect(try evening.temporary.store.outbox([.queued]).isEmpty)
        #expect(evening.screen.contains("Mia"))
        try evening.press("r ctrl-x ctrl-s")
        #expect(try evening.temporary.store.outbox([.queued]).map(\.text) == ["Es ist unterwegs."])
    }

    @Test func `resolving selects the next conversation and undo brings it back`() throws {
        let evening = try Evening(try shop())
        try evening.press("e enter")
        #expect(!evening.screen.contains("Kyoto"))
        #expect(evening.loop.dashboard.inbox.selected?.author == "Ayşe")
        try evening.press("u")
        #expect(evening.screen.contains("Kyoto"))
        #expect(evening.loop.dashboard.inbox.selected?.author == "田中")
    }

    @Test func `a draft is on disk when the composer is left and there again after a restart`() throws {
        let temporary = try shop()
        let evening = try Evening(temporary)
        try evening.press("r \"Hallo, wir\" escape q")
        let later = try Evening(temporary)
        try later.press("r")
        #expect(later.screen.contains("Hallo, wir"))
    }

    @Test func `limit, search and the next to answer`() throws {
        let evening = try Evening(try shop())
        try evening.press("f \"Kaffee\" enter")
        #expect(evening.loop.dashboard.inbox.rows.map(\.author) == ["Ayşe"])
        try evening.press("escape / \"Rad\" enter")
        #expect(evening.loop.dashboard.inbox.selected?.author == "Mia")
        try evening.press("O")
        #expect(evening.loop.dashboard.inbox.selected?.author == "Ayşe")
    }

    @Test(arguments: [(1, 1), (39, 9), (40, 10), (80, 24), (120, 30), (200, 50), (500, 3)])
    func `no size breaks it`(columns: Int, rows: Int) throws {
        let evening = try Evening(try shop(), columns: columns, rows: rows)
        try evening.press("j enter r \"x\" escape ? q q / \"a\" enter")
        evening.display.enqueue(.resized(Size(columns: rows, rows: columns)))
        evening.loop.step()
        #expect(evening.display.grid.size == Size(columns: rows, rows: columns))
    }

    @Test func `an empty list gives no key a conversation to act on`() throws {
        let temporary = try shop()
        let evening = try Evening(temporary)
        try evening.press("j f \"nothingmatches\" enter e")
        #expect(try temporary.store.log().isEmpty)
        #expect(evening.screen.contains("no conversation is selected"))
    }

    @Test func `a second undo goes on past what cannot be taken back`() throws {
        let temporary = try shop()
        let evening = try Evening(temporary)
        try evening.press("l \"rad\" enter r \"Ja!\" ctrl-x ctrl-s")
        let reply = try #require(try temporary.store.outbox([.queued]).first)
        _ = try temporary.store.markExported([reply.id], now: .noon.minutes(500))
        try evening.press("u")
        #expect(evening.screen.contains("carried to the platform already"))
        try evening.press("u")
        #expect(evening.screen.contains("taken back: the label"))
        #expect(try temporary.store.outbox([.exported]).count == 1)
    }

    @Test func `who answered meanwhile is said before a second answer goes out`() throws {
        let temporary = try shop()
        let evening = try Evening(temporary)
        try evening.press("r \"Meine Antwort\"")
        let jan = try temporary.reopened(actor: "jan")
        _ = try jan.perform(
            .send(ReplyAct(message: digest("4"), text: "Jans Antwort", notBefore: .noon)), on: [digest("4")], now: .noon
        )
        evening.loop.step()
        evening.loop.settle()
        #expect(evening.screen.contains("jan has answered meanwhile"))
        try evening.press("ctrl-x ctrl-s")
        try evening.press("ctrl-x ctrl-s")
        #expect(try temporary.store.outbox([.queued]).count == 1)
        try evening.press("s")
        #expect(try temporary.store.outbox([.queued]).count == 2)
    }

    @Test(arguments: ["true", ": > \"$1\"; true", "false", "rm -f \"$1\"; true", "/nonexistent/editor"])
    func `an editor that goes wrong leaves the text as it was`(command: String) throws {
        let editor = ExternalEditor(command: command + ";", folder: NSTemporaryDirectory() + "lotse-editor-test")
        let result = ExternalEditor(command: "sh -c '\(command)' sh", folder: editor.folder).edit("Mein Text")
        if command == "true" {
            #expect(result == .edited("Mein Text"))
        } else {
            guard case .failed = result else { throw UnexpectedResult() }
        }
    }

    @Test func `every message of a long conversation can be reached`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing(
            (0..<1200).map { post("\($0)", "Nummer \($0)", minute: Int64($0), parent: $0 == 0 ? nil : "0") })
        let evening = try Evening(temporary, now: .noon.minutes(1300))
        try evening.press("enter g g")
        #expect(evening.screen.contains("700 older messages"))
        #expect(!evening.screen.contains("Nummer 1 "))
        try evening.press("k k g g j")
        #expect(!evening.screen.contains("older message"))
        #expect(evening.screen.contains("Nummer 1 "))
    }

    @Test func `a theme is looked at, left, and kept`() throws {
        final class Kept { var names: [String] = [] }
        let kept = Kept()
        let wardrobe = Wardrobe(
            load: { (name) throws(ConfigurationError) in
                guard let theme = ThemeFile.compiledIn[name] else { throw .noSuchTheme(name, nil) }
                return theme
            },
            keep: { name in
                kept.names.append(name)
                return true
            })
        let evening = try Evening(try shop(), wardrobe: wardrobe)
        let before = evening.display.grid
        try evening.press(": \"theme\" enter down")
        #expect(evening.display.grid.styleLegend.allSatisfy { !$0.contains("ansi") })
        try evening.press("escape")
        #expect(evening.display.grid == before)
        try evening.press(": \"theme\" enter down enter")
        #expect(kept.names == ["plain"])
        #expect(evening.screen.contains("theme: plain"))
        try evening.press(": \"theme sore\" enter")
        #expect(evening.screen.contains("There is no theme sore."))
        #expect(evening.display.grid.styleLegend.allSatisfy { !$0.contains("ansi") })
        #expect(kept.names == ["plain"] && evening.loop.dashboard.theme == "plain")
    }

    @Test func `another process's work shows by itself`() throws {
        let temporary = try shop()
        let evening = try Evening(temporary)
        let jan = try temporary.reopened(actor: "jan")
        _ = try jan.perform(.resolve(.answered, reason: ""), on: [digest("4")], now: .noon)
        evening.loop.step()
        evening.loop.settle()
        #expect(!evening.screen.contains("Kyoto"))
    }

    @Test func `the first preview belongs to the first screen, later ones wait until no key comes`() throws {
        let temporary = try shop()
        let runner = EffectRunner(
            store: temporary.store, mailbox: try #require(Mailbox()), clock: { .noon }, say: { "\($0)" })
        func loaded(_ id: String) -> Bool {
            _ = runner.run(.previewThread(digest(id))) { _, _ in nil }
            return !runner.runDue().isEmpty
        }
        #expect(loaded("1"))
        #expect(!loaded("3"))
        #expect(!runner.runDue(early: true).isEmpty)
    }
}

/// A store that somebody else is writing to.
@MainActor @Suite struct BusyStoreTests {
    @Test func `acts wait visibly, and quitting waits for them`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia"), post("2", by: "Jonas", minute: 1)])
        let store = try Store.open(
            temporary.store.path, options: StoreOptions(busyTimeout: 1, actor: Actor(name: "anna", osUser: "t")))
        let mailbox = try #require(Mailbox())
        let runner = EffectRunner(store: store, mailbox: mailbox, clock: { .noon }, say: { "\($0)" })
        let lock = try ForeignLock(temporary.store.path)
        let asked = runner.run(.append(.wait, on: [digest("1")], id: 1)) { _, _ in nil }
        #expect(asked == [.actsWaiting(1)])
        #expect(runner.run(.append(.wait, on: [digest("2")], id: 2)) { _, _ in nil } == [.actsWaiting(2)])
        _ = runner.run(
            .saveDraft(conversation: digest("1"), message: digest("1"), text: "Hallo", cursor: 5, over: nil, now: true)
        ) { _, _ in nil }
        runner.finish(patience: 0)
        #expect(runner.waitingCount == 2)
        lock.release()
        runner.finish(patience: 0)
        #expect(runner.waitingCount == 0)
        #expect(try temporary.inbox().isEmpty)
        #expect(try store.thread(digest("1"), now: .noon)?.draft?.text == "Hallo")
    }
}

struct UnexpectedResult: Error {}
