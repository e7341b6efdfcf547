import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

/// Two stores that saw the same messages and events hold the same projections, in whatever order these came.
@Suite struct PermutationTests {
    /// Exports that overlap, with late parents, an edit, a changed status, unknown authors and a cycle.
    static let exports: [(messages: [ExportedMessage], observed: Int64, calm: ImportRequest.InboxFrom)] = [
        (
            [post("1"), post("2", by: "Jonas", minute: 5, parent: "1"), post("7", minute: 90, parent: "6")], 100,
            .recent
        ),
        ([post("2", by: "Jonas", minute: 5, parent: "1"), post("3", by: "Team", minute: 6, parent: "2")], 200, .all),
        ([post("6", by: "Team", minute: 80), post("8", by: "Ayşe", minute: 95, parent: "6")], 150, .recent),
        (
            [post("1", "Hallo, bearbeitet", editedAt: 5), post("4", minute: 7, parent: "3", status: .pending)], 300,
            .recent
        ),
        ([post("4", minute: 7, parent: "3", status: .published, likes: 4), post("5", minute: -90_000)], 400, .recent),
        (
            [post("a", minute: 1, parent: "c"), post("b", minute: 2, parent: "a"), post("c", minute: 3, parent: "b")],
            50, .all
        ),
        (
            [
                post("10", minute: 0, channel: "chat", grouping: .byTime),
                post("12", minute: 50, channel: "chat", grouping: .byTime),
            ], 10, .all
        ),
        (
            [
                post("11", minute: 25, channel: "chat", grouping: .byTime),
                post("13", by: "Team", minute: 51, channel: "chat", grouping: .byTime),
            ], 20, .all
        ),
    ]

    /// What moderators on two devices did, in the log of a store that saw all of it.
    static func recordedEvents() throws -> [Event] {
        let temporary = try TemporaryStore()
        for export in exports {
            try temporary.importing(export.messages, observedAt: .noon.minutes(export.observed), from: export.calm)
        }
        let store = temporary.store
        let jan = try temporary.reopened(actor: "jan")
        try store.setTeam(account("Team"), isTeam: true, now: .noon.minutes(500))
        _ = try store.perform(.resolve(.answered, reason: "ok"), on: [digest("1")], now: .noon.minutes(501))
        // A device whose clock is behind: its events order by the hybrid clock all the same.
        _ = try jan.perform(.snooze(until: .noon.minutes(900)), on: [digest("1")], now: .noon.minutes(400))
        _ = try jan.perform(.label("lieferung", isOn: true), on: [digest("7"), digest("8")], now: .noon.minutes(502))
        _ = try store.perform(.prioritize(.high), on: [digest("8")], now: .noon.minutes(503))
        _ = try store.undo(now: .noon.minutes(504)).get()
        _ = try store.redo(now: .noon.minutes(505)).get()
        _ = try store.undo(now: .noon.minutes(506)).get()
        _ = try store.perform(
            .send(ReplyAct(message: digest("4"), text: "Danke", notBefore: .noon)), on: [digest("4")],
            now: .noon.minutes(6))
        return try store.log(limit: 10_000).filter { $0.kind != .calm }.map {
            var event = $0
            event.isOn = true
            return event
        }
    }

    enum Step {
        case export(Int)
        case event(Event)
    }

    static func content(of steps: [Step]) throws -> Digest {
        let temporary = try TemporaryStore(synchronous: .normal)
        for step in steps {
            switch step {
            case .export(let index):
                let export = exports[index]
                try temporary.importing(export.messages, observedAt: .noon.minutes(export.observed), from: export.calm)
            case .event(let event):
                try temporary.store.receive([event])
            }
        }
        let rebuilt = try temporary.store.rebuild(keep: false, stretch: 2)
        #expect(rebuilt.before == rebuilt.after)
        return try temporary.store.contentDigest()
    }

    @Test func `two hundred random orders of imports and events give equal projections`() throws {
        let events = try Self.recordedEvents()
        let steps = Self.exports.indices.map(Step.export) + events.reversed().map(Step.event)
        let expected = try Self.content(of: steps)
        var generator = SplitMix64(seed: 7)
        for round in 0..<200 {
            let order = steps.shuffled(using: &generator)
            let found = try Self.content(of: order)
            try #require(found == expected, "round \(round)")
        }
    }
}
