import Conversations
import Foundation
import GRDB

/// Publishes a staged export in one transaction: merges rows, places messages in conversations, brings
/// the search index and the projections up to date.
struct Publisher {
    let database: Database
    let batch: Int64
    let observedAt: Moment

    struct Counts {
        var imported = 0
        var revised = 0
        var duplicate = 0
        var conversations = 0
        var calm = 0
        var cutCycles = 0
    }

    func publish(staged: Int) throws -> Counts {
        let before = try Watermark(database)
        try placeLeadingUnknowns()
        try noteKnown(before)
        try mergeRows()
        try database.execute(sql: MergeStatements.messages, arguments: ["observed": observedAt.milliseconds])
        let rows = try resolve(before, staged: staged)
        try database.execute(sql: MergeStatements.revisions(rows), arguments: ["observed": observedAt.milliseconds])
        try database.execute(sql: MergeStatements.settleDisputes)
        try database.execute(sql: MergeStatements.provenance(rows), arguments: ["batch": batch])
        try database.execute(sql: MergeStatements.personal(rows), arguments: ["batch": batch])
        try Teams(database).flagNewAccounts()
        try Persons(database).linkNewAccounts()
        let after = try Watermark(database)
        let cutCycles = try project(rows, before: before, after: after)
        var counts = try counts(before: before, after: after, staged: staged)
        counts.cutCycles = cutCycles
        return counts
    }

    /// - Returns: circles of answers that were cut.
    private func project(_ rows: StagedRows, before: Watermark, after: Watermark) throws -> Int {
        // Events may name a conversation before it has its row. Not asked for earlier: it makes the merge slower.
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let placer = Placer(database, newRevision: rows.currentRevision)
        let projector = Projector(database)
        let cutCycles = try projector.placeAndProject(newAbove: before.message, upTo: after.message, placer: placer)
        try projector.project(try placer.placeKnown())
        try SearchIndex(database).update(newAbove: before.message, rows)
        return cutCycles
    }

    private func mergeRows() throws {
        for (table, statement) in [
            ("channel", MergeStatements.channels), ("thread", MergeStatements.threads),
            ("account", MergeStatements.accounts),
        ] {
            try database.execute(sql: statement, arguments: ["observed": observedAt.milliseconds])
            try database.execute(sql: MergeStatements.targets(table))
        }
    }

    /// Messages without a time before the first one with a time stand directly before that.
    private func placeLeadingUnknowns() throws {
        try database.execute(
            sql: """
                UPDATE staged SET sort_time = coalesce(
                    (SELECT time FROM staged WHERE time IS NOT NULL ORDER BY id LIMIT 1), ?
                ) WHERE time IS NULL AND id < coalesce(
                    (SELECT min(id) FROM staged WHERE time IS NOT NULL), 9223372036854775807)
                """, arguments: [observedAt.milliseconds])
    }

    /// What the store held of the staged messages before the merge: what changes has to be placed and
    /// indexed anew.
    private func noteKnown(_ before: Watermark) throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.known;
                CREATE TEMP TABLE known (
                    message INTEGER PRIMARY KEY, parent BLOB, account INTEGER, channel INTEGER NOT NULL,
                    sort_time INTEGER NOT NULL, sequence INTEGER NOT NULL, author TEXT NOT NULL,
                    revision INTEGER NOT NULL, text TEXT NOT NULL
                );
                DROP TABLE IF EXISTS temp.known_account;
                CREATE TEMP TABLE known_account (account INTEGER PRIMARY KEY, is_bot INTEGER NOT NULL);
                DROP TABLE IF EXISTS temp.known_channel;
                CREATE TEMP TABLE known_channel (channel INTEGER PRIMARY KEY, grouping TEXT NOT NULL);
                """)
        guard before.message > 0 else { return }
        try database.execute(
            sql: """
                INSERT INTO known_account SELECT account.id, account.is_bot FROM staged_account
                    JOIN account ON account.digest = staged_account.digest;
                INSERT INTO known_channel SELECT channel.id, channel.grouping FROM staged_channel
                    JOIN channel ON channel.digest = staged_channel.digest;
                """)
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO known
                SELECT message.id, message.parent, message.account, message.channel, message.sort_time,
                    message.sequence, message.author, placement.revision, revision.text FROM staged
                JOIN message ON message.digest = staged.digest
                JOIN placement ON placement.message = message.id
                JOIN revision ON revision.id = placement.revision
                """)
    }

    /// Finds the row of each staged message. Where none was known and none came twice, rows were given in the
    /// order of staging and need not be looked up.
    private func resolve(_ before: Watermark, staged: Int) throws -> StagedRows {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.resolved;
                CREATE TEMP TABLE resolved (id INTEGER PRIMARY KEY, message INTEGER NOT NULL);
                """)
        if try Watermark(database).message - before.message == staged {
            try database.execute(
                sql: "INSERT INTO resolved SELECT id - :before, id FROM message WHERE id > :before ORDER BY id",
                arguments: ["before": before.message])
            return .new(after: before)
        }
        try database.execute(
            sql: """
                INSERT INTO resolved SELECT staged.id, message.id FROM staged
                JOIN message ON message.digest = staged.digest ORDER BY staged.id
                """)
        return .mixed
    }

    private func counts(before: Watermark, after: Watermark, staged: Int) throws -> Counts {
        var counts = Counts()
        counts.imported = Int(after.message - before.message)
        counts.revised = Int(after.revision - before.revision) - counts.imported
        counts.duplicate = staged - counts.imported - counts.revised
        let conversations = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), coalesce(sum(state = 'resolved' AND reason = ?), 0) FROM conversation
                WHERE id IN (
                    SELECT placement.conversation FROM resolved
                    JOIN placement ON placement.message = resolved.message
                )
                """, arguments: [ConversationFold.calmReason])
        counts.conversations = conversations?[0] ?? 0
        counts.calm = conversations?[1] ?? 0
        return counts
    }
}

/// The highest rows at a time; what is above them came later. Rows are never deleted from these tables
/// while an import runs.
struct Watermark {
    let message: Int64
    let revision: Int64

    init(_ database: Database) throws {
        message = try Int64.fetchOne(database, sql: "SELECT max(id) FROM message") ?? 0
        revision = try Int64.fetchOne(database, sql: "SELECT max(id) FROM revision") ?? 0
    }
}
