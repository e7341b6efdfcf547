extension JSONWalker {
    /// Reads the objects of the list at `path`, each with its place; an object in the place of the list is the only
    /// one. Where an array of objects stands on the way, the path goes on in each of them. Goes no deeper than the
    /// path is long, twice. False: there was nothing at `path`.
    @discardableResult
    mutating func eachRecord(
        below path: [String], yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws -> Bool {
        try descend(path[...], name: "", mayRepeat: true, yield: yield, take: take)
    }

    private mutating func descend(
        _ path: ArraySlice<String>, name: String, mayRepeat: Bool, yield: (ExportEvent) throws -> Void,
        take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws -> Bool {
        guard let step = path.first else { return try readList(name, yield: yield, take: take) }
        var wasFound = false
        if mayRepeat, try peek() == UInt8(ascii: "["), try enter("[") {
            var number = 0
            while try nextElement() {
                let inner = "\(name)[\(number)]"
                number += 1
                let found = try descend(path, name: inner, mayRepeat: false, yield: yield, take: take)
                wasFound = wasFound || found
            }
        } else if try peek() == UInt8(ascii: "{"), try enter("{") {
            while let key = try nextKey() {
                guard key == step else {
                    try skip()
                    continue
                }
                let inner = name.isEmpty ? key : "\(name).\(key)"
                let found = try descend(path.dropFirst(), name: inner, mayRepeat: true, yield: yield, take: take)
                wasFound = wasFound || found
            }
        } else {
            try skip()
        }
        return wasFound
    }

    private mutating func readList(
        _ name: String, yield: (ExportEvent) throws -> Void, take: (inout JSONRecord, ExportPlace) throws -> Void
    ) throws -> Bool {
        switch try peek() {
        case UInt8(ascii: "["): try eachRecord(of: name, yield: yield, take: take)
        case UInt8(ascii: "{"):
            let place = ExportPlace(unit: .item, number: 0, path: name, byteOffset: window.offset)
            var record = JSONRecord()
            switch try decode(into: &record) {
            case .refused(let reason): try yield(.skipped(place, reason: reason))
            case .decoded: try take(&record, place)
            }
        default:
            try skip()
            return false
        }
        return true
    }
}
