extension JSONWalker {
    /// Reads the pages of an answer, one or several in a file: the objects of the arrays that `names` names, each with
    /// its place; an object in the place of an array is the only one. `other` is given the remaining keys and takes
    /// their value, or answers false. `end` follows each page.
    mutating func eachPage(
        listing names: [String], yield: (ExportEvent) throws -> Void,
        other: (String, inout JSONWalker) throws -> Bool = { _, _ in false },
        end: () throws -> Void = {}, take: (String, inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        var page = 0
        repeat {
            guard try enter("{") else { throw malformed("no object") }
            let prefix = page == 0 ? "" : "pages[\(page)]."
            page += 1
            while let key = try nextKey() {
                let first = try peek()
                if names.contains(key), first == UInt8(ascii: "[") {
                    try eachRecord(of: prefix + key, yield: yield) { try take(key, &$0, $1) }
                } else if names.contains(key), first == UInt8(ascii: "{") {
                    try onlyRecord(as: prefix + key, number: 0, yield: yield) { try take(key, &$0, $1) }
                } else if try !other(key, &self) {
                    try skip()
                }
            }
            try end()
        } while try peek() != nil
    }

    /// Reads objects that stand one after the other, or one a line, each with its place under `path`.
    mutating func eachObject(
        as path: String, yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        var number = 0
        while try peek() != nil {
            try onlyRecord(as: path, number: number, yield: yield, take: take)
            number += 1
        }
    }

    private mutating func onlyRecord(
        as path: String, number: Int, yield: (ExportEvent) throws -> Void,
        take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws {
        _ = try peek()
        let place = ExportPlace(unit: .item, number: number, path: path, byteOffset: window.offset)
        var record = JSONRecord()
        switch try decode(into: &record) {
        case .refused(let reason): try yield(.skipped(place, reason: reason))
        case .decoded where record.kind(of: record.root) != .object:
            try yield(.skipped(place, reason: notAnObject(record.kind(of: record.root))))
        case .decoded: try take(&record, place)
        }
    }
}
