import CSQLite
import Conversations
import GRDB

/// A prepared statement for work on very many rows: arguments and columns go through SQLite's own calls, without
/// a value in between for each. Outside of imports GRDB's `Statement` is the better choice.
struct BulkStatement {
    /// Owns the handle.
    private let owner: Statement
    private let handle: SQLiteStatement

    /// Throws `DatabaseError` where the statement is wrong.
    init(_ database: Database, sql: String) throws {
        owner = try database.makeStatement(sql: sql)
        handle = owner.sqliteStatement
    }

    /// Binds a parameter, counted from 1; nil is NULL. Parameters keep their values from one run to the next.
    func bind(_ value: Int64?, at index: Int32) {
        if let value {
            sqlite3_bind_int64(handle, index, value)
        } else {
            sqlite3_bind_null(handle, index)
        }
    }

    func bind(_ value: Int?, at index: Int32) {
        bind(value.map(Int64.init), at: index)
    }

    func bind(_ value: Bool, at index: Int32) {
        sqlite3_bind_int(handle, index, value ? 1 : 0)
    }

    func bind(_ value: Digest?, at index: Int32) {
        guard let value else {
            sqlite3_bind_null(handle, index)
            return
        }
        var halves = (value.high.bigEndian, value.low.bigEndian)
        withUnsafeBytes(of: &halves) { bytes in
            _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
        }
    }

    func bind(_ value: String?, at index: Int32) {
        guard var value else {
            sqlite3_bind_null(handle, index)
            return
        }
        value.withUTF8 { bytes in
            // An empty buffer has no address, and no address would be NULL.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                sqlite3_bind_text(handle, index, "", 0, Self.copied)
                return
            }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
                _ = sqlite3_bind_text64(
                    handle, index, text, sqlite3_uint64(bytes.count), Self.copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    /// SQLITE_TRANSIENT: SQLite takes a copy before the call returns.
    private static var copied: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    /// Runs a statement that gives no rows. Throws `DatabaseError`.
    func run() throws {
        while try step() {}
    }

    /// Goes to the next row; false: there is none, and the statement can be run anew. Throws `DatabaseError`.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        default:
            let code = ResultCode(rawValue: sqlite3_extended_errcode(sqlite3_db_handle(handle)))
            let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
            sqlite3_reset(handle)
            throw DatabaseError(resultCode: code, message: message, sql: owner.sql)
        }
    }

    /// A column of the row that `step` went to, counted from 0.
    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    /// nil: NULL.
    func digest(_ column: Int32) -> Digest? {
        Digest(sqliteStatement: handle, index: column)
    }
}
