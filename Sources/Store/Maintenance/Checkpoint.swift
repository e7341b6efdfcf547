import Foundation
import GRDB

extension Store {
    /// Above this many bytes the write-ahead log is copied into the store.
    static let checkpointSize = 4 << 20

    /// Copies the write-ahead log into the store when it has grown. Where SQLite has the WAL-reset bug,
    /// this happens only while this process holds the write lock, so that no commit can reset the log
    /// meanwhile; a busy store is left for another time. Reasoned from the published description of the
    /// bug (sqlite.org/wal.html#walresetbug), not an upstream recipe.
    package func checkpointIfNeeded(above size: Int = Store.checkpointSize) {
        guard StoreSettings.hasWALResetBug, logSize >= size else { return }
        try? checkpoint()
        if logSize > StoreSettings.logSizeLimit { try? beginLogAnew() }
    }

    private var logSize: Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? Int) ?? 0
    }

    /// - Throws: `StoreError.busy` when somebody else writes.
    package func checkpoint() throws(StoreError) {
        try mapped {
            try writer.writeWithoutTransaction { database in
                try database.execute(sql: "BEGIN IMMEDIATE")
                defer { try? database.execute(sql: "ROLLBACK") }
                try checkpointer.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
            }
        }
    }

    /// Where all of the log is in the store and nobody reads from it, the next commit begins it anew and gives back
    /// what a large import made of it; without one, whoever opens the store next reads all of that log first. So this
    /// commits nothing new. It holds the write lock as every commit does, so the bug above has no room here either.
    private func beginLogAnew() throws(StoreError) {
        try write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version)") }
    }
}
