import GRDB

/// Keeps the full-text index equal to the current revisions.
struct SearchIndex {
    let database: Database

    init(_ database: Database) {
        self.database = database
    }

    /// From so many new messages on the index gathers more in memory before it writes: fewer small segments have
    /// to be merged, which is a third of the time.
    private static let bulkCount: Int64 = 10_000
    /// Bytes that FTS5 gathers; the first is its default (sqlite.org/src, fts5Int.h).
    private static let usualBuffer = 1 << 20
    private static let bulkBuffer = 8 << 20

    /// Indexes new messages, and those that were known and read differently now (`temp.known`).
    func update(newAbove: Int64, _ rows: StagedRows) throws {
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
        let isBulk = try Watermark(database).message - newAbove >= Self.bulkCount
        if isBulk { try gather(Self.bulkBuffer) }
        try database.execute(sql: "INSERT INTO search (rowid, text, author) \(newTexts(newAbove, rows))")
        if isBulk { try gather(Self.usualBuffer) }
    }

    /// SQL for the texts of new messages, in the order of their rows. Those that came once read as they were staged,
    /// which spares a look at three tables for each.
    private func newTexts(_ newAbove: Int64, _ rows: StagedRows) -> String {
        switch rows {
        case .new:
            """
            SELECT \(rows.message), \(Schema.fold("staged.text")), \(Schema.fold("staged.author"))
            FROM staged ORDER BY staged.id
            """
        case .mixed: "SELECT id, text, author FROM searchable WHERE id > \(newAbove)"
        }
    }

    /// Kept in the index's configuration, so it has to be set back.
    private func gather(_ bytes: Int) throws {
        try database.execute(sql: "INSERT INTO search (search, rank) VALUES ('hashsize', ?)", arguments: [bytes])
    }

    /// Takes messages out that are about to be deleted. - Parameter table: a temporary one with their rows.
    func remove(from table: String) throws {
        try database.execute(
            sql: """
                INSERT INTO search (search, rowid, text, author)
                SELECT 'delete', id, text, author FROM searchable WHERE id IN (SELECT message FROM \(table))
                """)
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
