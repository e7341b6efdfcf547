import Conversations
import Exports
import TestSupport
import Testing

@testable import Store

/// Chats that are grouped by time, in whatever pieces they come.
@Suite struct ChatPlacementTests {
    private func line(_ id: Int, minute: Int64, by author: String = "Mia", parent: Int? = nil) -> ExportedMessage {
        post(
            "\(id)", by: author, "Zeile \(id)", minute: minute, parent: parent.map(String.init), channel: "chat",
            grouping: .byTime)
    }

    @Test func `a new day of a chat moves nothing of the days before`() throws {
        let temporary = try TemporaryStore()
        for day in 0..<5 {
            try temporary.importing((0..<3).map { line(day * 10 + $0, minute: Int64(day * 1440 + $0 * 50)) })
        }
        let touched = try temporary.store.write { database in
            try database.execute(
                sql: """
                    CREATE TEMP TABLE dirty (conversation INTEGER PRIMARY KEY);
                    INSERT INTO dirty SELECT conversation FROM placement ORDER BY message DESC LIMIT 1;
                    """)
            try ChatSpans(database).markNear()
            return try Int.fetchOne(database, sql: "SELECT count(*) FROM dirty")
        }
        #expect(touched == 1)
    }

    @Test func `a line between two conversations joins them`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([line(1, minute: 0), line(2, minute: 50), line(3, minute: 3000)])
        #expect(try temporary.inbox().count == 3)
        try temporary.importing([line(4, minute: 25)])
        #expect(try temporary.inbox().map(\.messageCount).sorted() == [1, 3])
    }

    /// Answers across pauses, announcements of the team, and surer times.
    private func chat(_ generator: inout SplitMix64) -> [ExportedMessage] {
        var minute: Int64 = 0
        return (1...40).map { id in
            minute += [1, 5, 29, 30, 31, 400].randomElement(using: &generator) ?? 1
            let answers = id > 2 && Int.random(in: 0..<6, using: &generator) == 0
            let parent = answers ? Int.random(in: 1..<id, using: &generator) : nil
            let author = ["Mia", "Jonas", "Team"].randomElement(using: &generator) ?? "Mia"
            return line(id, minute: minute, by: author, parent: parent)
        }
    }

    @Test func `pieces of a chat in any order give what the whole gives`() throws {
        var generator = SplitMix64(seed: 23)
        for round in 0..<20 {
            let messages = chat(&generator)
            let whole = try TemporaryStore(synchronous: .normal)
            try whole.importing(messages)
            try whole.store.setTeam(account("Team", channel: "chat"), isTeam: true, now: .noon)
            let pieces = try TemporaryStore(synchronous: .normal)
            try pieces.importing([line(99, minute: -90_000, by: "Team")])
            try pieces.store.setTeam(account("Team", channel: "chat"), isTeam: true, now: .noon)
            try whole.importing([line(99, minute: -90_000, by: "Team")])
            var rest = messages.shuffled(using: &generator)
            while !rest.isEmpty {
                let count = min(rest.count, Int.random(in: 1...9, using: &generator))
                try pieces.importing(Array(rest.prefix(count)))
                rest.removeFirst(count)
            }
            try #require(try pieces.store.contentDigest() == whole.store.contentDigest(), "round \(round)")
            let rebuilt = try pieces.store.rebuild(keep: false)
            try #require(rebuilt.before == rebuilt.after, "round \(round)")
        }
    }
}
