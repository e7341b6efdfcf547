import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

/// What a second export says of messages that are known: the projections follow, and a replay agrees.
@Suite struct SecondExportTests {
    let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
    }

    func expectTrueProjections() throws {
        let digests = try temporary.store.rebuild(keep: false)
        #expect(digests.before == digests.after)
    }

    @Test func `a known announcement by the team gets a parent`() throws {
        try temporary.importing([
            post("1", by: "Mia", minute: 0), post("2", by: "Team", minute: 1),
            post("3", by: "Jonas", minute: 2, parent: "2"),
        ])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        #expect(try temporary.inbox().count == 2)
        try temporary.importing([post("2", by: "Team", minute: 1, parent: "1")])
        #expect(try temporary.inbox().map(\.id) == [digest("1")])
        try expectTrueProjections()
    }

    @Test func `an account turns out to be a bot`() throws {
        try temporary.importing([post("1", by: "Echo", minute: 0)])
        var second = post("2", by: "Echo", minute: 1)
        second.account?.isBot = true
        try temporary.importing([second])
        #expect(try temporary.inbox().isEmpty)
        try expectTrueProjections()
    }

    @Test func `a known message gets an author who is of the team`() throws {
        var anonymous = post("1", minute: 0)
        anonymous.account = nil
        try temporary.importing([
            anonymous, post("2", by: "Mia", minute: 1, parent: "1"), post("9", by: "Team", minute: 5),
        ])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        try temporary.importing([post("1", by: "Team", minute: 0)])
        #expect(try temporary.inbox().map(\.id) == [digest("2")])
        try expectTrueProjections()
    }

    @Test func `a surer time parts a chat`() throws {
        func chat(_ id: String, minute: Int64, isSure: Bool) -> ExportedMessage {
            var message = post(id, minute: minute, channel: "mia", grouping: .byTime)
            message.time.zoneIsKnown = isSure
            return message
        }
        try temporary.importing([chat("1", minute: 0, isSure: false), chat("2", minute: 10, isSure: false)])
        #expect(try temporary.inbox().count == 1)
        try temporary.importing([chat("2", minute: 130, isSure: true)])
        #expect(try temporary.inbox().count == 2)
        try expectTrueProjections()
    }

    @Test func `a channel turns out to be a chat`() throws {
        try temporary.importing([post("1", minute: 0), post("2", minute: 3)])
        try temporary.importing([post("3", minute: 5, grouping: .byTime)])
        #expect(try temporary.inbox().map(\.messageCount) == [3])
        try expectTrueProjections()
    }

    @Test func `a cycle closes over an announcement`() throws {
        try temporary.importing([post("1", by: "Team", minute: 0), post("2", by: "Mia", minute: 1, parent: "1")])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        try temporary.importing([post("1", by: "Team", minute: 0, parent: "2")])
        try expectTrueProjections()
    }

    @Test func `a name is not lost to a later export without one`() throws {
        let titled = ExportedThread(id: "t", title: "Neue Bohnen", link: "https://laden.example/t")
        try temporary.importing([post("1", thread: titled)], observedAt: .noon)
        try temporary.importing([post("2", minute: 1, thread: ExportedThread(id: "t"))], observedAt: .noon.minutes(5))
        #expect(try temporary.inbox().map(\.title) == ["Neue Bohnen", "Neue Bohnen"])
    }

    @Test func `the order of records in a file does not matter`() throws {
        var late = post("3", by: "Mia", minute: 3)
        late.account?.handle = "mia99"
        late.account?.isBot = true
        let messages = [
            post("1", by: "Mia", thread: ExportedThread(id: "t")), late,
            post("2", by: "Jonas", minute: 1, thread: ExportedThread(id: "t", title: "Titel")),
        ]
        try temporary.importing(messages)
        let other = try TemporaryStore()
        try other.importing(messages.reversed())
        #expect(try temporary.store.contentDigest() == other.store.contentDigest())
    }

    @Test func `a kept message that reads differently asks again`() throws {
        try temporary.importing([post("1", "Schöner Laden", status: .pending)])
        let page = try #require(try temporary.store.thread(digest("1"), now: .noon))
        guard case .message(let message) = page.rows[0].content else { throw Unexpected() }
        let kept = DecisionAct(
            message: message.digest, revision: message.revision, decision: .kept, guideline: "", reason: "")
        _ = try temporary.store.perform(.decide(kept), on: [digest("1")], now: .noon)
        #expect(try temporary.inbox().isEmpty)
        try temporary.importing(
            [post("1", "Ihr Betrüger", status: .published, editedAt: Moment.noon.minutes(9).milliseconds)],
            observedAt: .noon.minutes(10))
        #expect(try temporary.inbox().map(\.pendingCount) == [1])
        #expect(try temporary.inbox("is:pending").count == 1)
        try expectTrueProjections()
    }

    @Test func `messages without a time follow their predecessor and are never taken for old`() throws {
        func timeless(_ id: String) -> ExportedMessage {
            var message = post(id, parent: id == "a" ? nil : "a")
            message.time = .unknown
            return message
        }
        try temporary.importing(
            [timeless("a"), timeless("z"), timeless("m"), post("b", minute: 5, parent: "a"), timeless("c")],
            from: .recent)
        #expect(try temporary.inbox().count == 1)
        let page = try #require(try temporary.store.thread(digest("a"), now: .noon))
        let order = page.rows.compactMap { row -> Digest? in
            if case .message(let message) = row.content { return message.digest }
            return nil
        }
        #expect(order == ["a", "z", "m", "b", "c"].map { digest($0) })
        #expect(page.conversation.waitingSince == .noon.minutes(5))
        try expectTrueProjections()
    }

    @Test(arguments: ["aa", "bb", "cc", "dd", "ee", "ff"])
    func `a message of the same minute that comes later reopens`(id: String) throws {
        try temporary.importing([post("0a", "Frage", minute: 0)])
        _ = try temporary.store.perform(.resolve(.answered, reason: ""), on: [digest("0a")], now: .noon)
        try temporary.importing([post(id, "Noch etwas", minute: 0, parent: "0a")])
        #expect(try temporary.inbox().map(\.needsAnswer) == [true])
    }
}
