/// Puts lines together to records. A line end that stands raw inside a string breaks a record in two: lines are joined
/// until its brackets close. A line that is a record by itself ends the waiting: what was open is damaged.
struct SignalLines {
    private static let lineLimit = 1024

    private var open: [UInt8] = []
    private var place: ExportPlace?
    private var lineCount = 0
    private var scan = ValueScan(limit: JSONRecord.maximumDepth)
    private let recordMark = Array("{\"".utf8)

    /// Hands each record over as `take(&record, place)`.
    mutating func take(
        _ line: LineCutter.Line, _ bytes: ArraySlice<UInt8>, into record: inout JSONRecord,
        yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        if line.isOversized {
            try giveUp(yield: yield)
            return try yield(.skipped(line.place, reason: "line larger than 4 MiB"))
        }
        if place != nil {
            let isRecord = bytes.starts(with: recordMark) && record.fault(parsing: bytes) == nil
            guard isRecord else { return try join(bytes, into: &record, yield: yield, take: take) }
            try giveUp(yield: yield)
            return try take(&record, line.place)
        }
        guard bytes.contains(where: { !isJSONBlank($0) }) else { return }
        guard let fault = record.fault(parsing: bytes) else { return try hand(&record, line.place, yield, take) }
        guard bytes.starts(with: recordMark), fault == .unterminatedString || fault == .unfinished else {
            return try yield(.skipped(line.place, reason: fault.description))
        }
        place = line.place
        lineCount = 1
        scan = ValueScan(limit: JSONRecord.maximumDepth)
        open = Array(bytes)
        if !isWaiting(from: 0) { try giveUp(yield: yield) }
    }

    /// What is still open at the end was cut.
    mutating func finish(yield: (ExportEvent) throws -> Void) throws {
        guard let place else { return }
        let error = ExportError.truncated(place: place.description)
        try giveUp(yield: yield)
        throw error
    }

    private mutating func join(
        _ bytes: ArraySlice<UInt8>, into record: inout JSONRecord, yield: (ExportEvent) throws -> Void,
        take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        guard let place, lineCount < Self.lineLimit, open.count + bytes.count < ByteWindow.recordLimit else {
            return try giveUp(yield: yield)
        }
        let end = open.count
        open.append(0x0A)
        open.append(contentsOf: bytes)
        lineCount += 1
        if isWaiting(from: end) { return }
        guard record.fault(parsing: open[...]) == nil else { return try giveUp(yield: yield) }
        close()
        try hand(&record, place, yield, take)
    }

    /// Whether brackets or a string are open still.
    private mutating func isWaiting(from start: Int) -> Bool {
        open.withUnsafeBufferPointer { scan.scan($0, from: start) } == .needsMore
    }

    private func hand(
        _ record: inout JSONRecord, _ place: ExportPlace, _ yield: (ExportEvent) throws -> Void,
        _ take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        let kind = record.kind(of: record.root)
        guard kind == .object else { return try yield(.skipped(place, reason: notAnObject(kind))) }
        try take(&record, place)
    }

    private mutating func giveUp(yield: (ExportEvent) throws -> Void) throws {
        guard let place else { return }
        close()
        try yield(.skipped(place, reason: JSONFault.unfinished.description))
    }

    private mutating func close() {
        place = nil
        open = []
        lineCount = 0
    }
}
