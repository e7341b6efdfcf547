/// JSON of no known kind: an array of objects, or an object that holds one. One message an object; which key plays
/// which role is guessed as with tables.
package enum JSONListReader: ExportReader {
    package static let format = "json"
    package static let summary = "JSON: an array of objects, or an object that holds one"
    package static let lacks = "what the keys' names do not tell; --map names it"

    package static func detect(_ head: ArraySlice<UInt8>) -> DetectionConfidence {
        switch head.first(where: { !isJSONBlank($0) }) {
        case UInt8(ascii: "["): JSONLists(head).found.isEmpty ? .no : .possible
        case UInt8(ascii: "{"): holdsList(head) ? .possible : .no
        default: .no
        }
    }

    /// One object alone, with a list inside and no text of its own: with one it is a line of JSON Lines.
    private static func holdsList(_ head: ArraySlice<UInt8>) -> Bool {
        guard isOneDocument(head), !topLevelKeys(head).contains(where: isTextHeader) else { return false }
        let lists = JSONLists(head).found
        if lists.contains(where: { $0.columns.contains(where: isTextHeader) }) { return true }
        return !lists.isEmpty && standsOnLines(head)
    }

    /// What the keys would be taken for, to be shown before the import; nil: the first object is larger than `head`.
    /// Throws `ExportError.mapping`.
    package static func mapping(
        _ head: ArraySlice<UInt8>, options: ExportOptions
    ) throws(ExportError) -> MappingGuess? {
        guard let list = try list(head, options) else { return nil }
        return try MappingGuess(columns: list.columns, corrections: options.mapping)
    }

    package static func read(
        _ source: inout ByteSource, options: ExportOptions, yield: (ExportEvent) throws -> Void
    ) throws {
        var walker = JSONWalker(source)
        defer { source = walker.window.source }
        let head = try walker.upcoming()
        guard let list = try list(head, options) else {
            throw ExportError.malformed(place: "byte 0", reason: "no list of objects in the first 64 KiB")
        }
        let guess = try MappingGuess(columns: list.columns, corrections: options.mapping)
        var reader = try JSONLinesMessageReader(guess: guess, options: options)
        try walker.eachRecord(below: list.path, yield: yield) { try reader.read(&$0, at: $1, yield: yield) }
        try walker.finish()
    }

    /// The list that is meant: the only one, or the only one whose objects have a text.
    private static func list(_ head: ArraySlice<UInt8>, _ options: ExportOptions) throws(ExportError) -> JSONList? {
        let lists = JSONLists(head).found
        guard lists.count > 1 else { return lists.first }
        let worded = lists.filter { hasText($0, options) }
        if worded.count == 1 { return worded.first }
        let names = (worded.isEmpty ? lists : worded).map(\.name).prefix(8).joined(separator: ", ")
        throw .mapping(
            reason: "several lists could be meant: \(names); a mapping file with 'list' names one",
            columns: Array((worded.first ?? lists[0]).columns.prefix(64)))
    }

    private static func hasText(_ list: JSONList, _ options: ExportOptions) -> Bool {
        if let column = options.mapping["text"] { return list.columns.contains(column) }
        return list.columns.contains(where: isTextHeader)
    }
}

private func isTextHeader(_ key: String) -> Bool { Role.text.headers.contains(comparableHeader(key)) }

/// Whether the document is written over several lines, which JSON Lines never is.
private func standsOnLines(_ head: ArraySlice<UInt8>) -> Bool {
    guard let last = head.lastIndex(where: { !isJSONBlank($0) }) else { return false }
    return head[..<last].drop(while: isJSONBlank).contains(0x0A)
}

/// Whether nothing follows the first value, as far as the first bytes show.
private func isOneDocument(_ head: ArraySlice<UInt8>) -> Bool {
    guard var walker = (try? ByteSource(bytes: Array(head))).map(JSONWalker.init) else { return false }
    do throws(ExportError) {
        try walker.skip()
        return try walker.peek() == nil
    } catch {
        guard case .truncated = error else { return false }
        return true
    }
}
