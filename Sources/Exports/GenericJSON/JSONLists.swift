/// A list of objects in a document: where it stands, and the keys of its first objects.
struct JSONList: Equatable {
    /// Keys from the outermost object to the list; empty: the document is the list.
    var path: [String]
    var columns: [String]

    var name: String { path.isEmpty ? "the list" : path.joined(separator: ".") }
}

/// Finds the lists of objects in the first bytes of a document. Never fails: what was seen until the bytes end is what
/// there is.
struct JSONLists {
    private static let objectLimit = 100
    private static let listLimit = 64
    private static let depthLimit = 3

    private(set) var found: [JSONList] = []
    private var record = JSONRecord()

    init(_ head: ArraySlice<UInt8>) {
        guard var walker = (try? ByteSource(bytes: Array(head))).map(JSONWalker.init) else { return }
        do throws(ExportError) {
            if try walker.peek() == UInt8(ascii: "[") {
                try readList(&walker, path: [])
            } else {
                try readObject(&walker)
            }
        } catch {
            // The head ends somewhere inside.
            return
        }
    }

    private mutating func readObject(_ walker: inout JSONWalker) throws(ExportError) {
        guard try walker.enter("{") else { return }
        var path: [String] = []
        while found.count < Self.listLimit {
            guard let key = try walker.nextKey() else {
                if path.popLast() == nil { return }
                continue
            }
            let first = try walker.peek()
            if first == UInt8(ascii: "["), key.utf8.count < 256 {
                try readList(&walker, path: path + [key])
            } else if first == UInt8(ascii: "{"), path.count < Self.depthLimit, try walker.enter("{") {
                path.append(key)
            } else {
                try walker.skip()
            }
        }
    }

    /// Lists of something else than objects are passed over.
    private mutating func readList(_ walker: inout JSONWalker, path: [String]) throws(ExportError) {
        guard try walker.enter("[") else { return }
        var slot: Int?
        var count = 0
        while try walker.nextElement() {
            guard count < Self.objectLimit, try walker.peek() == UInt8(ascii: "{") else {
                try walker.skip()
                continue
            }
            count += 1
            guard case .decoded = try walker.decode(into: &record) else { continue }
            if slot == nil {
                slot = found.count
                found.append(JSONList(path: path, columns: []))
            }
            guard let slot else { continue }
            let known = Set(found[slot].columns)
            found[slot].columns += keys(of: &record).filter { !known.contains($0) }
        }
    }
}
