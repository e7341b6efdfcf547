/// Bytes that are read once, in order: a stretch of a file, an archive's entry, what was compressed.
package protocol ByteStream: AnyObject {
    /// Fills up to `count` bytes; fewer mean the end. Throws `ExportError` where the bytes cannot be had, which
    /// includes a packed form that ends too early or does not match its checksum.
    func read(upTo count: Int) throws(ExportError) -> [UInt8]

    /// Passes over up to `count` bytes where that is cheaper than reading. Returns how many; fewer, also none, are
    /// no sign of the end.
    func skip(_ count: Int) throws(ExportError) -> Int

    /// What was odd without being an error, complete at the end.
    var remarks: [String] { get }
}

extension ByteStream {
    package func skip(_ count: Int) throws(ExportError) -> Int { 0 }

    package var remarks: [String] { [] }

    /// Reads what is left and drops it, so that checksums at the end are verified.
    func drain() throws(ExportError) {
        while try read(upTo: ByteSource.defaultChunkSize).count == ByteSource.defaultChunkSize {}
    }
}

/// A stretch of a file, read without moving what others read of the same file.
final class FileStream: ByteStream {
    private let file: OpenFile
    private let end: Int
    private let isWhole: Bool
    /// Offset in the file of the next byte.
    private(set) var position: Int

    /// `end`: offset behind the last byte; nil: all there is.
    init(_ file: OpenFile, from start: Int = 0, to end: Int? = nil) {
        self.file = file
        position = start
        isWhole = start == 0 && end == nil
        self.end = end ?? file.status?.size ?? Int.max
    }

    /// Throws `.changedWhileReading` at the end of a file that was to be read as a whole and is another one now.
    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        let wanted = max(0, min(count, end - position))
        let bytes = try file.read(upTo: wanted, at: position)
        position += bytes.count
        if isWhole, bytes.count < count { try file.checkUnchanged(afterReading: position) }
        return bytes
    }

    func skip(_ count: Int) throws(ExportError) -> Int {
        let passed = max(0, min(count, end - position))
        position += passed
        return passed
    }
}

/// Bytes that are in memory, then those of another stream.
final class PrefixedStream: ByteStream {
    private var prefix: ArraySlice<UInt8>
    private let rest: any ByteStream

    init(_ prefix: [UInt8], _ rest: any ByteStream) {
        self.prefix = prefix[...]
        self.rest = rest
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        guard !prefix.isEmpty else { return try rest.read(upTo: count) }
        let start = Array(prefix.prefix(count))
        prefix = prefix.dropFirst(count)
        return start.count == count ? start : start + (try rest.read(upTo: count - start.count))
    }

    var remarks: [String] { rest.remarks }
}

/// A stream whose errors name the file that it is inside a folder or archive.
final class NamedStream: ByteStream {
    private let base: any ByteStream
    private let name: String

    init(_ base: any ByteStream, name: String) {
        self.base = base
        self.name = name
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        do {
            return try base.read(upTo: count)
        } catch {
            throw error.inside(name)
        }
    }

    var remarks: [String] { base.remarks }
}
