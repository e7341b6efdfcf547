import GRDB

/// Keeps the full-text index equal to the current revisions.
struct SearchIndex {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// Indexes new messages, and those that were known and read differently now (`temp.known`).
    func update(newAbove: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO search (search, rowid, text, author)
                SELECT 'delete', known.message, \(Schema.fold("known.text")), \(Schema.fold("known.author"))
                FROM known WHERE \(SearchIndex.reads)
                """)
        try database.execute(
            sql: """
                INSERT INTO search (rowid, text, author)
                SELECT id, text, author FROM searchable
                WHERE id IN (SELECT message FROM known WHERE \(SearchIndex.reads))
                """)
        try database.execute(
            sql: "INSERT INTO search (rowid, text, author) SELECT id, text, author FROM searchable WHERE id > ?",
            arguments: [newAbove])
    }

    func rebuild() throws {
        try database.execute(sql: "INSERT INTO search (search) VALUES ('rebuild')")
    }

    /// Condition: a known message's text or author differs from what was indexed.
    private static let reads = """
        EXISTS (
            SELECT 1 FROM placement JOIN message ON message.id = placement.message
            WHERE placement.message = known.message
            AND (placement.revision <> known.revision OR message.author <> known.author)
        )
        """
}
