import Conversations
import Exports
import GRDB
import TestSupport
import Testing

@testable import Store

@Suite struct ImportUndoTests {
    private func digest(_ store: TemporaryStore) throws -> Digest {
        try store.store.read { try ContentDigest.compute($0, withLog: false) }
    }

    private func numbers(_ store: TemporaryStore) throws -> [Int64] { try store.store.batches().map(\.number) }

    @Test func `what only this import brought is gone, and the store is as it was`() throws {
        let store = try TemporaryStore()
        try store.importing([post("1"), post("2", parent: "1")])
        let before = try digest(store)
        try store.importing([post("2", parent: "1"), post("3", parent: "2"), post("4"), post("5", parent: "4")])
        let undone = try store.store.undoImport(#require(numbers(store).first), now: .noon)
        #expect(undone.removed == 3)
        #expect(undone.kept == 0)
        #expect(try digest(store) == before)
        #expect(try numbers(store).count == 1)
        let rebuilt = try store.store.rebuild(keep: false)
        #expect(rebuilt.before == rebuilt.after)
    }

    @Test func `an answer whose question leaves keeps its place by the question's key`() throws {
        let store = try TemporaryStore()
        try store.importing([post("2", parent: "1")])
        let before = try digest(store)
        try store.importing([post("1")])
        _ = try store.store.undoImport(#require(numbers(store).first), now: .noon)
        #expect(try digest(store) == before)
        let rebuilt = try store.store.rebuild(keep: false)
        #expect(rebuilt.before == rebuilt.after)
    }

    @Test func `a conversation on which somebody acted stays whole`() throws {
        let store = try TemporaryStore()
        try store.importing([post("1"), post("2", parent: "1"), post("3")])
        _ = try store.store.perform(.resolve(.noAction, reason: ""), on: [TestSupport.digest("1")], now: .noon)
        let undone = try store.store.undoImport(#require(numbers(store).first), now: .noon)
        #expect(undone.removed == 1)
        #expect(undone.kept == 2)
        #expect(try store.store.messages().count == 2)
        #expect(try numbers(store).count == 1)
        let rebuilt = try store.store.rebuild(keep: false)
        #expect(rebuilt.before == rebuilt.after)
    }

    @Test func `words that left are found no more`() throws {
        let store = try TemporaryStore()
        try store.importing([post("1", "Segelboot")])
        _ = try store.store.undoImport(#require(numbers(store).first), now: .noon)
        let hits = try store.store.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM search WHERE search MATCH 'segelboot'")
        }
        #expect(hits == 0)
    }

    @Test func `an import that is not there is refused`() throws {
        let store = try TemporaryStore()
        #expect(throws: StoreError.noSuchImport(7)) { try store.store.undoImport(7, now: .noon) }
    }
}
