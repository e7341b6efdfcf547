import Conversations
import TestSupport
import Testing

@testable import Store

@Suite struct EarlierDraftTests {
    private let temporary: TemporaryStore
    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia"), post("2", by: "Ida", minute: 1)])
    }

    private func draft(_ text: String, minute: Int64 = 2, of message: String = "1") -> Draft {
        Draft(message: digest(message), actor: "anna", text: text, cursor: 0, savedAt: .noon.minutes(minute))
    }

    private func earlier(_ store: Store? = nil) throws -> [String] {
        try (store ?? self.store).thread(digest("1"), now: .noon.minutes(9))?.earlierDrafts.map(\.text) ?? []
    }

    @Test
    func `a history that is longer than the conversation is read from the conversation's side, and gives the same`()
        throws
    {
        let (temporary, key) = (try TemporaryStore(), digest("1"))
        try temporary.importing([post("1"), post("2", minute: 500, channel: "hafen")])
        for (message, text) in [(key, "Eins"), (digest("2", channel: "hafen"), "Fremd"), (key, "Zwei")] {
            let earlier = { try temporary.store.thread(key, now: .noon)?.earlierDrafts.map(\.text) }
            try temporary.store.keepDraft(
                Draft(message: message, actor: "anna", text: text, cursor: 0, savedAt: .noon))
            #expect(try earlier() == (text == "Zwei" ? ["Zwei", "Eins"] : ["Eins"]))
        }
    }

    @Test func `what is kept is shown to all, newest first, and once`() throws {
        try store.keepDraft(draft("First"))
        try store.keepDraft(draft("Second", minute: 3))
        try store.keepDraft(draft("First", minute: 4))
        try store.keepDraft(draft("Elsewhere", of: "2"))
        #expect(try earlier() == ["Second", "First"])
        #expect(try earlier(temporary.reopened(actor: "ben")) == ["Second", "First"])
    }

    @Test func `a draft that was emptied, or sent in other words, can be fetched back`() throws {
        try store.saveDraft(draft("Too sharp"))
        #expect(try earlier().isEmpty)
        try store.saveDraft(draft(""))
        #expect(try earlier() == ["Too sharp"])
        try store.saveDraft(draft("Longer words", minute: 5))
        let reply = ReplyAct(message: digest("1"), text: "Short", notBefore: .noon.minutes(7))
        _ = try store.perform(.send(reply), on: [digest("1")], now: .noon.minutes(6))
        #expect(try earlier() == ["Longer words", "Too sharp"])
    }

    @Test func `a copy leaves the other's draft, also where both are then sent`() throws {
        let ben = try temporary.reopened(actor: "ben")
        try ben.saveDraft(draft("Ben's text"))
        try store.saveDraft(draft("Ben's text", minute: 3))
        let reply = ReplyAct(message: digest("1"), text: "Ben's text", notBefore: .noon.minutes(7))
        _ = try store.perform(.send(reply), on: [digest("1")], now: .noon.minutes(6))
        #expect(try ben.thread(digest("1"), now: .noon.minutes(9))?.draft?.text == "Ben's text")
    }

    @Test func `a draft of an earlier session that was emptied can be fetched back`() throws {
        try store.saveDraft(draft("From before"))
        let next = try temporary.reopened(actor: "anna")
        let taken = try #require(try next.thread(digest("1"), now: .noon.minutes(9))?.draft)
        try next.saveDraft(draft("", minute: 4), over: taken)
        #expect(try earlier(next) == ["From before"])
    }

    @Test func `a reply that is taken back beside a newer draft can be fetched back`() throws {
        let reply = ReplyAct(message: digest("1"), text: "A long answer", notBefore: .noon.minutes(20))
        _ = try store.perform(.send(reply), on: [digest("1")], now: .noon.minutes(6))
        try store.saveDraft(draft("short", minute: 7))
        _ = try store.undo(now: .noon.minutes(8))
        #expect(try store.thread(digest("1"), now: .noon.minutes(9))?.draft?.text == "short")
        #expect(try earlier() == ["A long answer"])
    }

    @Test func `a reply that goes out after all leaves no draft behind`() throws {
        let reply = ReplyAct(message: digest("1"), text: "Answer", notBefore: .noon.minutes(20))
        _ = try store.perform(.send(reply), on: [digest("1")], now: .noon.minutes(6))
        _ = try store.undo(now: .noon.minutes(7))
        #expect(try store.thread(digest("1"), now: .noon.minutes(9))?.draft?.text == "Answer")
        _ = try store.redo(now: .noon.minutes(8))
        #expect(try store.thread(digest("1"), now: .noon.minutes(9))?.draft == nil)
    }
}
