import CSQLite
import GRDB

/// The settings that the promises rest on, set after opening (GRDB changes some while it opens) and read
/// back before the connection is used.
enum StoreSettings {
    /// SQLite before 3.51.3 can lose commits when two processes write and checkpoint at the same time; the
    /// fix is in 3.50.7 and 3.44.6 as well (sqlite.org/wal.html#walresetbug).
    static var hasWALResetBug: Bool {
        let version = sqlite3_libversion_number()
        return
            !(version >= 3_051_003 || (3_050_007..<3_051_000).contains(version)
            || (3_044_006..<3_045_000).contains(version))
    }

    /// Whether SQLite counts the memory it allocates: nobody here reads that, and the lock for it takes a thirtieth
    /// of an import. Settled for the process when it is first asked; SQLite refuses when it is in use by then, and
    /// counts on.
    static let countsMemory = lotse_sqlite_stop_counting() != SQLITE_OK

    /// Bytes that the write-ahead log keeps when it begins anew.
    static let logSizeLimit = 16 << 20

    static func configuration(_ options: StoreOptions, label: String) -> Configuration {
        var configuration = Configuration()
        configuration.label = label
        configuration.busyMode = .timeout(Double(options.busyTimeout) / 1000)
        configuration.readonly = options.readOnly
        return configuration
    }

    /// Applies to a connection that writes.
    static func applyToWriter(_ database: Database, options: StoreOptions) throws {
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = \(options.synchronous.rawValue)")
        try applyToAll(database)
        // What a large import made of the log is given back when the log begins anew.
        try database.execute(sql: "PRAGMA journal_size_limit = \(logSizeLimit)")
        if hasWALResetBug {
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            try setFlag(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, "no checkpoint on close")
        }
        try expect(database, "journal_mode", "wal")
        try expect(database, "synchronous", options.synchronous == .full ? "2" : "1")
    }

    /// Applies to every connection.
    static func applyToAll(_ database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA foreign_keys = ON;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA mmap_size = 0;
                PRAGMA temp_store = FILE;
                """)
        try setFlag(database, SQLITE_DBCONFIG_DEFENSIVE, "defensive")
        try expect(database, "foreign_keys", "1")
        try expect(database, "trusted_schema", "0")
        try expect(database, "cell_size_check", "1")
    }

    private static func setFlag(_ database: Database, _ flag: Int32, _ name: String) throws {
        guard let connection = database.sqliteConnection,
            lotse_sqlite_set_flag(connection, flag, 1) == SQLITE_OK
        else {
            throw StoreError.settingRefused(name: name, wanted: "on", got: "off")
        }
    }

    private static func expect(_ database: Database, _ pragma: String, _ wanted: String) throws {
        let got = try String.fetchOne(database, sql: "PRAGMA \(pragma)") ?? "nothing"
        guard got == wanted else {
            throw StoreError.settingRefused(name: pragma, wanted: wanted, got: got)
        }
    }
}
