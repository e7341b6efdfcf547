/// What readers stand on, on arbitrary bytes. Each input is taken whole and in small pieces, which must not matter.
enum FuzzedParts {
    static func detection(_ bytes: [UInt8]) {
        guard let source = try? ByteSource(bytes: bytes) else { return }
        let outcome = Result { try ExportFormats.detect(source, nameEnding: nil) }
        if case .failure(let error) = outcome { require(error is ExportError, "\(error)") }
        if case .success(let reader) = outcome {
            _ = try? ExportFormats.mapping(of: source, format: reader, options: ExportOptions())
        }
    }

    static func csvRows(_ bytes: [UInt8]) {
        requireEqual(rows(bytes, ByteSource.defaultChunkSize), rows(bytes, FuzzedReader.leastChunk + bytes.count % 7))
    }

    static func jsonWalker(_ bytes: [UInt8]) {
        requireEqual(
            values(bytes, ByteSource.defaultChunkSize), values(bytes, FuzzedReader.leastChunk + bytes.count % 7))
    }

    static func xmlScanner(_ bytes: [UInt8]) {
        requireEqual(tags(bytes, ByteSource.defaultChunkSize), tags(bytes, FuzzedReader.leastChunk + bytes.count % 7))
    }

    private static func requireEqual(_ whole: [String], _ pieces: [String]) {
        require(whole == pieces, "chunks matter: \(whole) \(pieces)")
    }

    private static func rows(_ bytes: [UInt8], _ chunkSize: Int) -> [String] {
        guard let source = try? ByteSource(bytes: bytes, chunkSize: chunkSize) else { return [] }
        var rows = CSVRows(source, delimiter: UInt8(ascii: ";"))
        var found: [String] = []
        var repairs: Repairs = []
        do throws(ExportError) {
            while true {
                let outcome = try rows.next()
                guard outcome != .end else { return found }
                let cells = (0..<rows.row.count).map { rows.row.cell($0, repairs: &repairs) }
                found.append("\(outcome) \(rows.row.place) \(cells)")
            }
        } catch {
            return found + ["\(error)"]
        }
    }

    private static func values(_ bytes: [UInt8], _ chunkSize: Int) -> [String] {
        guard let source = try? ByteSource(bytes: bytes, chunkSize: chunkSize) else { return [] }
        var walker = JSONWalker(source)
        var found: [String] = []
        do throws(ExportError) {
            try walk(&walker, &found)
        } catch {
            found.append("\(error)")
        }
        return found
    }

    private static func walk(_ walker: inout JSONWalker, _ found: inout [String]) throws(ExportError) {
        var record = JSONRecord(acceptsHexEscapes: true)
        if try walker.enter("{") {
            while let key = try walker.nextKey() {
                found.append(key)
                if try walker.peek() == UInt8(ascii: "[") {
                    try elements(&walker, &record, &found)
                } else {
                    try walker.skip()
                }
            }
        } else {
            try elements(&walker, &record, &found)
        }
        try walker.finish()
    }

    private static func elements(
        _ walker: inout JSONWalker, _ record: inout JSONRecord, _ found: inout [String]
    ) throws(ExportError) {
        guard try walker.enter("[") else { throw walker.malformed("no array") }
        while try walker.nextElement() {
            let outcome = try walker.decode(into: &record)
            found.append("\(outcome)")
            guard outcome == .decoded else { continue }
            found += keys(of: &record) + record.elements(of: record.root).map { record.scalar($0) ?? "" }
            found.append(record.repairs.description)
        }
    }

    private static func tags(_ bytes: [UInt8], _ chunkSize: Int) -> [String] {
        guard var source = try? ByteSource(bytes: bytes, chunkSize: chunkSize) else { return [] }
        var scanner = XMLScanner()
        var found: [String] = []
        do throws(ExportError) {
            while true {
                let event = try scanner.next(&source)
                found.append("\(event) \(scanner.takeText())")
                if event == .endOfDocument { return found }
                scanner.keepText(limit: 1 + bytes.count % 1000)
            }
        } catch {
            return found + ["\(error)"]
        }
    }
}
