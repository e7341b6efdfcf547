import Conversations
import Exports
import GRDB
import TestSupport
import Testing

@testable import Store

@Suite struct PersonalTests {
    private func post(_ id: String, _ details: PersonalDetail?...) -> ExportedMessage {
        var message = TestSupport.post(id)
        message.personal = details.compactMap(\.self)
        return message
    }

    private let mail = PersonalDetail(.email, "mia@example.org")
    private let ip = PersonalDetail(.ip, "192.0.2.7")

    private func count(_ store: TemporaryStore) throws -> Int? {
        try store.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM personal") }
    }

    @Test func `details are kept with their message, each once`() throws {
        let store = try TemporaryStore()
        try store.importing([post("1", mail, ip, mail), post("2")])
        try store.importing([post("1", mail)])
        let details = try store.store.personalDetails(of: [digest("1"), digest("2")])
        #expect(details == [digest("1"): [mail, ip].compactMap(\.self)])
    }

    @Test func `they are no part of the content's digest, of keys or of the search`() throws {
        let (plain, kept) = (try TemporaryStore(), try TemporaryStore())
        try plain.importing([post("1")])
        try kept.importing([post("1", mail, ip)])
        #expect(try plain.store.contentDigest() == kept.store.contentDigest())
        let hits = try kept.store.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM search WHERE search MATCH '\"mia@example.org\"'")
        }
        #expect(hits == 0)
        let rebuilt = try kept.store.rebuild(keep: false)
        #expect(rebuilt.before == rebuilt.after)
        #expect(try count(kept) == 2)
    }

    @Test func `taking an import back takes its details, also those of messages that stay`() throws {
        let store = try TemporaryStore()
        try store.importing([post("1", ip)])
        try store.importing([post("1", mail), post("2", mail)])
        try store.importing([post("3", mail)])
        _ = try store.store.perform(.resolve(.noAction, reason: ""), on: [digest("2")], now: .noon)
        for number in try store.store.batches().map(\.number).prefix(2) {
            _ = try store.store.undoImport(number, now: .noon)
        }
        #expect(try store.store.messages().count == 2)
        #expect(
            try store.store.personalDetails(of: [digest("1"), digest("2"), digest("3")])
                == [digest("1"): [ip].compactMap(\.self)])
        #expect(try count(store) == 1)
    }
}
