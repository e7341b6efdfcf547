/// Makes messages of rows, as a mapping has it.
struct MappedRowReader {
    private let columnCount: Int
    private let roles: [(role: Role, column: Int)]
    private var messages: MappedMessages
    /// Columns that the mapping names and the table does not have; nil: none.
    let note: String?

    /// Throws `ExportError.mapping` where the text's column is not there, or a role's column is there twice.
    init(_ mapping: FormatMapping, columns: [String], options: ExportOptions) throws(ExportError) {
        columnCount = columns.count
        messages = try MappedMessages(mapping, options: options)
        var roles: [(role: Role, column: Int)] = []
        var missing: [String] = []
        for (role, name) in mapping.roles.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let exact = columns.indices.filter { columns[$0] == name }
            let alike = columns.indices.filter { comparableHeader(columns[$0]) == comparableHeader(name) }
            let found = exact.isEmpty ? alike : exact
            guard found.count < 2 else {
                throw .mapping(reason: "the column '\(name)' is there more than once", columns: Self.listed(columns))
            }
            if let column = found.first { roles.append((role, column)) } else { missing.append(name) }
            if role == .text, found.isEmpty {
                throw .mapping(
                    reason: "there is no column '\(name)' for roles.text of '\(mapping.name)'",
                    columns: Self.listed(columns))
            }
        }
        self.roles = roles
        note = missing.isEmpty ? nil : "Columns that are not there: \(missing.joined(separator: ", "))."
    }

    mutating func read(_ row: CSVRow, yield: (ExportEvent) throws -> Void) throws {
        guard row.count == columnCount else {
            return try yield(.skipped(row.place, reason: "\(row.count) columns, header has \(columnCount)"))
        }
        var repairs: Repairs = []
        messages.begin()
        for (role, column) in roles { messages.set(role, row.cell(column, repairs: &repairs)) }
        guard let message = messages.message(at: row.place, repairs: &repairs) else { return }
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(row.place, reason: repairs.description)) }
    }

    private static func listed(_ columns: [String]) -> [String] { Array(columns.prefix(64)) }
}
