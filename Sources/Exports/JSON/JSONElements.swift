extension JSONRecord {
    /// The elements of an array; none where `value` is none.
    func elements(of value: JSONValue?) -> [JSONValue] {
        guard let value, kind(of: value) == .array else { return [] }
        var found: [JSONValue] = []
        var next = first(in: value)
        while let element = next {
            found.append(element)
            next = self.next(after: element, in: value)
        }
        return found
    }

    /// As `scalar`, and nil where it is empty: an empty id is none.
    mutating func identifier(_ value: JSONValue?) -> String? {
        scalar(value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Offset of a value's first byte in the record.
    func start(of value: JSONValue) -> Int {
        let node = nodes[value.index]
        return Int(node.start) - (node.kind == .string ? 1 : 0)
    }
}

/// Whether the ASCII text `mark` stands in `bytes`. A mark with its quotes cannot be forged by a message: inside a
/// string, quotes are escaped.
func hasMark(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    let pattern = UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    guard bytes.count >= pattern.count, !pattern.isEmpty else { return false }
    return bytes.withUnsafeBufferPointer { text in
        (0...(text.count - pattern.count)).contains { start in
            text[start] == pattern[0] && text[start..<(start + pattern.count)].elementsEqual(pattern)
        }
    }
}
