/// A table whose columns a platform has named: cells are asked for by the names of their columns, in the form of
/// `comparableHeader`. Names vary in case and blanks between versions of an export.
struct NamedTable {
    private(set) var rows: CSVRows
    private let columns: [String: Int]
    private let count: Int

    /// Reads the header. Throws `ExportError.malformed` where there is none.
    init(_ source: ByteSource, quoting: CSVRows.Quoting = .doubled) throws(ExportError) {
        let head = CSVHead(source.head)
        rows = CSVRows(source, delimiter: head?.delimiter ?? UInt8(ascii: ","), quoting: quoting)
        for _ in 0..<(head?.rowsBeforeHeader ?? 0) { _ = try rows.next() }
        guard try rows.next() == .row else { throw .malformed(place: "line 1", reason: "there is no header") }
        count = rows.row.count
        var repairs: Repairs = []
        var found: [String: Int] = [:]
        for index in 0..<count {
            let name = comparableHeader(rows.row.cell(index, repairs: &repairs))
            if found[name] == nil { found[name] = index }
        }
        columns = found
    }

    func has(_ name: String) -> Bool { columns[name] != nil }

    var place: ExportPlace { rows.row.place }

    /// Goes on to the next row that is filled and has the header's columns; false: there is none.
    mutating func next(yield: (ExportEvent) throws -> Void) throws -> Bool {
        while true {
            switch try rows.next() {
            case .end: return false
            case .oversized: try yield(.skipped(place, reason: "record larger than 4 MiB"))
            case .row where rows.row.isBlank: continue
            case .row where rows.row.count == count: return true
            case .row: try yield(.skipped(place, reason: "\(rows.row.count) columns, header has \(count)"))
            }
        }
    }

    /// The cell under the first of the names that has a column and is filled; nil: none is.
    func cell(_ names: String..., repairs: inout Repairs) -> String? {
        for name in names {
            guard let column = columns[name] else { continue }
            let cell = rows.row.cell(column, repairs: &repairs)
            if !cell.isEmpty { return cell }
        }
        return nil
    }

    /// The cell under the first column, by name, whose name has one of the words in it; nil: none, or it is empty.
    func cell(under words: String..., repairs: inout Repairs) -> String? {
        let name = columns.keys.filter { name in words.contains { name.contains($0) } }.min()
        return name.flatMap { cell($0, repairs: &repairs) }
    }

    /// Hands over a message and what was repaired in its row.
    func pass(_ message: ExportedMessage, _ repairs: Repairs, yield: (ExportEvent) throws -> Void) throws {
        try yield(.message(message))
        if !repairs.isEmpty { try yield(.repaired(place, reason: repairs.description)) }
    }
}

/// The names of a table's columns in the form of `comparableHeader`, for detection; empty: this is no table.
func tableColumns(_ head: ArraySlice<UInt8>) -> [String] {
    guard let first = head.first, first != UInt8(ascii: "{"), first != UInt8(ascii: "<"), !looksBinary(head),
        let table = CSVHead(head.prefix(8192))
    else { return [] }
    return table.columns.map(comparableHeader)
}

/// A count or a rating of a cell; nil: none, or none that fits.
func cellCount(_ cell: String?) -> Int? { cell.flatMap(writtenCount) }

/// A time of a cell; unknown, and a repair, where there is one that is no time. `zone`: added where the platform's
/// documentation says it and the cell does not, such as ` UTC`.
func cellTime(_ cell: String?, zone: String = "", repairs: inout Repairs) -> ExportedTime {
    guard let cell else { return .unknown }
    if var time = exportedTime(cell + zone, in: nil) ?? exportedTime(cell, in: nil) {
        time.written = cell
        return time
    }
    repairs.insert(.timeUnknown)
    return ExportedTime(milliseconds: nil, written: String(cell.prefix(80)), zoneIsKnown: false)
}

/// An address without what follows `?` or `#`: that is where keys stand.
func addressWithoutQuery(_ address: String) -> String { String(address.prefix { $0 != "?" && $0 != "#" }) }
