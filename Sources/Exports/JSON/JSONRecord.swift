/// One JSON text, decoded to a flat list of nodes over its bytes. Strings are made only of what is asked for, and
/// one value is used for record after record, so that decoding allocates next to nothing.
///
/// Strict where leniency would make readers disagree (numbers, commas, literals), tolerant where a stranger's text
/// would cost a record: lone surrogates, invalid UTF-8 and raw control bytes are repaired and noted in `repairs`.
struct JSONRecord {
    static let maximumDepth = 64

    enum Kind: UInt8 {
        case object, array, string, number, `true`, `false`, null
    }

    struct Node {
        var kind: Kind
        var hasEscapes = false
        /// The value's bytes; for strings, what stands between the quotes.
        var start: UInt32
        var end: UInt32
        /// Index of the node after this one and everything inside it.
        var next: UInt32
    }

    /// Telegram writes control characters as `\x0B`, which JSON does not know.
    let acceptsHexEscapes: Bool
    private(set) var bytes: [UInt8] = []
    private(set) var nodes: [Node] = []
    var repairs: Repairs = []

    init(acceptsHexEscapes: Bool = false) { self.acceptsHexEscapes = acceptsHexEscapes }

    /// Decodes one text; `text` must not be larger than `ByteWindow.recordLimit`.
    mutating func parse(_ text: ArraySlice<UInt8>) throws(JSONFault) {
        bytes.removeAll(keepingCapacity: bytes.capacity < Self.kept)
        bytes.append(contentsOf: text)
        repairs = []
        var list: [Node] = []
        swap(&list, &nodes)
        list.removeAll(keepingCapacity: list.capacity < Self.kept)
        let hexEscapes = acceptsHexEscapes
        let (parsed, hasControls) = try bytes.withUnsafeBufferPointer { buffer throws(JSONFault) in
            var parser = JSONParser(bytes: buffer, nodes: list, acceptsHexEscapes: hexEscapes)
            // Two owners would make the first append copy the list.
            list = []
            try parser.parse()
            return (parser.nodes, parser.hasControls)
        }
        nodes = parsed
        if hasControls { repairs.insert(.rawControl) }
    }

    /// Buffers beyond this are given back, so that one big record does not cost memory for the whole import.
    private static let kept = 1 << 18
}

/// One value in a `JSONRecord`.
struct JSONValue: Equatable {
    fileprivate(set) var index: Int
}

extension JSONRecord {
    /// The outermost value; there is one after `parse` returned.
    var root: JSONValue { JSONValue(index: 0) }

    func kind(of value: JSONValue) -> Kind { nodes[value.index].kind }

    /// An array's first element, an object's first key; nil: it is empty or neither of both.
    func first(in value: JSONValue) -> JSONValue? {
        guard nodes[value.index].next > value.index + 1 else { return nil }
        return JSONValue(index: value.index + 1)
    }

    /// What follows `value` inside `container`; for a key, that is its value.
    func next(after value: JSONValue, in container: JSONValue) -> JSONValue? {
        let next = nodes[value.index].next
        return next < nodes[container.index].next ? JSONValue(index: Int(next)) : nil
    }

    /// A string's text; nil: not a string.
    mutating func string(_ value: JSONValue?) -> String? {
        guard let value, nodes[value.index].kind == .string else { return nil }
        return decodedString(nodes[value.index])
    }

    /// A string's text or a number's own characters: ids never go through a floating number.
    mutating func scalar(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        return nodes[value.index].kind == .number ? literal(value) : string(value)
    }

    /// A whole number that fits; nil otherwise.
    func integer(_ value: JSONValue?) -> Int? {
        guard let value, nodes[value.index].kind == .number else { return nil }
        return Int(literal(value))
    }

    func isTrue(_ value: JSONValue?) -> Bool {
        guard let value else { return false }
        return nodes[value.index].kind == .true
    }

    /// Absent or null.
    func isMissing(_ value: JSONValue?) -> Bool {
        guard let value else { return true }
        return nodes[value.index].kind == .null
    }

    private func literal(_ value: JSONValue) -> String {
        let node = nodes[value.index]
        return String(decoding: bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
    }
}

extension JSONRecord.Kind: CustomStringConvertible {
    /// For the sentence 'the record is ...'.
    var description: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .true, .false: "true or false"
        case .null: "null"
        }
    }
}
