import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

@Suite struct MessageFactsTests {
    @Test func `a message names every import that brought it, newest first, with file, entry and byte`() throws {
        let temporary = try TemporaryStore()
        var message = post("1", by: "Mia", "Hallo \u{202E}du", minute: 0)
        message.place = ExportPlace(unit: .item, number: 12, path: "messages", byteOffset: 4711, entry: "chats/a.json")
        message.markup = "<b>Hallo</b>"
        try temporary.importing([message])
        try temporary.importing([post("1", by: "Mia", "Hallo \u{202E}du", minute: 0)])
        let facts = try #require(try temporary.store.facts(about: digest("1")))
        #expect(facts.key == "1")
        #expect(facts.author == "Mia")
        #expect(facts.accountKey == "id-Mia")
        #expect(facts.written == "minute 0")
        #expect(facts.origins.map(\.batch) == [2, 1])
        #expect(facts.origins.last?.place == "chats/a.json: messages[12]")
        #expect(facts.origins.last?.byteOffset == 4711)
        #expect(facts.revisions.map(\.text) == ["Hallo \u{202E}du"])
        #expect(facts.revisions.first?.markup == "<b>Hallo</b>")
    }

    @Test func `the wording that holds comes first, earlier ones after it`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", "erst", editedAt: Moment.noon.milliseconds)])
        try temporary.importing([post("1", "dann", editedAt: Moment.noon.minutes(5).milliseconds)])
        let facts = try #require(try temporary.store.facts(about: digest("1")))
        #expect(facts.revisions.map(\.text) == ["dann", "erst"])
        #expect(facts.revisions.map(\.editedAt) == [.noon.minutes(5), .noon])
    }

    @Test func `a conversation stands for its first message, and what is not there is nil`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1"), post("2", by: "Jan", minute: 1, parent: "1")])
        let row = try #require(try temporary.inbox().first)
        #expect(try temporary.store.facts(about: row.id)?.key == "1")
        #expect(try temporary.store.facts(about: digest("77")) == nil)
    }
}
