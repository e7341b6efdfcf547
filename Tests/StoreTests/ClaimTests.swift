import Conversations
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

@Suite struct ClaimTests {
    private let temporary: TemporaryStore
    private let anna: Store
    private let ben: Store
    private let mia = digest("1")

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia"), post("2", by: "Ole", minute: 1, parent: "1"), post("3")])
        anna = temporary.store
        ben = try temporary.reopened(actor: "ben")
    }

    private func seen(by store: Store, _ now: Moment = .noon) throws -> [Claim] {
        let row = try #require(try store.inbox(InboxQuery(), now: now).rows.first { $0.id == mia })
        #expect(try store.conversation(mia, now: now)?.claims == row.claims)
        #expect(try store.thread(mia, now: now)?.conversation.claims == row.claims)
        return row.claims
    }

    @Test
    func `others see who answers and since when, whatever message of the conversation it is, and oneself does not`()
        throws
    {
        try anna.hold(digest("2"), since: .noon, now: .noon)
        #expect(try seen(by: ben) == [Claim(actor: "anna", since: .noon)])
        #expect(try seen(by: anna) == [])
        try anna.hold(digest("2"), since: .noon, now: .noon.minutes(1))
        #expect(try seen(by: ben, .noon.minutes(1)) == [Claim(actor: "anna", since: .noon)])
        try anna.releaseClaim()
        #expect(try seen(by: ben) == [])
    }

    @Test func `a claim that nobody renews ends with its lease, to the millisecond`() throws {
        try anna.hold(mia, since: .noon, now: .noon)
        let end = Moment(milliseconds: Moment.noon.milliseconds + Claim.lease)
        let watch = try ben.watchClaims(now: .noon)
        for (now, isSeen) in [(Moment(milliseconds: end.milliseconds - 1), true), (end, false)] {
            #expect(try seen(by: ben, now).isEmpty != isSeen)
            #expect(watch.hasEnded(now: now) != isSeen)
        }
        try ben.hold(digest("3"), since: end, now: end)
        #expect(try ben.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM claim") } == 1, "what is over goes")
    }

    @Test func `a claim ends with its process, and in another table of processes only with its lease`() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        try anna.hold(mia, since: .noon, now: .noon)
        try anna.write { try $0.execute(sql: "UPDATE claim SET process = ?", arguments: [process.processIdentifier]) }
        #expect(try seen(by: ben) == [])
        try anna.write { try $0.execute(sql: "UPDATE claim SET process_space = 'pid:[1]'") }
        #expect(try seen(by: ben).count == 1)
    }

    @Test func `a claim is no act: log, undo and digests are as they were`() throws {
        _ = try anna.perform(.wait, on: [mia], now: .noon)
        let before = (try anna.contentDigest(), try anna.log().map(\.id), try anna.history(before: .max).rows.count)
        try anna.hold(mia, since: .noon, now: .noon)
        try ben.hold(mia, since: .noon, now: .noon)
        #expect(try anna.contentDigest() == before.0)
        #expect(try anna.log().map(\.id) == before.1)
        #expect(try anna.history(before: .max).rows.count == before.2)
        let digests = try anna.rebuild(keep: true)
        #expect(digests.before == digests.after)
        #expect(try ben.conversation(mia, now: .noon)?.claims == [Claim(actor: "anna", since: .noon)])
        #expect(try anna.undo(now: .noon).get().kind == EventKind.state.word)
    }

    private func draft(_ text: String, by actor: String = "anna", minute: Int64 = 0) -> Draft {
        Draft(message: mia, actor: actor, text: text, cursor: 0, savedAt: .noon.minutes(minute))
    }

    @Test func `sending and emptying one draft leaves that of the other, and of one's own other terminal`() throws {
        let second = try temporary.reopened()
        for store in [anna, second] { try store.hold(mia, since: .noon, now: .noon) }
        try anna.saveDraft(draft("Erster"))
        try second.saveDraft(draft("Zweiter", minute: 1))
        try ben.saveDraft(draft("Bens", by: "ben", minute: 2))
        let page = try #require(try second.thread(mia, now: .noon))
        #expect(page.draft?.text == "Zweiter" && page.otherDrafts.map(\.text) == ["Erster", "Bens"])
        let reply = ReplyAct(message: mia, text: "Zweiter", notBefore: .noon)
        #expect(try second.perform(.send(reply), on: [mia], now: .noon) == .done(count: 1))
        try ben.saveDraft(draft("", by: "ben"))
        #expect(try anna.thread(mia, now: .noon)?.draft?.text == "Erster")
        #expect(try ben.thread(mia, now: .noon)?.otherDrafts.map(\.text) == ["Erster"])
    }

    @Test func `a session that is closed hands its draft on, one that writes keeps it`() throws {
        try anna.hold(mia, since: .noon, now: .noon)
        try anna.saveDraft(draft("Erster"))
        let second = try temporary.reopened()
        let writing = try #require(try second.thread(mia, now: .noon))
        #expect(writing.draft == nil && writing.otherDrafts.map(\.text) == ["Erster"])
        try anna.releaseClaim()
        let taken = try #require(try second.thread(mia, now: .noon)?.draft)
        #expect(taken.text == "Erster")
        try second.saveDraft(draft("Erster Teil"), over: taken)
        let page = try #require(try ben.thread(mia, now: .noon))
        #expect(page.otherDrafts.map(\.text) == ["Erster Teil"])
    }

    @Test func `a draft that its session has written on meanwhile is not taken over`() throws {
        try anna.saveDraft(draft("Erster"))
        let second = try temporary.reopened()
        let taken = try #require(try second.thread(mia, now: .noon)?.draft)
        try anna.saveDraft(draft("Erster, weiter"))
        try second.saveDraft(draft("Erster, anders", minute: 1), over: taken)
        #expect(try ben.thread(mia, now: .noon)?.otherDrafts.map(\.text) == ["Erster, weiter", "Erster, anders"])
    }

    @Test func `of two who answer at once the second is told by the store, and sends when they know`() throws {
        func send(_ store: Store, known: Set<Digest>) throws -> ActOutcome {
            let reply = ReplyAct(message: mia, text: "Hallo", notBefore: .noon, known: known)
            return try store.perform(.send(reply), on: [mia], now: .noon)
        }
        #expect(try send(anna, known: []) == .done(count: 1))
        let refused = try send(ben, known: [])
        guard case .refused(.answeredMeanwhile(let answer)) = refused else {
            Issue.record("\(refused)")
            return
        }
        #expect(answer.actor == "anna" && answer.time == .noon)
        #expect(try ben.outbox([.queued]).count == 1)
        #expect(try send(ben, known: [answer.id]) == .done(count: 1))
        #expect(try ben.outbox([.queued]).count == 2)
    }

    @Test func `a store of the version before keeps its drafts, and the version before refuses this one`() throws {
        let path = temporary.folder + "/before.db"
        let old = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(old, upTo: "4")
        try old.write { database in
            for (actor, device) in [("anna", 1), ("anna", 2), ("ben", 1)] {
                try database.execute(
                    sql: "INSERT INTO draft VALUES (?, ?, ?, 'same', ?, 3, 5)",
                    arguments: [
                        mia, actor, Digest(high: 0, low: UInt64(device)), "Entwurf \(actor) \(device)",
                    ])
            }
        }
        try old.close()
        let store = try Store.open(path, options: anna.options)
        let kept = try store.read { try String.fetchAll($0, sql: "SELECT text FROM draft ORDER BY text") }
        #expect(kept == ["Entwurf anna 1", "Entwurf anna 2", "Entwurf ben 1"])
        // The header that every version reads first.
        #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Schema.version)
        let digests = try store.rebuild(keep: false)
        #expect(digests.before == digests.after)
    }
}
