/// Tables: one message a row, a header that names the columns.
package enum CommaSeparatedReader: ExportReader {
    package static let format = "csv"
    package static let summary = "CSV with a header: , ; tab or | between cells"
    package static let lacks = "what no column says"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard let first = head.first(where: { !isJSONBlank($0) }) else { return .no }
        guard first != UInt8(ascii: "{"), first != UInt8(ascii: "["), first != UInt8(ascii: "<") else { return .no }
        guard !looksBinary(head), let table = CSVHead(head) else { return .no }
        if table.columns.count > 1 { return .possible }
        return table.columns.contains { Role.text.headers.contains(comparableHeader($0)) } ? .possible : .no
    }

    /// What the columns would be taken for, to be shown before the import. Throws `ExportError.mapping`, for a table
    /// without end `.tooLarge`, and for one of figures `.unknownFormat`.
    package static func mapping(_ head: ArraySlice<UInt8>, options: ExportOptions) throws(ExportError) -> MappingGuess {
        guard let table = CSVHead(head) else { throw .malformed(place: "line 1", reason: "there is no header") }
        return try mapping(table, options)
    }

    private static func mapping(_ table: CSVHead, _ options: ExportOptions) throws(ExportError) -> MappingGuess {
        guard table.columns.count <= CSVRows.columnLimit else {
            throw .tooLarge(what: "columns", limit: CSVRows.columnLimit)
        }
        // Whoever names the column of the words has looked at the table.
        if options.mapping["text"] == nil, isMetricsTable(table.columns) {
            throw .unknownFormat(hint: "a table of metrics, not of messages")
        }
        return try MappingGuess(columns: table.columns, corrections: options.mapping)
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        guard let table = CSVHead(source.head) else {
            throw ExportError.malformed(place: "line 1", reason: "there is no header")
        }
        let guess = try mapping(table, options)
        try guess.requireText()
        var rows = CSVRows(source, delimiter: table.delimiter)
        defer { source = rows.window.source }
        for _ in 0...table.rowsBeforeHeader { _ = try rows.next() }
        var reader = try CSVMessageReader(guess: guess, options: options)
        while true {
            switch try rows.next() {
            case .end: return
            case .oversized: try yield(.skipped(rows.row.place, reason: "record larger than 4 MiB"))
            case .row: try reader.read(rows.row, yield: yield)
            }
        }
    }
}
