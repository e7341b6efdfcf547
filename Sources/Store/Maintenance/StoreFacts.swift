import CSQLite
import GRDB

/// What a doctor wants to know of a store and of the SQLite under it.
package struct StoreFacts: Equatable, Sendable {
    package var sqliteVersion: String
    /// Whether this SQLite has the WAL-reset bug, against which the store then checkpoints only under its own
    /// write lock.
    package var hasWALResetBug: Bool
    package var schemaVersion: Int
    /// Names and values of the settings that the promises rest on, read back.
    package var settings: [Setting]
    package var messages: Int
    package var conversations: Int
    package var events: Int

    package struct Setting: Equatable, Sendable {
        package var name: String
        package var value: String
    }
}

extension Store {
    package func facts() throws(StoreError) -> StoreFacts {
        let settings = try mapped {
            try writer.writeWithoutTransaction { database in
                try ["journal_mode", "synchronous", "wal_autocheckpoint"].map { try Store.setting(database, $0) }
            }
        }
        return try read { database in
            StoreFacts(
                sqliteVersion: String(cString: sqlite3_libversion()), hasWALResetBug: StoreSettings.hasWALResetBug,
                schemaVersion: Schema.version,
                settings: settings
                    + (try ["foreign_keys", "trusted_schema", "cell_size_check"].map {
                        try Store.setting(database, $0)
                    }),
                messages: try Store.count(database, "message"),
                conversations: try Store.count(database, "conversation"),
                events: try Store.count(database, "event"))
        }
    }

    private static func setting(_ database: Database, _ name: String) throws -> StoreFacts.Setting {
        StoreFacts.Setting(name: name, value: try String.fetchOne(database, sql: "PRAGMA \(name)") ?? "")
    }

    private static func count(_ database: Database, _ table: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
}
