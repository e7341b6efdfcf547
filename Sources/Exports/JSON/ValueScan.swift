/// Finds where one JSON value ends, knowing only strings, escapes and brackets, so that a record whose inside is
/// broken can still be told from its neighbours. It can be interrupted at any byte.
struct ValueScan {
    enum Outcome: Equatable {
        /// Index of the byte after the value.
        case ends(Int)
        case needsMore
        /// A bracket closes what another kind opened: no end can be told.
        case mismatch(Int)
    }

    /// Brackets that are open.
    private(set) var depth = 0
    /// Bytes into the value at which the first level beyond the limit opened; nil: it stayed within.
    private(set) var tooDeepAt: Int?
    private var isString = false
    private var isEscaped = false
    private var isScalar = false
    /// One bit for each open level, innermost lowest: 1 for objects. Deeper levels are only counted.
    private var kinds: UInt64 = 0
    private let limit: Int
    private var scanned = 0

    /// `limit`: levels that this value may have.
    init(limit: Int) { self.limit = limit }

    /// Scans on from `start`, which is where the last call stopped.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Outcome {
        var index = start
        defer { scanned += index - start }
        while index < bytes.count {
            if isString {
                index = scanString(bytes, from: index)
                if !isString, depth == 0 { return .ends(index) }
                continue
            }
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                if isScalar { return .ends(index) }
                isString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if isScalar { return .ends(index) }
                open(isObject: byte == UInt8(ascii: "{"), at: scanned + index - start)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return .ends(index) }
                guard close(isObject: byte == UInt8(ascii: "}")) else { return .mismatch(index) }
                if depth == 0 { return .ends(index + 1) }
            case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
                if depth == 0 { return .ends(index) }
            default:
                if depth == 0 { isScalar = true }
            }
            index += 1
        }
        return .needsMore
    }

    /// True when the end of the file ends the value: a scalar.
    var mayEndHere: Bool { isScalar }

    private mutating func scanString(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        if isEscaped {
            isEscaped = false
            index += 1
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                isString = false
                return index + 1
            }
            if byte == UInt8(ascii: "\\") {
                guard index + 1 < bytes.count else {
                    isEscaped = true
                    return bytes.count
                }
                index += 1
            }
            index += 1
        }
        return bytes.count
    }

    private mutating func open(isObject: Bool, at place: Int) {
        if depth < limit {
            kinds = kinds << 1 | (isObject ? 1 : 0)
        } else if tooDeepAt == nil {
            tooDeepAt = place
        }
        depth += 1
    }

    private mutating func close(isObject: Bool) -> Bool {
        depth -= 1
        guard depth < limit else { return true }
        let expected = kinds & 1 == 1
        kinds >>= 1
        return expected == isObject
    }
}
