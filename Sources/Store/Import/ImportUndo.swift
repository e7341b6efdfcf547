import Conversations
import Foundation
import GRDB

extension Store {
    /// The imports, newest first. Counting their messages may take long and can be interrupted.
    package func batches(limit: Int = 50) throws(StoreError) -> [ImportedBatch] {
        try scan { database in
            try ImportedBatch.fetch(database, where: "true ORDER BY id DESC LIMIT \(limit)")
        }
    }

    /// Takes back what only one import brought. Conversations on which anybody acted stay whole, and so do messages
    /// that another import saw as well. What the import told of known messages (names, later wordings, likes) stays:
    /// which import told it is not kept.
    /// - Throws: `StoreError.noSuchImport`, and `.importRunning` while another import runs.
    package func undoImport(_ number: Int64, now: Moment) throws(StoreError) -> ImportUndone {
        let lock = try StoreLock.forImport(path)
        defer { withExtendedLifetime(lock) {} }
        let undone: ImportUndone? = try write { database in
            guard let batch = try ImportedBatch.fetch(database, where: "id = \(number)").first else { return nil }
            let undo = ImportUndo(database: database, number: number)
            let counts = try undo.run()
            try undo.log(EventLog(database: database, device: device, actor: options.actor, now: now))
            try undo.forgetEmptyBatch()
            return ImportUndone(batch: batch, removed: counts.removed, kept: counts.kept)
        }
        guard let undone else { throw .noSuchImport(number) }
        return undone
    }
}

extension ImportedBatch {
    fileprivate static func fetch(_ database: Database, where condition: String) throws -> [ImportedBatch] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, path, format, imported_at,
                    (SELECT count(DISTINCT message) FROM provenance WHERE provenance.batch = batch.id)
                FROM batch WHERE \(condition)
                """
        ).map { row in
            ImportedBatch(
                number: row[0], path: row[1], format: row[2], importedAt: Moment(milliseconds: row[3]), messages: row[4]
            )
        }
    }
}

/// Taking back one import, inside the transaction that does it.
private struct ImportUndo {
    let database: Database
    let number: Int64

    func run() throws -> (removed: Int, kept: Int) {
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try findMessages()
        let only = try count("only_here")
        let removed = try count("leaving")
        try SearchIndex(database).remove(from: "leaving")
        let placer = Placer(database)
        try placer.mark("SELECT conversation FROM placement WHERE message IN (SELECT message FROM seen_here)")
        try deletePersonal()
        try deleteMessages()
        try Projector(database).project(try placer.placeMarked())
        try deleteOrphans()
        return (removed, only - removed)
    }

    private func count(_ table: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }

    private func findMessages() throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.seen_here;
                DROP TABLE IF EXISTS temp.only_here;
                DROP TABLE IF EXISTS temp.leaving;
                CREATE TEMP TABLE seen_here (message INTEGER PRIMARY KEY);
                CREATE TEMP TABLE only_here (message INTEGER PRIMARY KEY);
                CREATE TEMP TABLE leaving (message INTEGER PRIMARY KEY, account INTEGER, thread INTEGER, channel INTEGER);
                """)
        try database.execute(
            sql: "INSERT OR IGNORE INTO seen_here SELECT message FROM provenance WHERE batch = ?", arguments: [number])
        try database.execute(
            sql: """
                INSERT INTO only_here SELECT message FROM seen_here WHERE NOT EXISTS (
                    SELECT 1 FROM provenance WHERE provenance.message = seen_here.message AND batch <> ?
                )
                """, arguments: [number])
        try database.execute(
            sql: """
                INSERT INTO leaving SELECT message.id, message.account, message.thread, message.channel FROM only_here
                JOIN message ON message.id = only_here.message
                JOIN placement ON placement.message = message.id
                WHERE placement.conversation NOT IN (SELECT conversation FROM event_place)
                AND placement.conversation NOT IN (SELECT conversation FROM reply)
                AND placement.conversation NOT IN (
                    SELECT kept.conversation FROM draft JOIN message AS drafted ON drafted.digest = draft.message
                    JOIN placement AS kept ON kept.message = drafted.id
                )
                """)
    }

    private func deleteMessages() throws {
        try database.execute(
            sql: """
                DELETE FROM placement WHERE message IN (SELECT message FROM leaving);
                DELETE FROM revision WHERE message IN (SELECT message FROM leaving);
                DELETE FROM provenance WHERE message IN (SELECT message FROM leaving);
                DELETE FROM message WHERE id IN (SELECT message FROM leaving);
                """)
        try database.execute(
            sql: """
                DELETE FROM provenance WHERE batch = ? AND message NOT IN (SELECT message FROM only_here)
                """, arguments: [number])
    }

    /// Also of messages that stay: whoever takes an import back wants its addresses gone.
    private func deletePersonal() throws {
        try database.execute(sql: "DELETE FROM personal WHERE batch = ?", arguments: [number])
    }

    /// Accounts, threads and channels of which nothing is left.
    private func deleteOrphans() throws {
        try database.execute(
            sql: """
                DELETE FROM account WHERE id IN (SELECT account FROM leaving)
                    AND NOT EXISTS (SELECT 1 FROM message WHERE message.account = account.id)
                    AND id NOT IN (
                        SELECT revision.account FROM message JOIN revision ON revision.message = message.id
                        WHERE message.is_disputed = 1 AND revision.account IS NOT NULL
                    )
                    AND digest NOT IN (SELECT subject FROM event);
                DELETE FROM thread WHERE id IN (SELECT thread FROM leaving)
                    AND id NOT IN (SELECT thread FROM message WHERE thread IS NOT NULL);
                DELETE FROM channel WHERE id IN (SELECT channel FROM leaving)
                    AND id NOT IN (SELECT channel FROM message) AND id NOT IN (SELECT channel FROM thread);
                """)
    }

    func log(_ log: EventLog) throws {
        guard
            let digest = try Digest.fetchOne(
                database, sql: "SELECT digest FROM batch WHERE id = ?", arguments: [number])
        else { return }
        _ = try log.append([
            EventLog.Entry(subject: digest, kind: .importUndone, field: "import", payload: EventPayload())
        ])
    }

    /// A batch of which messages stay is still where they come from.
    func forgetEmptyBatch() throws {
        try database.execute(
            sql: "DELETE FROM batch WHERE id = :number AND NOT EXISTS (SELECT 1 FROM provenance WHERE batch = :number)",
            arguments: ["number": number])
    }
}
