/// Reads one JSON object a line, each with its place; blank lines are passed over, bad ones are skipped.
func eachLineRecord(
    _ source: inout ByteSource, tooLarge: String = "record larger than 4 MiB",
    yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
) throws {
    var lines = LineCutter(source)
    defer { source = lines.window.source }
    var record = JSONRecord()
    while let line = try lines.next() {
        let bytes = lines.bytes(line)
        if line.isOversized {
            try yield(.skipped(line.place, reason: tooLarge))
        } else if bytes.contains(where: { !isJSONBlank($0) }) {
            if let fault = record.fault(parsing: bytes) {
                try yield(.skipped(line.place, reason: fault.description))
            } else if record.kind(of: record.root) != .object {
                try yield(.skipped(line.place, reason: notAnObject(record.kind(of: record.root))))
            } else {
                try take(&record, line.place)
            }
        }
    }
}

extension JSONWalker {
    /// Reads the objects of the array that comes next, each with its place under `path`; bad ones are skipped.
    mutating func eachRecord(
        of path: String, yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        guard try enter("[") else { throw malformed("'\(path)' is no array") }
        var record = JSONRecord()
        var number = 0
        while try nextElement() {
            _ = try peek()
            let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: window.offset)
            number += 1
            switch try decode(into: &record) {
            case .refused(let reason): try yield(.skipped(place, reason: reason))
            case .decoded where record.kind(of: record.root) != .object:
                try yield(.skipped(place, reason: notAnObject(record.kind(of: record.root))))
            case .decoded: try take(&record, place)
            }
        }
    }
}

/// The keys of the object on the first line that is not blank, for detection of formats with one object a line.
func firstLineKeys(_ head: ArraySlice<UInt8>) -> [String] {
    topLevelKeys(head.drop(while: isJSONBlank).prefix { $0 != 0x0A }, limit: 256)
}
