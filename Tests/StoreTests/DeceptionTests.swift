import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

@Suite struct DeceptionTests {
    private func community() throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Team Lotse", "Willkommen", minute: 0),
            post("2", by: "Team L\u{43E}tse", "gratis!", minute: 1),
            post("3", by: "Mia", "Danke", minute: 2, parent: "2"),
            post("4", by: "Teаm Lotse", "ja", minute: 3, parent: "2"),
        ])
        let team = try #require(
            try temporary.store.accounts(platform: post("1").channel.platform, named: "Team Lotse").first)
        try temporary.store.setTeam(team.account, isTeam: true, now: .noon)
        return temporary
    }

    @Test func `the list knows who passes for the team`() throws {
        let rows = try community().inbox("*")
        #expect(rows.filter(\.looksLikeTeam).map(\.author) == ["Team L\u{43E}tse"])
    }

    @Test func `the thread knows who passes for the team, and who is of it`() throws {
        let temporary = try community()
        let row = try #require(try temporary.inbox().first { $0.looksLikeTeam })
        let page = try #require(try temporary.store.thread(row.id, now: .noon))
        let suspects = page.rows.compactMap { row -> String? in
            guard case .message(let message) = row.content, message.looksLikeTeam else { return nil }
            return message.author
        }
        #expect(suspects == ["Team L\u{43E}tse", "Teаm Lotse"])
    }

    @Test func `without a team account nobody passes for one`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("2", by: "Team L\u{43E}tse", "gratis!")])
        #expect(try temporary.inbox().allSatisfy { !$0.looksLikeTeam })
    }

    @Test func `a message's links are read from what the platform wrote`() throws {
        let temporary = try TemporaryStore()
        var message = post("1", by: "Mia", "bank.example")
        message.markup = "<a href=\"https://evil.example\">bank.example</a>" + String(repeating: "x", count: 50_000)
        try temporary.importing([message])
        let row = try #require(try temporary.inbox().first)
        let page = try #require(try temporary.store.thread(row.id, now: .noon))
        guard case .message(let shown) = page.rows[0].content else { throw StoreError.busy }
        #expect(shown.links.map(\.target.host) == ["evil.example"])
        #expect(shown.links.first?.shownHost == "bank.example")
        #expect(shown.markup?.count == MessageLink.textLimit)
    }
}
