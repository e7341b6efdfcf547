import Conversations
import Foundation
import Store
import TestSupport
import Testing

@testable import Runtime

@Suite struct OutboxLockTests {
    @Test func `of two who carry the outbox away at once only one carries each reply`() async throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1", by: "Mia"), post("2", by: "Jonas", minute: 1)])
        for id in ["1", "2"] {
            let reply = ReplyAct(message: digest(id), text: "Antwort \(id)", notBefore: .noon)
            _ = try temporary.store.perform(.send(reply), on: [digest(id)], now: .noon)
        }
        let path = temporary.store.path
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for moderator in 0..<4 {
                group.addTask {
                    let store = try Store.open(
                        path, options: StoreOptions(actor: Actor(name: "m\(moderator)", osUser: "t")))
                    let export = OutboxExport(store: store, format: .jsonl, now: .noon.minutes(1))
                    let outcome = try export.run(to: .file(path + ".out\(moderator)"), marking: true)
                    return outcome.written.count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(written == 2)
        #expect(try temporary.store.outbox([.exported]).count == 2)
    }
}
