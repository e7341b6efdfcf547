extension ExportTree {
    /// Reads the objects of one file among many, each with its place. A file that is cut or damaged is skipped from
    /// there on: it is to its folder what a damaged record is to its file.
    /// Throws `ExportError` where the whole import must end, and what `yield` and `take` throw.
    func eachRecord(
        of entry: ExportEntry, root: String = "messages", lists: Set<String> = [],
        yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        guard let source = try opened(entry, yield: yield) else { return }
        var records = ListedRecords(source, entry: entry.path, root: root, lists: lists)
        var record = JSONRecord()
        while true {
            let step: ListedRecords.Step
            do throws(ExportError) {
                step = try records.next(into: &record)
            } catch {
                return try yield(.skipped(records.place, reason: try skippable(error)))
            }
            switch step {
            case .end: return
            case .skipped(let place, let reason): try yield(.skipped(place, reason: reason))
            case .record(let place): try take(&record, place)
            }
        }
    }

    /// The content of one file among many; nil: it cannot be opened, and was reported.
    func opened(_ entry: ExportEntry, yield: (ExportEvent) throws -> Void) throws -> ByteSource? {
        do throws(ExportError) {
            return try open(entry)
        } catch {
            let place = ExportPlace(unit: .item, number: 0, path: "file", byteOffset: 0, entry: entry.path)
            try yield(.skipped(place, reason: try skippable(error)))
            return nil
        }
    }

    /// Decodes a file that is one object, as those with names are; what is wrong with it costs names, not messages.
    func detail(
        of entry: ExportEntry, into record: inout JSONRecord, yield: (ExportEvent) throws -> Void
    ) throws -> JSONValue? {
        guard let source = try opened(entry, yield: yield) else { return nil }
        var walker = JSONWalker(source)
        do throws(ExportError) {
            return try walker.detail(into: &record)
        } catch {
            let place = ExportPlace(unit: .item, number: 0, path: "file", byteOffset: 0, entry: entry.path)
            try yield(.skipped(place, reason: try skippable(error)))
            return nil
        }
    }

    /// The first bytes of a file; empty where it cannot be opened.
    func head(of entry: ExportEntry) -> ArraySlice<UInt8> { (try? open(entry))?.head ?? [] }
}

/// Why a file is passed over; throws the error where it is about more than this file.
func skippable(_ error: ExportError) throws(ExportError) -> String {
    switch error {
    case .truncated(let place): return "cut short at \(place)"
    case .malformed(let place, let reason): return "\(reason) at \(place)"
    case .empty: return "empty"
    case .notAFile(let reason): return reason
    case .unsupportedEncoding(let name): return "encoding \(name)"
    default: throw error
    }
}
