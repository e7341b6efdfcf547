/// Which column of a generic export plays which role: guessed from the headers, corrected by the person who imports,
/// and shown to them before anything is taken over.
package struct MappingGuess: Equatable, Sendable {
    /// All columns, in the file's order.
    package private(set) var columns: [String]
    /// Index in `columns` of each role that has one.
    package private(set) var columnOfRole: [Role: Int]

    /// Corrections are `role: column`; an empty column takes the role away. Throws `ExportError.mapping` where a
    /// correction names a role or column that is not there, or a role's column is there twice.
    package init(columns: [String], corrections: [String: String]) throws(ExportError) {
        self.columns = columns
        columnOfRole = [:]
        let comparable = columns.map(comparableHeader)
        for role in Role.allCases {
            guard let header = role.headers.first(where: comparable.contains) else { continue }
            columnOfRole[role] = comparable.firstIndex(of: header)
        }
        // How dates are written is no column.
        for (name, column) in corrections.sorted(by: { $0.key < $1.key }) where name != "dates" {
            try correct(name, column)
        }
        try refuseRepeatedColumns(comparable)
    }

    /// The roles that have a column, for showing: `author` is `Verfasser`.
    package var pairs: [(role: Role, column: String)] {
        Role.allCases.compactMap { role in columnOfRole[role].map { (role, columns[$0]) } }
    }

    /// Throws `ExportError.mapping` unless there is a column with the words: without one it is no list of messages.
    func requireText() throws(ExportError) {
        guard columnOfRole[.text] == nil else { return }
        throw error("no column has the text; name it with --map text=COLUMN")
    }

    /// Gives a column that turned up later the role that its name means, if that is free.
    mutating func learn(_ column: String) -> Role? {
        let header = comparableHeader(column)
        guard let role = Role.allCases.first(where: { columnOfRole[$0] == nil && $0.headers.contains(header) }) else {
            return nil
        }
        columnOfRole[role] = columns.count
        columns.append(column)
        return role
    }

    private mutating func correct(_ name: String, _ column: String) throws(ExportError) {
        guard let role = Role(name: name) else {
            throw error("there is no role '\(name)'")
        }
        if column.isEmpty {
            columnOfRole[role] = nil
            return
        }
        let comparable = comparableHeader(column)
        let found = columns.firstIndex(of: column) ?? columns.firstIndex { comparableHeader($0) == comparable }
        guard let found else { throw error("there is no column '\(column)' for \(role.name)") }
        columnOfRole[role] = found
    }

    private func refuseRepeatedColumns(_ comparable: [String]) throws(ExportError) {
        for (role, index) in columnOfRole where comparable.filter({ $0 == comparable[index] }).count > 1 {
            throw error("the column for \(role.name) is there more than once")
        }
    }

    private func error(_ reason: String) -> ExportError { .mapping(reason: reason, columns: Array(columns.prefix(64))) }
}
