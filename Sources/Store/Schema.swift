import GRDB

/// The tables, by version. A migration is never changed once it has landed; a new one is added.
enum Schema {
    /// "lots", in the header of the file.
    static let applicationID = 0x6C6F_7473
    /// The number of migrations; in the header as user version.
    static let version = 9

    /// From 5 on foreign keys are checked where rows are written: to look at all of them takes long in a large store.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: primaryTables)
            try database.execute(sql: projectionTables)
            try database.execute(sql: search)
            try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
        }
        // Which file of a folder or archive a message stands in.
        migrator.registerMigration("2") { database in
            try database.execute(sql: "ALTER TABLE provenance ADD COLUMN entry TEXT NOT NULL DEFAULT ''")
            try database.execute(sql: "PRAGMA user_version = 2")
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: queryIndexes)
            try database.execute(sql: "PRAGMA user_version = 3")
        }
        // Personal data that triage does not need: there only where an import was told to keep it.
        migrator.registerMigration("4") { database in
            try database.execute(sql: personal)
            try database.execute(sql: "PRAGMA user_version = 4")
        }
        // Whose each wording is: two senders may claim one id. And two files of one archive may have a message at
        // the same place.
        migrator.registerMigration("5", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: wordingAuthors)
            try database.execute(sql: provenanceByEntry)
            try database.execute(sql: "PRAGMA user_version = 5")
        }
        migrator.registerMigration("6", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: sessions)
            try database.execute(sql: "PRAGMA user_version = 6")
        }
        // When what is resolved was resolved, for those that were before this version too.
        migrator.registerMigration("7", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: resolving)
            try database.execute(sql: "PRAGMA user_version = 7")
        }
        migrator.registerMigration("8", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: report)
            try database.execute(sql: "PRAGMA user_version = 8")
        }
        // Which accounts are one human, and what they are to us.
        migrator.registerMigration("9", foreignKeyChecks: .immediate) { database in
            try database.execute(sql: persons)
            try database.execute(sql: "PRAGMA user_version = 9")
        }
        return migrator
    }

    /// Full text over the current revisions. ß and ẞ are folded to ss here because unicode61 keeps them;
    /// kept up to date by explicit statements, since trusted_schema=OFF forbids triggers into FTS5.
    static let search = """
        CREATE VIEW searchable (id, text, author) AS
            SELECT placement.message, \(fold("revision.text")), \(fold("message.author"))
            FROM placement
            JOIN revision ON revision.id = placement.revision
            JOIN message ON message.id = placement.message;
        CREATE VIRTUAL TABLE search USING fts5 (
            text, author,
            content = 'searchable', content_rowid = 'id',
            tokenize = "unicode61 remove_diacritics 2"
        );
        """

    /// Neither searched nor part of a key or of the content's digest; it goes with the import that brought it.
    static let personal = """
        CREATE TABLE personal (
            message INTEGER NOT NULL REFERENCES message,
            batch INTEGER NOT NULL REFERENCES batch,
            kind TEXT NOT NULL CHECK (kind IN ('email', 'ip', 'phone')),
            value TEXT NOT NULL,
            PRIMARY KEY (message, batch, kind, value)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX personal_batch ON personal (batch);
        """

    /// What queries walk along. Most hold only the few rows that somebody acted on, so that an import pays for two.
    static let queryIndexes = """
        CREATE INDEX conversation_longest ON conversation (waiting_since, root)
            WHERE is_todo = 1 AND waiting_since IS NOT NULL;
        CREATE INDEX conversation_channel ON conversation (channel, newest_time, newest_sequence, root);
        CREATE INDEX conversation_thread ON conversation (thread) WHERE thread IS NOT NULL;
        CREATE INDEX conversation_assignee ON conversation (assignee, newest_time, newest_sequence, root)
            WHERE assignee IS NOT NULL;
        CREATE INDEX conversation_labelled ON conversation (newest_time, newest_sequence, root) WHERE labels <> '';
        CREATE INDEX message_language ON message (language COLLATE NOCASE) WHERE language IS NOT NULL;
        CREATE INDEX message_attached ON message (id) WHERE attachments IS NOT NULL;
        CREATE INDEX message_rating ON message (rating) WHERE rating IS NOT NULL;
        CREATE INDEX account_handle ON account (handle COLLATE NOCASE);
        CREATE INDEX account_name ON account (name COLLATE NOCASE);
        CREATE INDEX event_judging ON event (kind, clock) WHERE kind = 'note' OR kind = 'decision';
        """

    /// As `fold` does it in SQL.
    static func folded(_ text: String) -> String {
        text.replacing("ß", with: "ss").replacing("ẞ", with: "SS")
    }

    static func fold(_ expression: String) -> String {
        "replace(replace(\(expression), 'ß', 'ss'), 'ẞ', 'SS')"
    }
}
