/// Cuts DAG-CBOR into values. Iterative: depth costs nothing but an entry in `open`.
struct CBORParser {
    /// A value, and the containers that it is the last one of.
    struct Step {
        var node: CBORRecord.Node
        var closed: [Int] = []
    }

    private struct Open {
        var node: Int
        var isMap: Bool
        /// Values that are still to come; a map has two for each pair.
        var left: UInt64
    }

    private let bytes: [UInt8]
    private var position = 0
    private var open: [Open] = []
    private var hasBegun = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The next value, which will be that of number `index`; nil: the outermost one is complete, and so are the bytes.
    mutating func next(after index: Int) throws(CBORFault) -> Step? {
        if hasBegun, open.isEmpty {
            guard position == bytes.count else { throw .notDAGCBOR }
            return nil
        }
        hasBegun = true
        let isKey = open.last.map { $0.isMap && $0.left % 2 == 0 } ?? false
        var step = try value(index)
        guard !isKey || step.node.kind == .text else { throw .notDAGCBOR }
        let isOpen = open.last?.node == index
        if !isOpen { step.closed = close() }
        return step
    }

    /// The value is complete: counts it in its container, and containers that are complete by it in theirs.
    private mutating func close() -> [Int] {
        var closed: [Int] = []
        while let last = open.indices.last {
            open[last].left -= 1
            guard open[last].left == 0 else { break }
            closed.append(open[last].node)
            open.removeLast()
        }
        return closed
    }

    private mutating func value(_ index: Int) throws(CBORFault) -> Step {
        let start = position
        guard position < bytes.count else { throw .unfinished }
        let (major, detail) = (bytes[position] >> 5, bytes[position] & 0x1F)
        if major == 7 { return step(try simple(detail), start, position, index) }
        let argument = try argument(detail)
        switch major {
        case 0: return step(.unsigned, start, position, index)
        case 1: return step(.negative, start, position, index)
        case 2, 3:
            let content = position
            try skip(argument)
            return step(major == 2 ? .bytes : .text, content, position, index)
        case 4, 5: return try container(isMap: major == 5, argument, start, index)
        default:
            guard argument == 42 else { throw .notDAGCBOR }
            return try link(index)
        }
    }

    private mutating func container(
        isMap: Bool, _ count: UInt64, _ start: Int, _ index: Int
    ) throws(CBORFault) -> Step {
        // A value takes a byte at least.
        guard count <= UInt64(bytes.count - position) else { throw .unfinished }
        guard open.count < CBORRecord.maximumDepth else { throw .tooDeep }
        let step = step(isMap ? .map : .array, start, position, index)
        if count > 0 { open.append(Open(node: index, isMap: isMap, left: isMap ? count * 2 : count)) }
        return step
    }

    /// A byte string that begins with the zero that stands for 'binary' in Multibase.
    private mutating func link(_ index: Int) throws(CBORFault) -> Step {
        guard position < bytes.count else { throw .unfinished }
        guard bytes[position] >> 5 == 2 else { throw .notDAGCBOR }
        let length = try argument(bytes[position] & 0x1F)
        let content = position
        try skip(length)
        guard length > 1, bytes[content] == 0 else { throw .notDAGCBOR }
        return step(.link, content + 1, position, index)
    }

    private mutating func simple(_ detail: UInt8) throws(CBORFault) -> CBORRecord.Kind {
        position += 1
        switch detail {
        case 20: return .false
        case 21: return .true
        case 22: return .null
        case 25...27:
            try skip(UInt64(1) << UInt64(detail - 24))
            return .float
        default: throw .notDAGCBOR
        }
    }

    /// The number behind the first byte of a value.
    private mutating func argument(_ detail: UInt8) throws(CBORFault) -> UInt64 {
        position += 1
        guard detail >= 24 else { return UInt64(detail) }
        guard detail <= 27 else { throw .notDAGCBOR }
        let start = position
        try skip(UInt64(1) << UInt64(detail - 24))
        return bytes[start..<position].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }

    private mutating func skip(_ count: UInt64) throws(CBORFault) {
        guard count <= UInt64(bytes.count - position) else { throw .unfinished }
        position += Int(count)
    }

    private func step(_ kind: CBORRecord.Kind, _ start: Int, _ end: Int, _ index: Int) -> Step {
        Step(
            node: CBORRecord.Node(
                kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: index + 1)))
    }
}
