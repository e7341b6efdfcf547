/// The part of a source that is being looked at. It holds what is not consumed yet and no more, so that memory
/// depends on the largest record, not on the file.
struct ByteWindow {
    /// Records beyond this are passed over by scanning, without being held: 4 MiB.
    static let recordLimit = 4 * 1024 * 1024

    private(set) var source: ByteSource
    private(set) var bytes: [UInt8] = []
    /// Index in `bytes` of the next byte to look at.
    var position = 0
    /// Offset in the decoded content of `bytes[0]`.
    private(set) var base = 0

    init(_ source: ByteSource) { self.source = source }

    /// Offset in the decoded content of the next byte.
    var offset: Int { base + position }

    /// Reads on and drops what stands before `start`; indices into `bytes` from before sink by `start`.
    /// False: there is nothing more, and nothing was dropped.
    mutating func refill(keepingFrom start: Int) throws(ExportError) -> Bool {
        guard let chunk = try source.nextChunk() else { return false }
        if start == bytes.count {
            bytes = Array(chunk)
        } else {
            bytes.removeSubrange(..<start)
            bytes.append(contentsOf: chunk)
        }
        base += start
        position -= start
        return true
    }

    /// The next byte; nil at the end.
    mutating func peek() throws(ExportError) -> UInt8? {
        if position == bytes.count {
            guard try refill(keepingFrom: position) else { return nil }
        }
        return bytes[position]
    }

    /// The next byte that is not JSON's white space; nil at the end.
    mutating func peekPastBlanks() throws(ExportError) -> UInt8? {
        while let byte = try peek() {
            guard isJSONBlank(byte) else { return byte }
            position += 1
        }
        return nil
    }
}

/// RFC 8259, section 2: blank, tab, line feed, carriage return.
@inline(__always)
func isJSONBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
