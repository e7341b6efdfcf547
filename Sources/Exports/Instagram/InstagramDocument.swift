/// The outermost objects of an answer, read object by object, each with the comments inside it.
struct InstagramDocument {
    private var reader: InstagramNodeReader
    private var record = JSONRecord()
    private var number = 0
    private var pages = 0

    private struct Waiting {
        var value: JSONValue
        var above: ExportedMessage?
        var place: ExportPlace
    }

    init(options: ExportOptions) { reader = InstagramNodeReader(options: options) }

    mutating func readPage(_ walker: inout JSONWalker, yield: (ExportEvent) throws -> Void) throws {
        guard try walker.enter("{") else { throw walker.malformed("no object") }
        let prefix = pages == 0 ? "" : "pages[\(pages)]."
        pages += 1
        number = 0
        while let key = try walker.nextKey() {
            let first = try walker.peek()
            if key == "data", first == UInt8(ascii: "["), try walker.enter("[") {
                while try walker.nextElement() { try readObject(&walker, path: prefix + "data", yield: yield) }
            } else if first == UInt8(ascii: "{"), isSnowflake(key) {
                try readObject(&walker, path: prefix + "ids", yield: yield)
            } else {
                try walker.skip()
            }
        }
    }

    mutating func readObject(
        _ walker: inout JSONWalker, path: String, yield: (ExportEvent) throws -> Void
    ) throws {
        _ = try walker.peek()
        let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: walker.window.offset)
        number += 1
        if case .refused(let reason) = try walker.decode(into: &record) {
            return try yield(.skipped(place, reason: reason))
        }
        var waiting = [Waiting(value: record.root, above: nil, place: place)]
        while let next = waiting.popLast() {
            waiting.append(contentsOf: try read(next, yield: yield).reversed())
            record.repairs = []
        }
    }

    func finish(yield: (ExportEvent) throws -> Void) throws {
        if reader.withoutAuthor > 0 {
            try yield(.note("\(reader.withoutAuthor) messages have no author: the token had no permission."))
        }
    }

    private mutating func read(_ next: Waiting, yield: (ExportEvent) throws -> Void) throws -> [Waiting] {
        let kind = record.kind(of: next.value)
        guard kind == .object else {
            try yield(.skipped(next.place, reason: notAnObject(kind)))
            return []
        }
        guard let read = reader.message(next.value, in: &record, under: next.above, at: next.place) else {
            try yield(.skipped(next.place, reason: "no id and no text"))
            return []
        }
        try yield(.message(read.message))
        if !record.repairs.isEmpty { try yield(.repaired(next.place, reason: record.repairs.description)) }
        return read.comments.enumerated().map { number, comment in
            let place = ExportPlace(
                unit: .item, number: number, path: "\(next.place).replies",
                byteOffset: next.place.byteOffset + record.start(of: comment) - record.start(of: next.value))
            return Waiting(value: comment, above: read.message, place: place)
        }
    }
}
