extension Schema {
    /// No foreign key of the account: checking it for each wording costs an import more than it is worth, and an
    /// account is only deleted where no wording names it (`ImportUndo`).
    static let wordingAuthors = """
        ALTER TABLE message ADD COLUMN is_disputed INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX message_disputed ON message (id) WHERE is_disputed = 1;
        ALTER TABLE revision ADD COLUMN account INTEGER;
        ALTER TABLE revision ADD COLUMN author TEXT NOT NULL DEFAULT '';
        UPDATE revision SET (account, author) =
            (SELECT account, author FROM message WHERE message.id = revision.message);
        """

    static let provenanceByEntry = """
        ALTER TABLE provenance RENAME TO provenance_before;
        CREATE TABLE provenance (
            message INTEGER NOT NULL REFERENCES message,
            batch INTEGER NOT NULL REFERENCES batch,
            byte_offset INTEGER NOT NULL,
            number INTEGER NOT NULL,
            entry TEXT NOT NULL,
            unit TEXT NOT NULL,
            path TEXT NOT NULL,
            PRIMARY KEY (message, batch, byte_offset, number, entry)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO provenance (message, batch, byte_offset, number, entry, unit, path)
            SELECT message, batch, byte_offset, number, entry, unit, path FROM provenance_before;
        DROP TABLE provenance_before;
        """
}
