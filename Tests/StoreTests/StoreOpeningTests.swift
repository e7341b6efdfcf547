import CSQLite
import Conversations
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

@Suite struct StoreOpeningTests {
    @Test func `a store of the first version gains what later ones added and keeps its content`() throws {
        let temporary = try TemporaryStore()
        let path = temporary.folder + "/old.db"
        let old = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(old, upTo: "1")
        try old.write { try $0.execute(sql: "INSERT INTO meta (name, value) VALUES ('kept', x'01')") }
        try old.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let store = try Store.open(path, options: temporary.store.options)
        let found = try store.read { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA user_version"),
                try Int.fetchOne(database, sql: "SELECT count(entry) FROM provenance"),
                try Int.fetchOne(database, sql: "SELECT count(*) FROM meta WHERE name = 'kept'")
            )
        }
        #expect(found == (Schema.version, 0, 1))
    }

    @Test func `the settings that the promises rest on are in force`() throws {
        let store = try TemporaryStore()
        let settings = try store.store.writer.inDatabase { database in
            try ["journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size"]
                .map { try String.fetchOne(database, sql: "PRAGMA \($0)") ?? "" }
        }
        #expect(settings == ["wal", "2", "1", "0", "1", "0"])
        let defensive = store.store.writer.inDatabase {
            $0.sqliteConnection.map { lotse_sqlite_get_flag($0, SQLITE_DBCONFIG_DEFENSIVE) }
        }
        #expect(defensive == 1)
    }

    @Test func `the mitigation of the WAL reset bug is on where the library has it`() throws {
        let store = try TemporaryStore()
        let (automatic, closing) = try store.store.writer.inDatabase { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint"),
                database.sqliteConnection.map { lotse_sqlite_get_flag($0, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE) }
            )
        }
        #expect((automatic == 0) == StoreSettings.hasWALResetBug)
        #expect((closing == 1) == StoreSettings.hasWALResetBug)
    }

    @Test func `nobody else can read the store, whatever the umask`() throws {
        let before = umask(0)
        defer { umask(before) }
        let store = try TemporaryStore()
        try store.importing([post("1")])
        for file in try FileManager.default.contentsOfDirectory(atPath: store.folder) {
            let mode = try FileManager.default.attributesOfItem(atPath: store.folder + "/" + file)[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(file)")
        }
        let folder = try FileManager.default.attributesOfItem(atPath: store.folder)[.posixPermissions]
        #expect(folder as? Int == 0o700)
    }

    @Test func `a store of a newer lotse is refused and left as it is`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try temporary.store.checkpoint()
        let before = try Data(contentsOf: URL(fileURLWithPath: temporary.store.path))
        #expect(throws: StoreError.newerStore(path: temporary.store.path, store: 99, program: Schema.version)) {
            _ = try temporary.reopened()
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: temporary.store.path)) == before)
    }

    @Test func `a large log is given back when all of it is in the store`() throws {
        let temporary = try TemporaryStore()
        let log = temporary.store.path + "-wal"
        try temporary.store.write {
            try $0.execute(sql: "CREATE TABLE ballast (bytes BLOB)")
            try $0.execute(sql: "INSERT INTO ballast VALUES (zeroblob(24 << 20))")
        }
        let large = try #require(FileManager.default.attributesOfItem(atPath: log)[.size] as? Int)
        temporary.store.checkpointIfNeeded(above: 1)
        let small = try #require(FileManager.default.attributesOfItem(atPath: log)[.size] as? Int)
        #expect(large > 24 << 20)
        #expect(small <= StoreSettings.logSizeLimit)
        #expect(
            try temporary.reopened().read { try Int.fetchOne($0, sql: "SELECT length(bytes) FROM ballast") } == 24 << 20
        )
    }

    @Test func `a file that is no store is refused`() throws {
        let temporary = try TemporaryStore()
        let path = temporary.folder + "/other.db"
        try Data(
            "This is a diary, not a database, and it is long enough to hold a header of one hundred bytes. Dear diary."
                .utf8
        ).write(to: URL(fileURLWithPath: path))
        #expect(throws: StoreError.notAStore(path: path)) {
            _ = try Store.open(path, options: temporary.store.options)
        }
    }

    @Test func `a copied store takes a device of its own`() throws {
        let temporary = try TemporaryStore()
        try temporary.store.checkpoint()
        let copy = temporary.folder + "/copy.db"
        try FileManager.default.copyItem(atPath: temporary.store.path, toPath: copy)
        let opened = try Store.open(copy, options: temporary.store.options)
        #expect(opened.device != temporary.store.device)
        #expect(try temporary.reopened().device == temporary.store.device)
    }

    @Test func `a backup is complete and never overwrites`() throws {
        let temporary = try TemporaryStore()
        try temporary.importing([post("1"), post("2", minute: 1)])
        let file = temporary.folder + "/backup.db"
        try temporary.store.backup(to: file)
        let copy = try Store.open(file, options: temporary.store.options)
        #expect(try copy.contentDigest() == temporary.store.contentDigest())
        #expect(throws: StoreError.fileExists(path: file)) { try temporary.store.backup(to: file) }
    }
}
