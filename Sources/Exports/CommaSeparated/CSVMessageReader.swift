/// Makes messages of rows.
struct CSVMessageReader {
    private let columnCount: Int
    private let roles: [(role: Role, column: Int)]
    private let messages: GenericMessages
    private var values = RoleValues()

    /// Throws `ExportError.mapping` where the options name an order of dates that there is not.
    init(guess: MappingGuess, options: ExportOptions) throws(ExportError) {
        columnCount = guess.columns.count
        roles = guess.columnOfRole.map { (role: $0.key, column: $0.value) }.sorted { $0.column < $1.column }
        messages = try GenericMessages(options: options)
    }

    /// A row with another number of cells than the header is passed over: which cell is which is unknown.
    mutating func read(_ row: CSVRow, yield: (ExportEvent) throws -> Void) throws {
        guard row.count == columnCount else {
            return try yield(.skipped(row.place, reason: "\(row.count) columns, header has \(columnCount)"))
        }
        var repairs: Repairs = []
        values.removeAll()
        for (role, column) in roles { values[role] = row.cell(column, repairs: &repairs) }
        values.attachments = values.filled(.attachments).map(writtenNames) ?? []
        let message = messages.message(values, at: row.place, isBlank: row.isBlank, repairs: &repairs)
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(row.place, reason: repairs.description)) }
    }
}
