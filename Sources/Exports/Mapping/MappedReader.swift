/// Reads exports as a mapping describes them.
enum MappedReader {
    /// `.certain` where all marks are there; a mapping without marks is never found by content.
    static func detect(_ head: ArraySlice<UInt8>, _ mapping: FormatMapping) -> DetectionConfidence {
        guard !mapping.marks.isEmpty, let first = head.first(where: { !isJSONBlank($0) }) else { return .no }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        switch mapping.kind {
        case .csv:
            guard !isJSON, !looksBinary(head), let table = CSVHead(head) else { return .no }
            let headers = Set(table.columns.map(comparableHeader))
            return mapping.marks.allSatisfy { headers.contains(comparableHeader($0)) } ? .certain : .no
        case .jsonl, .json:
            guard isJSON, var record = firstRecord(head, mapping) else { return .no }
            let hasAll = mapping.marks.allSatisfy { mark in
                var path = FieldPath(mark)
                return path.value(in: &record) != nil
            }
            return hasAll ? .certain : .no
        }
    }

    static func read(
        _ source: inout ByteSource, _ mapping: FormatMapping, options: ExportOptions,
        yield: (ExportEvent) throws -> Void
    ) throws {
        try yield(.note("Read as the mapping '\(mapping.name)' describes it; it gives what its roles name."))
        switch mapping.kind {
        case .csv: try readTable(&source, mapping, options, yield)
        case .jsonl:
            var reader = try MappedRecordReader(mapping, options: options)
            try eachLineRecord(&source, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        case .json: try readDocuments(&source, mapping, options, yield)
        }
    }

    private static func readDocuments(
        _ source: inout ByteSource, _ mapping: FormatMapping, _ options: ExportOptions,
        _ yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        var reader = try MappedRecordReader(mapping, options: options)
        var wasFound = false
        repeat {
            let found = try walker.eachRecord(below: mapping.list, yield: yield) {
                try reader.read(&$0, at: $1, yield: yield)
            }
            wasFound = wasFound || found
        } while try walker.peek() != nil
        guard wasFound else {
            let name = mapping.list.joined(separator: ".")
            throw ExportError.mapping(reason: "there is no list '\(name)'", columns: [])
        }
    }

    private static func readTable(
        _ source: inout ByteSource, _ mapping: FormatMapping, _ options: ExportOptions,
        _ yield: (ExportEvent) throws -> Void
    ) throws {
        guard let table = CSVHead(source.head) else {
            throw ExportError.malformed(place: "line 1", reason: "there is no header")
        }
        guard table.columns.count <= CSVRows.columnLimit else {
            throw ExportError.tooLarge(what: "columns", limit: CSVRows.columnLimit)
        }
        var reader = try MappedRowReader(mapping, columns: table.columns, options: options)
        if let note = reader.note { try yield(.note(note)) }
        var rows = CSVRows(source, delimiter: table.delimiter)
        defer { source = rows.window.source }
        for _ in 0...table.rowsBeforeHeader { _ = try rows.next() }
        while true {
            switch try rows.next() {
            case .end: return
            case .oversized: try yield(.skipped(rows.row.place, reason: "record larger than 4 MiB"))
            case .row: try reader.read(rows.row, yield: yield)
            }
        }
    }

    /// The first object that stands whole in `head`.
    private static func firstRecord(_ head: ArraySlice<UInt8>, _ mapping: FormatMapping) -> JSONRecord? {
        struct Found: Error {}
        guard var source = try? ByteSource(bytes: Array(head)) else { return nil }
        var first: JSONRecord?
        let take: (inout JSONRecord, ExportPlace) throws -> Void = { record, _ in
            first = record
            throw Found()
        }
        do {
            if mapping.kind == .jsonl {
                try eachLineRecord(&source, yield: { _ in }, take: take)
            } else {
                var walker = JSONWalker(source)
                try walker.eachRecord(below: mapping.list, yield: { _ in }, take: take)
            }
        } catch {
            // Found, or the head ends inside.
            return first
        }
        return first
    }
}
