import CSQLite

/// Another program that writes to a store and does not let go.
package final class ForeignLock {
    package enum Failure: Error {
        case sqlite(Int32)
    }

    private var database: OpaquePointer?

    package init(_ path: String) throws {
        var result = sqlite3_open(path, &database)
        if result == SQLITE_OK { result = sqlite3_exec(database, "BEGIN IMMEDIATE", nil, nil, nil) }
        guard result == SQLITE_OK else { throw Failure.sqlite(result) }
    }

    package func release() {
        sqlite3_exec(database, "ROLLBACK", nil, nil, nil)
        sqlite3_close(database)
        database = nil
    }

    deinit {
        sqlite3_close(database)
    }
}
