import Conversations
import TestSupport
import Testing

@testable import Store

@Suite struct ReplyTests {
    let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?"), post("0", by: "Team", "Hallo", minute: -500),
        ])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
    }

    var store: Store { temporary.store }
    var mia: Digest { digest("1") }

    func send(_ text: String = "Es ist unterwegs.", minute: Int64 = 1) throws {
        let now = Moment.noon.minutes(minute)
        let reply = ReplyAct(message: mia, text: text, notBefore: now.advanced(seconds: 15))
        #expect(try store.perform(.send(reply), on: [mia], now: now) == .done(count: 1))
    }

    func replies(_ states: ReplyState...) throws -> [OutboxRow] {
        try store.outbox(states.isEmpty ? ReplyState.allCases : states)
    }

    @Test func `a reply is queued and the conversation waits`() throws {
        try send()
        #expect(try store.conversation(mia, now: .noon)?.state == .waiting)
        let row = try #require(try replies().first)
        #expect(row.state == .queued)
        #expect(row.messageID == "1")
        #expect(row.text == "Es ist unterwegs.")
        #expect(try store.counts(now: .noon).outbox == 1)
    }

    @Test func `taking a reply back makes it a draft again`() throws {
        try store.saveDraft(Draft(message: mia, actor: "anna", text: "Es ist", cursor: 6, savedAt: .noon))
        try send()
        #expect(try store.thread(mia, now: .noon)?.draft == nil)
        _ = try store.undo(now: .noon.minutes(1)).get()
        #expect(try replies().isEmpty)
        #expect(try store.thread(mia, now: .noon)?.draft?.text == "Es ist unterwegs.")
        #expect(try store.conversation(mia, now: .noon)?.state == .new)
    }

    @Test func `a colleague's reply that is taken back becomes her draft again, not the other's`() throws {
        try send()
        let act = try #require(try store.history().rows.first).id
        let ben = try temporary.reopened(actor: "ben")
        try ben.saveDraft(Draft(message: mia, actor: "ben", text: "Bens", cursor: 4, savedAt: .noon))
        _ = try ben.undo(act: act, now: .noon.minutes(2)).get()
        let his = try #require(try ben.thread(mia, now: .noon))
        #expect(his.draft?.text == "Bens" && his.otherDrafts.map(\.actor) == ["anna"])
        let hers = try #require(try temporary.reopened().thread(mia, now: .noon))
        #expect(hers.draft?.text == "Es ist unterwegs.")
        try store.saveDraft(
            Draft(message: mia, actor: "anna", text: "Es ist da.", cursor: 3, savedAt: .noon.minutes(3)),
            over: hers.draft)
        #expect(try ben.thread(mia, now: .noon)?.otherDrafts.map(\.text) == ["Es ist da."])
    }

    @Test func `whoever answers unseen knows their own replies and those before the message`() throws {
        try send(minute: 1)
        let ben = try temporary.reopened(actor: "ben")
        #expect(try store.knownReplies(to: mia, isExact: false).count == 1)
        #expect(try ben.knownReplies(to: mia, isExact: false).isEmpty)
        try temporary.importing([post("5", by: "Ida", "Und meins?", minute: 5, parent: "1")])
        #expect(try ben.knownReplies(to: digest("5"), isExact: false).count == 1)
        try temporary.importing([post("6", by: "Ole", "Ach so", minute: 0, parent: "1")])
        #expect(try ben.knownReplies(to: digest("6"), isExact: false).isEmpty)
        #expect(try ben.knownReplies(to: digest("6"), isExact: true).count == 1)
    }

    @Test func `a reply is not exported before its countdown ends`() throws {
        try send()
        let id = try #require(try replies().first).id
        #expect(try store.markExported([id], now: .noon.minutes(1)).isEmpty)
        #expect(try store.markExported([id], now: .noon.minutes(2)) == [id])
        #expect(try store.markExported([id], now: .noon.minutes(2)).isEmpty)
        #expect(try replies(.exported).count == 1)
    }

    @Test func `what was exported cannot be taken back`() throws {
        try send()
        let id = try #require(try replies().first).id
        _ = try store.markExported([id], now: .noon.minutes(2))
        #expect(try store.undo(now: .noon.minutes(3)) == .failure(.alreadyExported))
    }

    @Test func `a reply that failed opens the conversation again`() throws {
        try send()
        let id = try #require(try replies().first).id
        try store.markReply(id, failed: true, now: .noon.minutes(3))
        #expect(try store.conversation(mia, now: .noon)?.state == .open)
        #expect(try replies(.failed).count == 1)
    }

    @Test func `our reply that comes back is shown once and counts as sent`() throws {
        try send("Es  ist unterwegs.\n")
        try temporary.importing([post("2", by: "Team", "Es ist unterwegs.", minute: 4, parent: "1")])
        #expect(try replies(.sent).count == 1)
        let page = try #require(try store.thread(mia, now: .noon))
        #expect(page.rows.count == 2)
        #expect(try store.conversation(mia, now: .noon)?.waitingSince == nil)
    }

    @Test func `an older message of ours with the same text is no answer`() throws {
        try temporary.importing([post("2", by: "Team", "Danke!", minute: -10, parent: "1")])
        try send("Danke!")
        #expect(try replies(.queued).count == 1)
    }

    @Test func `a reply that was edited on the platform stays sent`() throws {
        try send()
        try temporary.importing([post("2", by: "Team", "Es ist unterwegs.", minute: 4, parent: "1")])
        try temporary.importing(
            [
                post(
                    "2", by: "Team", "Es ist da.", minute: 4, parent: "1", editedAt: Moment.noon.minutes(9).milliseconds
                )
            ],
            observedAt: .noon.minutes(10))
        #expect(try replies(.sent).count == 1)
        #expect(try replies(.queued).isEmpty)
    }

    @Test func `a reply that failed needs an answer again and undo does not unsay it`() throws {
        try send()
        let id = try #require(try replies().first).id
        _ = try store.markExported([id], now: .noon.minutes(2))
        try store.markReply(id, failed: true, now: .noon.minutes(3))
        #expect(try temporary.inbox("is:unanswered").map(\.id) == [mia])
        #expect(try store.undo(now: .noon.minutes(4)) == .failure(.replyFailed))
        #expect(try replies(.failed).count == 1)
    }

    @Test func `a draft that differs from what was sent is kept in the history`() throws {
        try store.saveDraft(Draft(message: mia, actor: "anna", text: "Ein langer Entwurf", cursor: 3, savedAt: .noon))
        try send("Kurz.")
        #expect(try store.thread(mia, now: .noon)?.draft == nil)
        let kept = try store.read { try String.fetchAll($0, sql: "SELECT text FROM draft_history") }
        #expect(kept == ["Ein langer Entwurf"])
    }

    @Test func `a closed conversation is opened by nothing but reopening`() throws {
        _ = try store.perform(.close(reason: ""), on: [mia], now: .noon)
        #expect(try store.perform(.snooze(until: nil), on: [mia], now: .noon) == .refused(.isClosed))
        _ = try store.perform(.reopen, on: [mia], now: .noon)
        #expect(try store.perform(.snooze(until: nil), on: [mia], now: .noon) == .done(count: 1))
    }

    @Test func `the same conversation twice is done once`() throws {
        #expect(try store.perform(.wait, on: [mia, mia], now: .noon) == .done(count: 1))
        #expect(try store.log().filter { $0.kind == .state }.count == 1)
    }

    @Test func `drafts outlive the terminal and another terminal's text is kept`() throws {
        try store.saveDraft(Draft(message: mia, actor: "anna", text: "Liebe Mia", cursor: 9, savedAt: .noon))
        let other = try temporary.reopened()
        #expect(try other.thread(mia, now: .noon)?.draft?.text == "Liebe Mia")
        try other.saveDraft(Draft(message: mia, actor: "anna", text: "Hallo", cursor: 5, savedAt: .noon.minutes(1)))
        #expect(try other.thread(mia, now: .noon)?.draft?.text == "Hallo")
        #expect(try other.thread(mia, now: .noon)?.otherDrafts.map(\.text) == ["Liebe Mia"])
        let jan = try temporary.reopened(actor: "jan")
        let page = try #require(try jan.thread(mia, now: .noon))
        #expect(page.draft == nil)
        #expect(page.otherDrafts.map(\.text) == ["Liebe Mia", "Hallo"])
        #expect(try store.conversation(mia, now: .noon)?.hasDraft == true)
    }
}
