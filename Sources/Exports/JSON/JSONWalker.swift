/// Walks through a JSON document of any size along the keys that a reader names, and cuts records out of its arrays.
/// What is not asked for is passed over without being held.
struct JSONWalker {
    /// One value of the document.
    enum Cut: Equatable {
        /// Range in `window.bytes`, good until the next call.
        case value(Range<Int>)
        case oversized
        case tooDeep(offset: Int)
    }

    private(set) var window: ByteWindow
    /// For each open container: nothing was in it so far.
    private var isEmpty: [Bool] = []

    init(_ source: ByteSource) { window = ByteWindow(source) }

    /// The bytes of a cut value.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { window.bytes[range] }

    /// The first byte of the next value; nil at the end of the file.
    mutating func peek() throws(ExportError) -> UInt8? { try window.peekPastBlanks() }

    /// The next bytes, as many as detection is given, without passing over them: what a document is can be seen here
    /// whatever the size of the source's chunks.
    mutating func upcoming() throws(ExportError) -> ArraySlice<UInt8> {
        while window.bytes.count - window.position < Self.upcomingSize {
            guard try window.refill(keepingFrom: window.position) else { break }
        }
        return window.bytes[window.position...].prefix(Self.upcomingSize)
    }

    private static let upcomingSize = 64 * 1024

    /// Goes into an object (`{`) or array (`[`). False: the next value is something else.
    mutating func enter(_ bracket: Unicode.Scalar) throws(ExportError) -> Bool {
        guard let byte = try peek() else { throw truncated() }
        guard byte == UInt8(ascii: bracket) else { return false }
        window.position += 1
        isEmpty.append(true)
        return true
    }

    /// Goes to the next value of the array that was entered; false: it ended, and was left.
    mutating func nextElement() throws(ExportError) -> Bool {
        try advance(closing: UInt8(ascii: "]"))
    }

    /// Goes to the next key of the object that was entered and to its value; nil: it ended, and was left.
    mutating func nextKey() throws(ExportError) -> String? {
        guard try advance(closing: UInt8(ascii: "}")) else { return nil }
        guard let byte = try peek(), byte == UInt8(ascii: "\"") else { throw malformed("a key is missing") }
        guard case .value(let range) = try cut() else { throw malformed("a key is too long") }
        var record = JSONRecord()
        guard (try? record.parse(bytes(range))) != nil else { throw malformed("a key is not JSON") }
        let key = record.string(record.root) ?? ""
        guard let colon = try peek() else { throw truncated() }
        guard colon == UInt8(ascii: ":") else { throw malformed("a colon is missing") }
        window.position += 1
        return key
    }

    /// Takes the next value out whole.
    mutating func cut(depthLimit: Int = JSONRecord.maximumDepth) throws(ExportError) -> Cut {
        guard try peek() != nil else { throw truncated() }
        let first = window.offset
        var start = window.position
        var scan = ValueScan(limit: depthLimit)
        var isOversized = false
        while true {
            let from = window.position
            let outcome = window.bytes.withUnsafeBufferPointer { scan.scan($0, from: from) }
            switch outcome {
            case .ends(let end):
                // Between documents nothing else would stop at a bracket or comma that closes nothing, forever.
                guard end > start || isOversized || !isEmpty.isEmpty else { throw malformed("a value is missing") }
                window.position = end
                if let place = scan.tooDeepAt { return .tooDeep(offset: first + place) }
                isOversized = isOversized || end - start > ByteWindow.recordLimit
                return isOversized ? .oversized : .value(start..<end)
            case .mismatch(let index):
                window.position = index
                throw malformed("brackets do not match")
            case .needsMore: window.position = window.bytes.count
            }
            isOversized = isOversized || scan.tooDeepAt != nil || window.bytes.count - start > ByteWindow.recordLimit
            if isOversized { start = window.position }
            let isMore = try window.refill(keepingFrom: start)
            if isMore { start = 0 }
            guard isMore || scan.mayEndHere else { throw truncated() }
            if !isMore { return isOversized ? .oversized : .value(start..<window.position) }
        }
    }

    /// Passes over a value. Depth beyond the limit refuses the document: it is the container's, not a record's.
    mutating func skip() throws(ExportError) {
        if case .tooDeep(let offset) = try cut(depthLimit: JSONRecord.maximumDepth - isEmpty.count) {
            throw .malformed(place: "byte \(offset)", reason: JSONFault.tooDeep.description)
        }
    }

    /// Nothing but white space may follow.
    mutating func finish() throws(ExportError) {
        guard try peek() == nil else { throw malformed("something follows the document") }
    }

    func malformed(_ reason: String) -> ExportError {
        .malformed(place: "byte \(window.offset)", reason: reason)
    }

    private func truncated() -> ExportError { .truncated(place: "byte \(window.offset)") }

    private mutating func advance(closing bracket: UInt8) throws(ExportError) -> Bool {
        guard let byte = try peek() else { throw truncated() }
        if byte == bracket {
            window.position += 1
            isEmpty.removeLast()
            return false
        }
        guard let level = isEmpty.indices.last else { return false }
        if isEmpty[level] {
            isEmpty[level] = false
            return true
        }
        guard byte == UInt8(ascii: ",") else { throw malformed("a comma is missing") }
        window.position += 1
        guard let next = try peek() else { throw truncated() }
        guard next != bracket else { throw malformed("a comma too many") }
        return true
    }
}
