import CSQLite
import GRDB

/// Ends the statements of a connection while `isAsked` says so: what runs throws `SQLITE_INTERRUPT`, and its
/// transaction is rolled back (sqlite.org/c3ref/progress_handler.html).
final class StatementStop {
    private let isAsked: @Sendable () -> Bool

    /// Steps of SQLite's machine from one question to the next: far less than a millisecond.
    private static let steps: Int32 = 20_000

    init(_ isAsked: @escaping @Sendable () -> Bool) {
        self.isAsked = isAsked
    }

    /// Runs `body`, whose statements can be ended.
    func watch<Value>(_ database: Database, _ body: () throws -> Value) rethrows -> Value {
        let connection = database.sqliteConnection
        sqlite3_progress_handler(
            connection, Self.steps,
            { context in
                guard let context else { return 0 }
                return Unmanaged<StatementStop>.fromOpaque(context).takeUnretainedValue().isAsked() ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        return try withExtendedLifetime(self) { try body() }
    }
}
