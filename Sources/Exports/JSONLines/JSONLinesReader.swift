/// One JSON object a line.
package enum JSONLinesReader: ExportReader {
    package static let format = "jsonl"
    package static let summary = "JSON Lines: one object a line"
    package static let lacks = "what no column says"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        guard head.first(where: { !isJSONBlank($0) }) == UInt8(ascii: "{") else { return .no }
        guard JSONListReader.detect(head) == .no else { return .no }
        if head.firstIndex(of: 0x0A) == nil { return .possible }
        return firstRecords(head, limit: 1).isEmpty ? .no : .possible
    }

    /// What the keys would be taken for, to be shown before the import; nil: the first record is larger than `head`.
    /// Throws `ExportError.mapping`.
    package static func mapping(
        _ head: ArraySlice<UInt8>, options: ExportOptions
    ) throws(ExportError) -> MappingGuess? {
        let records = firstRecords(head, limit: 100)
        guard !records.isEmpty else { return nil }
        return try MappingGuess(columns: distinct(records.flatMap(\.self)), corrections: options.mapping)
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var reader = try JSONLinesMessageReader(guess: try mapping(source.head, options: options), options: options)
        var lines = LineCutter(source)
        defer { source = lines.window.source }
        var record = JSONRecord()
        while let line = try lines.next() {
            let bytes = lines.bytes(line)
            if line.isOversized {
                try yield(.skipped(line.place, reason: "record larger than 4 MiB"))
            } else if let first = bytes.first(where: { !isJSONBlank($0) }) {
                let fault = first == 0 ? nil : record.fault(parsing: bytes)
                if let reason = refusal(bytes, first, fault) {
                    try yield(.skipped(line.place, reason: reason))
                } else {
                    try reader.read(&record, at: line.place, yield: yield)
                }
            }
        }
    }

    private static func refusal(_ bytes: ArraySlice<UInt8>, _ first: UInt8, _ fault: JSONFault?) -> String? {
        guard first != 0 else {
            // A hole after a power loss.
            return bytes.allSatisfy { $0 == 0 } ? "\(bytes.count) NUL bytes" : JSONFault.notJSON.description
        }
        guard let fault else { return nil }
        return fault == .tooDeep && first == UInt8(ascii: "[") ? "not an object" : fault.description
    }
}

/// The keys of the first objects that stand whole in `head`.
private func firstRecords(_ head: ArraySlice<UInt8>, limit: Int) -> [[String]] {
    guard let source = try? ByteSource(bytes: Array(head)) else { return [] }
    var lines = LineCutter(source)
    var record = JSONRecord()
    var found: [[String]] = []
    while found.count < limit, let line = try? lines.next() {
        guard record.fault(parsing: lines.bytes(line)) == nil, record.kind(of: record.root) == .object else { continue }
        found.append(keys(of: &record))
    }
    return found
}

/// The first keys of a record, as they stand in it.
func keys(of record: inout JSONRecord) -> [String] {
    var keys: [String] = []
    var next = record.first(in: record.root)
    while keys.count < JSONLinesMessageReader.keyLimit, let key = next {
        if let name = record.string(key) { keys.append(name) }
        next = record.next(after: key, in: record.root).flatMap { record.next(after: $0, in: record.root) }
    }
    return distinct(keys)
}

private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
}
