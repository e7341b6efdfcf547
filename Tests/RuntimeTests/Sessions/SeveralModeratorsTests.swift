import Conversations
import Dashboard
import Foundation
import Screen
import Store
import TestSupport
import Testing

@testable import Runtime

/// Two dashboards on one store, each with a clock of its own that only the test moves.
@MainActor @Suite struct SeveralModeratorsTests {
    private typealias Evening = DashboardLoopTests.Evening

    private let temporary: TemporaryStore
    private let anna: DashboardLoopTests.Evening
    private let ben: DashboardLoopTests.Evening

    init() throws {
        temporary = try DashboardLoopTests().shop()
        anna = try Evening(temporary, columns: 100)
        ben = try Evening(temporary, columns: 100, store: try temporary.reopened(actor: "ben"))
    }

    /// Both clocks go on; who is named looks at the store.
    private func pass(seconds: Int64, _ evenings: DashboardLoopTests.Evening...) {
        for evening in [anna, ben] { evening.box.now = evening.box.now.advanced(seconds: seconds) }
        for evening in evenings { look(evening) }
    }

    private func look(_ evening: DashboardLoopTests.Evening) {
        for _ in 0..<3 {
            evening.loop.step()
            evening.loop.settle()
        }
    }

    @Test func `who opens the composer is seen by the other in the list, in the thread and in the composer`() throws {
        try anna.press("r")
        look(ben)
        #expect(ben.screen.contains("anna is answering"))
        pass(seconds: 125, anna)
        try ben.press("enter")
        #expect(ben.screen.contains("anna is answering, 2 min"))
        try ben.press("r")
        #expect(ben.screen.contains("anna is writing an answer too"))
        #expect(ben.screen.contains("reply to 田中 • anna is answering, 2 min"))
        look(anna)
        #expect(anna.screen.contains("ben is answering"))
        try anna.press("escape q")
        look(ben)
        #expect(!ben.screen.contains("anna is answering"))
    }

    @Test func `a claim is renewed while the composer is open, and ends with its lease when its session hangs`() throws
    {
        try anna.press("r")
        look(ben)
        for _ in 0..<20 { pass(seconds: Claim.renewal / 1000, anna, ben) }
        #expect(ben.screen.contains("anna is answering"))
        // Anna's session hangs: its clock goes on, and it does nothing.
        pass(seconds: Claim.lease / 1000 - 1, ben)
        #expect(ben.screen.contains("anna is answering"))
        pass(seconds: 1, ben)
        #expect(!ben.screen.contains("anna is answering"))
        look(anna)
        look(ben)
        #expect(ben.screen.contains("anna is answering"), "it lives again, and so does its claim")
    }

    @Test func `nothing is drawn because time passed, also not when a claim is renewed`() throws {
        try anna.press("r")
        look(ben)
        look(anna)
        let frames = (anna.display.frames, ben.display.frames)
        for _ in 0..<20 { pass(seconds: Claim.renewal / 1000, anna, ben) }
        #expect(anna.display.frames == frames.0)
        #expect(ben.display.frames == frames.1)
        try ben.press("j")
        #expect(ben.screen.contains("anna is answering, 10 min"))
    }

    @Test func `who quits, and who sends, answers no longer`() throws {
        try anna.press("r \"Hallo\"")
        look(ben)
        #expect(ben.screen.contains("anna is answering"))
        try anna.press("ctrl-x ctrl-s")
        look(ben)
        #expect(!ben.screen.contains("anna is answering"))
        try anna.press("r")
        look(ben)
        #expect(ben.screen.contains("anna is answering"))
        anna.display.enqueue(.hangup)
        #expect(anna.loop.run() == .hangup)
        look(ben)
        #expect(!ben.screen.contains("anna is answering"))
    }

    @Test func `both drafts stand, each can be read by the other, and sending one leaves the other`() throws {
        try anna.press("r \"Annas Text\"")
        try ben.press("r \"Bens Text\"")
        for evening in [anna, ben] { evening.loop.step(early: true) }
        look(anna)
        #expect(anna.screen.contains("ctrl-x ctrl-d: drafts"))
        try anna.press("ctrl-x ctrl-d")
        #expect(anna.screen.contains("Bens Text") && anna.screen.contains("Drafts: enter takes a copy"))
        try anna.press("q ctrl-x ctrl-s")
        look(ben)
        #expect(ben.loop.dashboard.composer?.editor.text == "Bens Text")
        let page = try #require(try temporary.store.thread(digest("4"), now: ben.box.now))
        #expect(page.otherDrafts.map(\.text) == ["Bens Text"])
        try ben.press("ctrl-x ctrl-s")
        #expect(ben.screen.contains("anna has just answered:"))
        try ben.press("ctrl-x ctrl-s enter")
        #expect(try temporary.store.outbox([.queued]).count == 1)
        try ben.press("r")
        #expect(ben.screen.contains("Annas Text") && ben.loop.dashboard.composer != nil)
        try ben.press("tab ctrl-x ctrl-s")
        #expect(try Set(temporary.store.outbox([.queued]).map(\.text)) == ["Annas Text", "Bens Text"])
    }

    @Test func `two terminals of one moderator write two drafts, and neither is lost`() throws {
        let second = try Evening(temporary, columns: 100, store: try temporary.reopened())
        try anna.press("r \"Erster\"")
        anna.loop.step(early: true)
        look(second)
        try second.press("r")
        #expect(second.loop.dashboard.composer?.editor.text == "")
        try second.press("\"Zweiter\" escape")
        try anna.press("\" Teil\" escape")
        let texts = try temporary.reopened(actor: "ben").thread(digest("4"), now: .noon)?.otherDrafts.map(\.text)
        #expect(texts?.sorted() == ["Erster Teil", "Zweiter"])
    }

    @Test func `of two who send in the same moment the second is asked, with nothing queued`() throws {
        try anna.press("r \"Annas\"")
        try ben.press("r \"Bens\"")
        // Ben's screen has not heard of it when he sends.
        for name in ["ctrl-x", "ctrl-s"] { anna.display.enqueue(.key(try #require(Key(named: name)))) }
        for name in ["ctrl-x", "ctrl-s"] { ben.display.enqueue(.key(try #require(Key(named: name)))) }
        anna.loop.step()
        ben.loop.step()
        #expect(ben.screen.contains("anna has just answered:"))
        #expect(try temporary.store.outbox([.queued]).map(\.text) == ["Annas"])
        try ben.press("s")
        #expect(try Set(temporary.store.outbox([.queued]).map(\.text)) == ["Annas", "Bens"])
    }

    @Test func `who is overruled at once is told, who overrules and who agrees is not`() throws {
        try anna.press("p \"h\"")
        try ben.press("p \"u\"")
        look(anna)
        #expect(anna.screen.contains("ben acted after you on the priority (田中): theirs holds; H shows both"))
        #expect(!ben.screen.contains("acted after you"))
        try ben.press("j")
        try anna.press("j p \"h\"")
        try ben.press("p \"h\"")
        look(anna)
        #expect(!anna.screen.contains("acted after you"), "both set the same")
        pass(seconds: Overruling.window / 1000 + 1)
        try ben.press("p \"l\"")
        look(anna)
        #expect(!anna.screen.contains("acted after you"), "that was not at once")
        let log = try temporary.store.log().filter { $0.kind == .priority }
        #expect(log.count == 4, "who agrees writes nothing")
    }

    @Test func `the line mode says who began to answer`() throws {
        let store = try temporary.reopened(actor: "cem")
        var lines: [String] = []
        let now = anna.box
        let loop = LinearLoop(
            store: store, mailbox: try #require(Mailbox()),
            settings: DashboardSettings(storeName: "test", actor: "cem"),
            setting: LinearLoop.Setting(catalogue: .english, repertoire: .unicode, editor: nil, stopGroup: {}),
            clock: { now.now }, signals: nil, log: LogFile.logger(folder: temporary.folder), say: { "\($0)" },
            write: {
                lines.append($0)
                return true
            })
        loop.start()
        lines = []
        try anna.press("r")
        loop.take("")
        #expect(lines == ["Meanwhile: 田中: anna is answering"])
        lines = []
        loop.take("")
        #expect(lines.first?.contains("anna is answering") == true)
    }

    @Test func `a claim is kept while the editor has the terminal`() throws {
        // An editor that ends only once it was called on twice.
        let pipe = temporary.folder + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let end = open(pipe, O_RDWR)
        defer { close(end) }
        var calls = 0
        let editor = ExternalEditor(
            command: "read line < '\(pipe)'; true", folder: temporary.folder, interval: 10)
        let result = editor.edit("Text") {
            calls += 1
            if calls == 2 { _ = write(end, "go\n", 3) }
        }
        #expect(result == .edited("Text"))
        #expect(calls >= 2)
    }
}
