import CSQLite

/// A stranger's database, open for reading in memory. Nothing in it runs: no views, no triggers, no functions that a
/// schema could call, no virtual tables but SQLite's own; and what one statement may cost is limited
/// (https://www.sqlite.org/security.html). A class, so that the last owner closes it.
final class SQLiteDatabase {
    /// Steps of SQLite's machine between two looks at the clock, and looks per MiB and at least.
    private static let stepsPerLook: Int32 = 10_000
    private static let looksPerMegabyte = 2_000
    private static let lookLimit = 2_000

    private let handle: OpaquePointer
    private let looks: UnsafeMutablePointer<Int>
    private let budget: Int

    /// Takes `memory`, which is SQLite's own, over. Throws `ExportError.malformed`.
    init(owning memory: UnsafeMutableRawPointer, size: Int64) throws(ExportError) {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_PRIVATECACHE
        guard sqlite3_open_v2(":memory:", &opened, flags, nil) == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            sqlite3_free(memory)
            throw .malformed(place: "the database", reason: "SQLite does not open a database in memory")
        }
        handle = opened
        looks = .allocate(capacity: 1)
        budget = Self.lookLimit + Self.looksPerMegabyte * Int(size >> 20)
        looks.initialize(to: budget)
        // SQLite frees the memory, also where this fails.
        let kept = UInt32(SQLITE_DESERIALIZE_READONLY) | UInt32(SQLITE_DESERIALIZE_FREEONCLOSE)
        try check(
            sqlite3_deserialize(opened, "main", memory.assumingMemoryBound(to: UInt8.self), size, size, kept))
        try harden()
        try requireSound()
    }

    deinit {
        sqlite3_close_v2(handle)
        looks.deallocate()
    }

    private func harden() throws(ExportError) {
        let flags = [
            (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
            (SQLITE_DBCONFIG_ENABLE_VIEW, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        ]
        for (flag, value) in flags { try check(lotse_sqlite_set_flag(handle, Int32(flag), Int32(value))) }
        let limits = [
            (SQLITE_LIMIT_LENGTH, 8 * 1024 * 1024), (SQLITE_LIMIT_SQL_LENGTH, 100_000), (SQLITE_LIMIT_COLUMN, 100),
            (SQLITE_LIMIT_EXPR_DEPTH, 20), (SQLITE_LIMIT_COMPOUND_SELECT, 3), (SQLITE_LIMIT_VDBE_OP, 25_000),
            (SQLITE_LIMIT_FUNCTION_ARG, 8), (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
            (SQLITE_LIMIT_WORKER_THREADS, 0),
        ]
        for (limit, value) in limits { sqlite3_limit(handle, Int32(limit), Int32(value)) }
        sqlite3_progress_handler(handle, Self.stepsPerLook, { spend($0) }, looks)
    }

    /// What a damaged page could do is found before anything is read.
    private func requireSound() throws(ExportError) {
        try eachStep("PRAGMA cell_size_check=ON") { _ in }
        var verdict = ""
        try eachStep("PRAGMA quick_check(1)") { row in
            var repairs: Repairs = []
            verdict = row.text(0, &repairs) ?? ""
        }
        guard verdict == "ok" else { throw .malformed(place: "the database", reason: String(verdict.prefix(200))) }
    }

    /// These must be ordinary tables. Throws `ExportError.malformed`.
    func requireTables(_ names: [String]) throws(ExportError) {
        var found: Set<String> = []
        try eachStep("SELECT name, sql FROM sqlite_schema WHERE type = 'table'") { row in
            var repairs: Repairs = []
            let sql = row.text(1, &repairs)?.lowercased() ?? ""
            if let name = row.text(0, &repairs), sql.hasPrefix("create table"), found.count < 1000 {
                found.insert(name)
            }
        }
        for name in names where !found.contains(name) {
            throw .malformed(place: "the database", reason: "there is no table '\(name)'")
        }
    }

    /// Hands each row of one statement to `take`, good until it returns. What `take` throws ends the reading.
    /// Throws `ExportError.malformed` where SQLite finds the database damaged, `.tooLarge` where it costs too much.
    func eachRow(_ sql: String, take: (SQLiteRow) throws -> Void) throws {
        var failure: (any Error)?
        try eachStep(sql) { row in
            guard failure == nil else { return }
            do {
                try take(row)
            } catch {
                failure = error
            }
        } until: {
            failure != nil
        }
        if let failure { throw failure }
    }

    private func eachStep(
        _ sql: String, take: (SQLiteRow) -> Void, until isEnough: () -> Bool = { false }
    ) throws(ExportError) {
        looks.pointee = budget
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        try check(sqlite3_prepare_v3(handle, sql, -1, 0, &statement, nil))
        guard let statement else { return }
        while !isEnough() {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: take(SQLiteRow(statement: statement))
            case SQLITE_DONE: return
            case let code: try check(code)
            }
        }
    }

    private func check(_ code: Int32) throws(ExportError) {
        guard code != SQLITE_OK else { return }
        if code == SQLITE_INTERRUPT { throw .tooLarge(what: "steps to read the database", limit: budget) }
        throw .malformed(place: "the database", reason: String(cString: sqlite3_errmsg(handle)))
    }
}

/// Called by SQLite now and then: not 0 ends the statement.
private func spend(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let looks = context?.assumingMemoryBound(to: Int.self) else { return 1 }
    looks.pointee -= 1
    return looks.pointee > 0 ? 0 : 1
}

/// The row on which a statement stands.
struct SQLiteRow {
    fileprivate let statement: OpaquePointer

    /// nil: NULL, or no whole number.
    func integer(_ column: Int32) -> Int64? {
        guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
        return sqlite3_column_int64(statement, column)
    }

    /// A text, or a number as SQLite writes it; nil: NULL or bytes.
    func text(_ column: Int32, _ repairs: inout Repairs) -> String? {
        let type = sqlite3_column_type(statement, column)
        guard type != SQLITE_NULL, type != SQLITE_BLOB, let start = sqlite3_column_text(statement, column) else {
            return nil
        }
        let count = Int(sqlite3_column_bytes(statement, column))
        return decodedText(UnsafeBufferPointer(start: start, count: count), repairs: &repairs)
    }
}
