/// One DAG-CBOR value (ipld.io, 'DAG-CBOR'; RFC 8949), decoded to a flat list of nodes over its bytes; strings are made
/// only of what is asked for.
struct CBORRecord {
    static let maximumDepth = 64

    enum Kind: UInt8 {
        case unsigned, negative, bytes, text, array, map, link, float, `true`, `false`, null
    }

    struct Node {
        var kind: Kind
        /// Of strings and links the content; of numbers the whole value.
        var start: UInt32
        var end: UInt32
        /// Index of the node after this one and everything inside it.
        var next: UInt32
    }

    private(set) var bytes: [UInt8] = []
    fileprivate(set) var nodes: [Node] = []
    var repairs: Repairs = []

    /// Decodes one value, which must be all there is; it must be smaller than 4 GiB.
    mutating func parse(_ block: ArraySlice<UInt8>) throws(CBORFault) {
        bytes = Array(block)
        repairs = []
        nodes.removeAll(keepingCapacity: nodes.capacity < 1 << 14)
        var parser = CBORParser(bytes: bytes)
        while let node = try parser.next(after: nodes.count) {
            for container in node.closed { nodes[container].next = UInt32(truncatingIfNeeded: nodes.count + 1) }
            nodes.append(node.node)
        }
    }

    /// nil: `block` was decoded.
    mutating func fault(parsing block: ArraySlice<UInt8>) -> CBORFault? {
        do throws(CBORFault) {
            try parse(block)
            return nil
        } catch {
            return error
        }
    }
}

/// One value in a `CBORRecord`.
struct CBORValue: Equatable {
    fileprivate(set) var index: Int
}

extension CBORRecord {
    /// The outermost value; there is one after `parse` returned.
    var root: CBORValue { CBORValue(index: 0) }

    private func node(_ value: CBORValue?) -> Node? { value.map { nodes[$0.index] } }

    func isNull(_ value: CBORValue?) -> Bool { node(value)?.kind == .null }

    /// The elements of an array, or keys and values of a map in turn; none of anything else.
    func elements(of value: CBORValue?) -> [CBORValue] {
        guard let value, let container = node(value), container.kind == .array || container.kind == .map else {
            return []
        }
        var found: [CBORValue] = []
        var index = value.index + 1
        while index < Int(container.next) {
            found.append(CBORValue(index: index))
            index = Int(nodes[index].next)
        }
        return found
    }

    /// The value of a key; nil: it is not there, or `map` is no map.
    func value(_ key: StaticString, of map: CBORValue?) -> CBORValue? {
        guard let map, let container = node(map), container.kind == .map else { return nil }
        let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
        var index = map.index + 1
        while index < Int(container.next) {
            let value = Int(nodes[index].next)
            let name = nodes[index]
            if bytes[Int(name.start)..<Int(name.end)].elementsEqual(wanted) { return CBORValue(index: value) }
            index = Int(nodes[value].next)
        }
        return nil
    }

    /// Text with what is no UTF-8 repaired; nil: not a text.
    mutating func text(_ value: CBORValue?) -> String? {
        guard let node = node(value), node.kind == .text else { return nil }
        var found: Repairs = []
        let text = bytes.withUnsafeBufferPointer {
            decodedText(UnsafeBufferPointer(rebasing: $0[Int(node.start)..<Int(node.end)]), repairs: &found)
        }
        repairs.formUnion(found)
        return text
    }

    /// As `text`, and nil where it is empty: an empty id is none.
    mutating func identifier(_ value: CBORValue?) -> String? { text(value).flatMap { $0.isEmpty ? nil : $0 } }

    /// A byte string; nil: something else.
    func data(_ value: CBORValue?) -> ArraySlice<UInt8>? {
        guard let node = node(value), node.kind == .bytes else { return nil }
        return bytes[Int(node.start)..<Int(node.end)]
    }

    /// The bytes of the identifier that a link leads to; nil: not a link.
    func link(_ value: CBORValue?) -> ContentID? {
        guard let node = node(value), node.kind == .link else { return nil }
        return ContentID(bytes: Array(bytes[Int(node.start)..<Int(node.end)]))
    }

    /// A whole number that is not negative and fits; nil otherwise.
    func integer(_ value: CBORValue?) -> Int? {
        guard let node = node(value), node.kind == .unsigned else { return nil }
        let first = bytes[Int(node.start)] & 0x1F
        guard first >= 24 else { return Int(first) }
        return Int(exactly: bytes[(Int(node.start) + 1)..<Int(node.end)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
