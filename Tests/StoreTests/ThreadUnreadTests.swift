import Conversations
import TestSupport
import Testing

@testable import Store

/// A thread marks as unread exactly as many messages as its conversation counts.
@Suite struct ThreadUnreadTests {
    private let temporary: TemporaryStore

    init() throws {
        temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?"), post("2", by: "Jonas", minute: 5, parent: "1"),
        ])
    }

    private func unread() throws -> [String] {
        let page = try #require(try temporary.store.thread(digest("1"), now: .noon))
        let texts = page.rows.compactMap { row -> String? in
            if case .message(let message) = row.content, message.isUnread { message.author } else { nil }
        }
        #expect(texts.count == page.conversation.unreadCount)
        return texts
    }

    private func act(_ act: Act, minute: Int64) throws {
        _ = try temporary.store.perform(act, on: [digest("1")], now: .noon.minutes(minute))
    }

    @Test func `before anybody looked, all that came in is unread; after that nothing`() throws {
        #expect(try unread() == ["Mia", "Jonas"])
        try act(.open, minute: 10)
        #expect(try unread() == [])
    }

    @Test func `what comes after that is unread, the team's own apart`() throws {
        try act(.open, minute: 10)
        try temporary.importing([
            post("3", by: "Paul", minute: 20, parent: "2"), post("4", by: "Anna", minute: 21, parent: "3"),
        ])
        try temporary.store.setTeam(account("Anna"), isTeam: true, now: .noon)
        #expect(try unread() == ["Paul"])
        try act(.wait, minute: 22)
        #expect(try unread() == [])
    }

    @Test func `an older message that comes late is the one that is unread`() throws {
        try act(.resolve(.answered, reason: ""), minute: 10)
        try temporary.importing([post("0", by: "Paul", minute: 2, parent: "1")])
        #expect(try unread() == ["Paul"])
    }

    @Test func `what was resolved at the first import is not unread`() throws {
        let calm = try TemporaryStore()
        try calm.importing([post("1")], from: .date(.noon.minutes(60)))
        let page = try #require(try calm.store.thread(digest("1"), now: .noon))
        #expect(page.conversation.unreadCount == 0)
        for case .message(let message) in page.rows.map(\.content) { #expect(!message.isUnread) }
    }
}
