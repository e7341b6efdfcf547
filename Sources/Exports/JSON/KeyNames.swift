/// Names of keys, found again in records by their bytes.
struct KeyNames {
    private(set) var names: [[UInt8]]
    private var expected = 0

    init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }

    mutating func append(_ name: String) { names.append(Array(name.utf8)) }

    /// Index of the name of a key; nil: it is none of these.
    mutating func index(of key: JSONValue, in record: inout JSONRecord) -> Int? {
        let node = record.nodes[key.index]
        if node.hasEscapes {
            let text = Array((record.string(key) ?? "").utf8)
            return names.firstIndex(of: text)
        }
        let range = Int(node.start)..<Int(node.end)
        let found = record.bytes.withUnsafeBufferPointer { find(UnsafeBufferPointer(rebasing: $0[range])) }
        // Writers keep to one order of keys: the next key is most likely the next name.
        if let found { expected = found + 1 }
        return found
    }

    private func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
        if expected < names.count, matches(expected, key) { return expected }
        return names.indices.first { matches($0, key) }
    }

    private func matches(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        names[index].withUnsafeBufferPointer { name in
            guard name.count == key.count else { return false }
            for offset in name.indices where name[offset] != key[offset] { return false }
            return true
        }
    }
}
