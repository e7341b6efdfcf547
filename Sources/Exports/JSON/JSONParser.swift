/// Builds the nodes of one JSON text (RFC 8259). Iterative: depth costs nothing but an entry in `open`.
struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let acceptsHexEscapes: Bool
    private(set) var nodes: [JSONRecord.Node]
    /// Raw control bytes, which RFC 8259 forbids, stand in a string.
    private(set) var hasControls = false
    private var position = 0
    private var open: [Int] = []
    private var followsValue = false
    private var followsComma = false

    /// `nodes` is an empty list whose storage is used again.
    init(bytes: UnsafeBufferPointer<UInt8>, nodes: consuming [JSONRecord.Node], acceptsHexEscapes: Bool) {
        self.bytes = bytes
        self.nodes = nodes
        self.acceptsHexEscapes = acceptsHexEscapes
    }

    mutating func parse() throws(JSONFault) {
        skipBlanks()
        try value()
        while let container = open.last { try step(in: container) }
        skipBlanks()
        guard position == bytes.count else { throw .notJSON }
    }

    private mutating func step(in container: Int) throws(JSONFault) {
        skipBlanks()
        guard position < bytes.count else { throw .unfinished }
        let byte = bytes[position]
        let isObject = nodes[container].kind == .object
        if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            guard !followsComma else { throw .notJSON }
            return close(container)
        }
        if followsValue {
            guard byte == UInt8(ascii: ",") else { throw .notJSON }
            position += 1
            followsValue = false
            followsComma = true
            return
        }
        if isObject { try key() }
        try value()
    }

    private mutating func close(_ container: Int) {
        position += 1
        open.removeLast()
        nodes[container].end = UInt32(truncatingIfNeeded: position)
        nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
        completeValue()
    }

    private mutating func completeValue() {
        followsValue = true
        followsComma = false
    }

    private mutating func key() throws(JSONFault) {
        guard bytes[position] == UInt8(ascii: "\"") else { throw .notJSON }
        try string()
        skipBlanks()
        guard position < bytes.count else { throw .unfinished }
        guard bytes[position] == UInt8(ascii: ":") else { throw .notJSON }
        position += 1
        skipBlanks()
    }

    private mutating func value() throws(JSONFault) {
        guard position < bytes.count else { throw .unfinished }
        switch bytes[position] {
        case UInt8(ascii: "{"): try begin(.object)
        case UInt8(ascii: "["): try begin(.array)
        case UInt8(ascii: "\""):
            try string()
            completeValue()
        case UInt8(ascii: "t"): try literal("true", .true)
        case UInt8(ascii: "f"): try literal("false", .false)
        case UInt8(ascii: "n"): try literal("null", .null)
        default: try number()
        }
    }

    private mutating func begin(_ kind: JSONRecord.Kind) throws(JSONFault) {
        guard open.count < JSONRecord.maximumDepth else { throw .tooDeep }
        open.append(nodes.count)
        append(kind, from: position, to: position)
        position += 1
        followsValue = false
        followsComma = false
    }

    private mutating func append(_ kind: JSONRecord.Kind, from start: Int, to end: Int) {
        nodes.append(
            JSONRecord.Node(
                kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: nodes.count + 1)))
    }

    private mutating func literal(_ word: StaticString, _ kind: JSONRecord.Kind) throws(JSONFault) {
        let end = position + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw .notJSON }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] {
            throw .notJSON
        }
        append(kind, from: position, to: end)
        position = end
        completeValue()
    }

    private mutating func skipBlanks() {
        while position < bytes.count, isJSONBlank(bytes[position]) { position += 1 }
    }
}

extension JSONParser {
    private mutating func number() throws(JSONFault) {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        guard skipDigits() > 0 else { throw .notJSON }
        guard bytes[firstDigit] != UInt8(ascii: "0") || position == firstDigit + 1 else { throw .notJSON }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard skipDigits() > 0 else { throw .notJSON }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") { try exponent() }
        append(.number, from: start, to: position)
        completeValue()
    }

    private mutating func exponent() throws(JSONFault) {
        position += 1
        if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
            position += 1
        }
        guard skipDigits() > 0 else { throw .notJSON }
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position - start
    }

    private mutating func string() throws(JSONFault) {
        let start = position + 1
        position = start
        var hasEscapes = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                append(.string, from: start, to: position)
                nodes[nodes.count - 1].hasEscapes = hasEscapes
                position += 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try escape()
            } else {
                if byte < 0x20 { hasControls = true }
                position += 1
            }
        }
        throw .unterminatedString
    }

    private mutating func escape() throws(JSONFault) {
        guard position + 1 < bytes.count else { throw .unterminatedString }
        let digits: Int
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            digits = 0
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "x") where acceptsHexEscapes: digits = 2
        default: throw .notJSON
        }
        position += 2
        guard position + digits <= bytes.count else { throw .unterminatedString }
        for index in position..<(position + digits) where hexadecimalDigit(bytes[index]) == nil { throw .notJSON }
        position += digits
    }
}

/// The value of a hexadecimal digit; nil: it is none.
@inline(__always)
func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
}
