import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

@Suite struct ImportTests {
    @Test func `exports without ids that overlap within one archive give each message once`() throws {
        func line(_ minute: Int64, _ entry: String) -> ExportedMessage {
            var message = post("", by: "Mia", "Moin", minute: minute)
            message.id = nil
            message.place = ExportPlace(unit: .line, number: 1, byteOffset: 0, entry: entry)
            return message
        }
        let temporary = try TemporaryStore()
        let first = (0..<4).map { line($0, "a.txt") } + [line(3, "a.txt")]
        let summary = try temporary.importing(first + (2..<7).map { line($0, "b.txt") } + [line(3, "b.txt")])
        #expect(summary.imported == 8)
    }

    @Test func `an import gives conversations with their messages`() throws {
        let temporary = try TemporaryStore()
        let summary = try temporary.importing([
            post("1", by: "Mia", "Wo bleibt mein Rad?", minute: 0),
            post("2", by: "Jonas", "Bei mir kam es nach drei Tagen.", minute: 5, parent: "1"),
            post("3", by: "Ayşe", "Danke für den Kaffee!", minute: 7),
        ])
        #expect(summary.read == 3)
        #expect(summary.imported == 3)
        #expect(summary.conversations == 2)
        let rows = try temporary.inbox()
        #expect(rows.map(\.author) == ["Ayşe", "Mia"])
        #expect(rows.map(\.messageCount) == [1, 2])
        #expect(rows[1].waitingSince == .noon)
    }

    @Test func `the same export twice adds nothing`() throws {
        let temporary = try TemporaryStore()
        let messages = [post("1"), post("2", minute: 1, parent: "1"), post("3", minute: 2)]
        try temporary.importing(messages)
        let before = try temporary.store.contentDigest()
        let again = try temporary.importing(messages)
        #expect(again.imported == 0)
        #expect(again.duplicate == 3)
        #expect(try temporary.store.contentDigest() == before)
    }

    @Test func `an edited text is a revision and the search finds the new one only`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", "Der Kaffee ist bitter")])
        let summary = try temporary.importing(
            [post("1", "Der Kaffee ist mild", editedAt: Moment.noon.minutes(3).milliseconds)],
            observedAt: Moment.noon.minutes(9))
        #expect(summary.revised == 1)
        #expect(try temporary.inbox("mild").count == 1)
        #expect(try temporary.inbox("bitter").isEmpty)
    }

    @Test(arguments: ["Straße", "strasse", "STRASSE", "Strasse"])
    func `every spelling of sharp s is found`(word: String) throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", "Der Laden in der Straße am Park")])
        #expect(try temporary.inbox(word).count == 1)
    }

    @Test(arguments: ["Grüße", "grusse", "gruesse", "GRÜSSE", "grüsse"])
    func `every spelling of an umlaut is found`(word: String) throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", "Viele Grüße aus Leipzig")])
        #expect(try temporary.inbox(word).count == 1)
    }

    @Test func `an answer that came before its parent joins it`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("2", by: "Jonas", minute: 5, parent: "1")])
        #expect(try temporary.inbox().map(\.id) == [digest("1")])
        try temporary.importing([post("1", by: "Mia")])
        let rows = try temporary.inbox()
        #expect(rows.count == 1)
        #expect(rows[0].messageCount == 2)
        #expect(rows[0].author == "Mia")
    }

    @Test func `answers to the team are conversations of their own`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", by: "Team", "Wir haben neue Bohnen"), post("2", by: "Mia", minute: 1, parent: "1"),
            post("3", by: "Jonas", minute: 2, parent: "1"), post("4", by: "Mia", minute: 3, parent: "3"),
        ])
        try temporary.store.setTeam(account("Team"), isTeam: true, now: .noon)
        let rows = try temporary.inbox()
        #expect(Set(rows.map(\.id)) == [digest("2"), digest("3")])
        try temporary.store.setTeam(account("Team"), isTeam: false, now: .noon)
        #expect(try temporary.inbox().map(\.id) == [digest("1")])
    }

    @Test func `spam and system messages never ask for an answer`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", "Kauft Uhren", status: .spam), post("2", "ist beigetreten", minute: 1, kind: .system),
        ])
        #expect(try temporary.inbox().isEmpty)
        #expect(try temporary.inbox("Uhren").count == 1)
    }

    @Test func `neighbours in a chat without replies are one conversation`() throws {
        let temporary = try TemporaryStore()
        let chat = [
            post("1", minute: 0, channel: "mia", grouping: .byTime),
            post("3", minute: 50, channel: "mia", grouping: .byTime),
            post("4", minute: 200, channel: "mia", grouping: .byTime),
        ]
        try temporary.importing(chat)
        #expect(try temporary.inbox().count == 3)
        try temporary.importing([post("2", minute: 25, channel: "mia", grouping: .byTime)])
        #expect(try temporary.inbox().map(\.messageCount) == [1, 3])
    }

    @Test func `conversations that were silent for a month start as resolved`() throws {
        let temporary = try TemporaryStore()
        let summary = try temporary.importing(
            [post("1", "Alt", minute: -60 * 24 * 40), post("2", "Neu", minute: 0)], from: .recent)
        #expect(summary.calm == 1)
        #expect(try temporary.inbox().map(\.id) == [digest("2")])
        try temporary.importing([post("3", "Und?", minute: 1, parent: "1")], from: .recent)
        #expect(try temporary.inbox().count == 2)
    }

    @Test func `a cycle of answers is cut at its earliest message`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([
            post("1", minute: 0, parent: "3"), post("2", minute: 1, parent: "1"), post("3", minute: 2, parent: "2"),
            post("4", minute: 3, parent: "4"),
        ])
        #expect(try temporary.inbox().map(\.id) == [digest("4"), digest("1")])
    }

    @Test func `a chain of twenty thousand answers is one conversation`() throws {
        let temporary = try TemporaryStore()
        let chain = (0..<20_000).map { post("\($0)", minute: Int64($0), parent: $0 == 0 ? nil : "\($0 - 1)") }
        try temporary.importing(chain.reversed())
        #expect(try temporary.inbox().map(\.messageCount) == [20_000])
    }

    @Test func `in a chat with topics only neighbours of the same topic belong together`() throws {
        let store = try TemporaryStore()
        let (ship, tide) = (ExportedThread(id: "schiff"), ExportedThread(id: "tide"))
        try store.importing([
            post("1", minute: 0, thread: ship, grouping: .byTime),
            post("2", minute: 1, thread: tide, grouping: .byTime),
            post("3", minute: 2, thread: ship, grouping: .byTime),
        ])
        #expect(try store.inbox().map(\.messageCount).sorted() == [1, 2])
    }
}
