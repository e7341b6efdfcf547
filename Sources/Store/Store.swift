import Conversations
import Foundation
import GRDB

/// The one local store: everything that the channels' exports hold and everything that the team did.
/// This file is how it is opened and closed; each folder beside it extends its surface.
package final class Store: Sendable {
    package let path: String
    package let options: StoreOptions
    /// Which copy of the store this is; part of every event.
    package let device: Digest
    /// Writes; one at a time.
    let writer: DatabaseQueue
    /// Reads by key and index, also while somebody writes.
    let reader: DatabaseQueue
    /// Reads that may take long (words, counts), so that the short ones never wait behind them.
    let scanner: DatabaseQueue
    /// Copies the log into the store while the writer holds the lock.
    let checkpointer: DatabaseQueue
    /// Tells drafts of two terminals of the same moderator apart.
    let session: String

    /// Opens the store at `path`, making it (0600, its folder 0700) where there is none.
    /// - Throws: `StoreError`.
    package static func open(_ path: String, options: StoreOptions) throws(StoreError) -> Store {
        _ = StoreSettings.countsMemory
        try StoreFile.prepare(path)
        try StoreFile.check(path)
        return try mapped { try Store(path: path, options: options) }
    }

    private init(path: String, options: StoreOptions) throws {
        self.path = path
        self.options = options
        session = UUID().uuidString
        writer = try DatabaseQueue(path: path, configuration: StoreSettings.configuration(options, label: "writer"))
        let setting = writer
        try Store.patiently {
            try setting.writeWithoutTransaction { database in
                try StoreSettings.applyToWriter(database, options: options)
                try Store.refuseNewer(database, path: path)
            }
        }
        // A store that is as it should be is opened without the write lock, which an import may hold for seconds.
        // Where another process is just making the store, the look itself may fail; migrating settles it.
        if (try? writer.inDatabase(Schema.migrator.hasCompletedMigrations)) != true {
            try Store.migrate(writer)
        }
        let known = try writer.inDatabase { try Device.known($0, path: path) }
        device = try known ?? writer.write { try Device.current($0, path: path) }
        var readOptions = options
        readOptions.readOnly = true
        reader = try Store.reading(path, readOptions, label: "reader")
        scanner = try Store.reading(path, readOptions, label: "scanner")
        checkpointer = try DatabaseQueue(
            path: path, configuration: StoreSettings.configuration(options, label: "checkpoint"))
        try checkpointer.writeWithoutTransaction { try StoreSettings.applyToWriter($0, options: options) }
    }

    /// Of two processes that turn the same new store to WAL at the same time, SQLite refuses one without waiting: it
    /// tries again for a second.
    private static func patiently(_ body: () throws -> Void) throws {
        for _ in 0..<50 {
            do {
                return try body()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                _ = poll(nil, 0, 20)
            }
        }
        try body()
    }

    /// Two processes may make the same store at the same time: the migrator looks what is missing before it takes
    /// the write lock, so one may try what the other has just done. Looking again settles it, migration by migration.
    private static func migrate(_ writer: DatabaseQueue) throws {
        for _ in 0..<Schema.version {
            if (try? Schema.migrator.migrate(writer)) != nil { return }
        }
        try Schema.migrator.migrate(writer)
    }

    private static func reading(_ path: String, _ options: StoreOptions, label: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: path, configuration: StoreSettings.configuration(options, label: label))
        try queue.inDatabase { database in
            try StoreSettings.applyToAll(database)
            database.add(function: QueryFunctions.folding)
        }
        return queue
    }

    private static func refuseNewer(_ database: Database, path: String) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard version <= Schema.version else {
            throw StoreError.newerStore(path: path, store: version, program: Schema.version)
        }
    }

    /// Reads in one consistent state.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try mapped { try reader.read(body) }
    }

    /// Reads what may take long, in one consistent state; `interruptReads` ends it.
    func scan<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try mapped { try scanner.read(body) }
    }

    /// Writes in one immediate transaction.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try mapped {
            var result: Value?
            try writer.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
            }
            guard let result else { throw StoreError.sqlite(code: 0, message: "no result") }
            return result
        }
    }

    /// Ends a long read of another thread, so that the next one can begin.
    package func interruptReads() {
        scanner.interrupt()
    }

    /// A number that changes when anybody has written, this store's own acts included.
    package func dataVersion() throws(StoreError) -> Int {
        try mapped { try reader.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 } }
    }

    /// A number that changes when somebody else has written: another process, or an import beside the dashboard. It
    /// may change once more than that after a checkpoint.
    package func foreignVersion() throws(StoreError) -> Int {
        try mapped { try writer.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 } }
    }
}

/// Runs `body` and gives SQLite's errors as facts.
func mapped<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    do {
        return try body()
    } catch let error as StoreError {
        throw error
    } catch let error as DatabaseError {
        throw StoreError(error)
    } catch {
        throw .sqlite(code: 0, message: String(describing: error))
    }
}

extension StoreError {
    init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_INTERRUPT: self = .stopped
        case .SQLITE_NOTADB: self = .notAStore(path: "")
        default: self = .sqlite(code: error.extendedResultCode.rawValue, message: error.message ?? "")
        }
    }
}
