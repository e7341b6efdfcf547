import Conversations
import TestSupport
import Testing

@testable import Store

@Suite struct HistoryTests {
    private func shop() throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia", "Wo ist es?"), post("2", by: "Jan", "Danke!", minute: 1)])
        return temporary
    }

    private func act(_ temporary: TemporaryStore, _ act: Act, _ ids: String..., minute: Int64) throws {
        _ = try temporary.store.perform(act, on: ids.map { digest($0) }, now: .noon.minutes(minute))
    }

    @Test func `the newest act comes first, with its person, its conversation and how many it was done to`() throws {
        let temporary = try shop()
        try act(temporary, .open, "1", minute: 1)
        try act(temporary, .label("rad", isOn: true), "1", minute: 2)
        try act(temporary, .resolve(.answered, reason: ""), "1", "2", minute: 3)
        let rows = try temporary.store.history().rows
        #expect(rows.map(\.kind) == [.state, .label])
        #expect(rows.map(\.count) == [2, 1])
        #expect(rows.map(\.author) == ["Mia", "Mia"])
        #expect(rows.allSatisfy { $0.actor == "anna" && $0.isOn && $0.isUndoable })
    }

    @Test func `pages follow each other without a gap`() throws {
        let temporary = try shop()
        for minute in 1...7 { try act(temporary, .label("l\(minute)", isOn: true), "1", minute: Int64(minute)) }
        let first = try temporary.store.history(limit: 3)
        #expect(first.hasMore)
        let second = try temporary.store.history(before: try #require(first.rows.last).clock, limit: 10)
        #expect(!second.hasMore)
        #expect((first.rows + second.rows).compactMap(\.payload.text) == (1...7).reversed().map { "l\($0)" })
    }

    @Test func `an old act is taken back alone and done again`() throws {
        let temporary = try shop()
        try act(temporary, .label("rad", isOn: true), "1", minute: 1)
        try act(temporary, .assign("jan"), "1", minute: 2)
        let old = try #require(try temporary.store.history().rows.last)
        _ = try temporary.store.undo(act: old.id, now: .noon.minutes(3)).get()
        #expect(try temporary.inbox().last?.labels == [])
        #expect(try temporary.inbox().last?.assignee == "jan")
        #expect(try temporary.store.history().rows.map(\.isOn) == [true, false])
        _ = try temporary.store.redo(act: old.id, now: .noon.minutes(4)).get()
        #expect(try temporary.inbox().last?.labels == ["rad"])
    }

    @Test func `an act on which a later one stands stays, and so does what is taken back already`() throws {
        let temporary = try shop()
        try act(temporary, .assign("jan"), "1", minute: 1)
        try act(temporary, .assign("lea"), "1", minute: 2)
        let rows = try temporary.store.history().rows
        #expect(
            try temporary.store.undo(act: rows[1].id, now: .noon.minutes(3)) == .failure(.actedLater(actor: "anna")))
        _ = try temporary.store.undo(act: rows[0].id, now: .noon.minutes(4)).get()
        #expect(try temporary.store.undo(act: rows[0].id, now: .noon.minutes(5)) == .failure(.nothingToUndo))
        #expect(try temporary.store.redo(act: rows[1].id, now: .noon.minutes(5)) == .failure(.nothingToRedo))
        #expect(try temporary.inbox().last?.assignee == "jan")
    }

    @Test func `an act of a colleague can be taken back, and the log says by whom`() throws {
        let temporary = try shop()
        let jan = try temporary.reopened(actor: "jan")
        _ = try jan.perform(.label("eilig", isOn: true), on: [digest("1")], now: .noon.minutes(1))
        let row = try #require(try temporary.store.history().rows.first)
        _ = try temporary.store.undo(act: row.id, now: .noon.minutes(2)).get()
        #expect(try temporary.inbox().last?.labels == [])
        #expect(try temporary.store.log(limit: 1).first?.actor == "anna")
    }
}
