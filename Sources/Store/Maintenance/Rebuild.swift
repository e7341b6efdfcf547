import Conversations
import GRDB

extension Store {
    /// Makes all projections anew from messages and events, and compares.
    /// - Parameter keep: whether the new ones stay; otherwise the store is left as it is.
    /// - Returns: digests before and after; equal when the projections were true.
    package func rebuild(keep: Bool) throws(StoreError) -> (before: Digest, after: Digest) {
        try rebuild(keep: keep, stretch: Placer.stretch)
    }

    /// - Parameter stretch: messages placed at a time; the result is the same for each.
    func rebuild(keep: Bool, stretch: Int64) throws(StoreError) -> (before: Digest, after: Digest) {
        try mapped {
            var digests: (before: Digest, after: Digest)?
            try writer.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    let before = try ContentDigest.compute(database, withLog: true)
                    try replay(database, stretch: stretch)
                    digests = (before, try ContentDigest.compute(database, withLog: true))
                    return keep ? .commit : .rollback
                }
            }
            guard let digests else { throw StoreError.sqlite(code: 0, message: "no result") }
            return digests
        }
    }

    private func replay(_ database: Database, stretch: Int64) throws {
        try database.execute(
            sql: """
                PRAGMA defer_foreign_keys = ON;
                DELETE FROM reply; DELETE FROM event_place; DELETE FROM placement; DELETE FROM conversation;
                UPDATE event SET is_on = 1;
                """)
        try EventSwitches.applyAll(database)
        try Teams(database).flagAll()
        try Persons(database).rebuild()
        try Projector(database).placeAndProject(
            newAbove: 0, upTo: try Watermark(database).message, placer: Placer(database), stretch: stretch)
        try SearchIndex(database).rebuild()
    }

    /// What SQLite finds wrong in the file; empty: nothing.
    package func integrityProblems() throws(StoreError) -> [String] {
        try mapped {
            try reader.inDatabase { database in
                let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
                return found == ["ok"] ? [] : found
            }
        }
    }
}
