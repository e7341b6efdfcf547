extension Schema {
    /// Who answers what at the moment, and drafts by session, so that two terminals of one moderator have two.
    static let sessions = """
        CREATE TABLE claim (
            session TEXT PRIMARY KEY NOT NULL,
            message BLOB NOT NULL CHECK (length(message) = 16),
            actor TEXT NOT NULL,
            os_user TEXT NOT NULL,
            process INTEGER NOT NULL,
            process_space TEXT NOT NULL,
            since INTEGER NOT NULL,
            until INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE draft_before AS SELECT * FROM draft;
        DROP TABLE draft;
        CREATE TABLE draft (
            message BLOB NOT NULL CHECK (length(message) = 16),
            actor TEXT NOT NULL,
            device BLOB NOT NULL CHECK (length(device) = 16),
            session TEXT NOT NULL,
            text TEXT NOT NULL,
            cursor INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (message, actor, session)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO draft (message, actor, device, session, text, cursor, saved_at)
            SELECT message, actor, device, session || hex(device), text, cursor, saved_at FROM draft_before;
        DROP TABLE draft_before;
        """
}
