/// The bytes of an export, decoded to UTF-8 and handed out in chunks; memory does not grow with the file.
/// Bytes that are not valid UTF-8 pass through: what they become is the record decoder's decision.
package struct ByteSource {
    /// Raw bytes per read: big enough that reading costs nothing, small enough for a small machine.
    package static let defaultChunkSize = 256 * 1024

    /// Called with the raw bytes of the file, in order, each once, before their decoded form is handed out:
    /// for the digest of the file. Set it before the first `nextChunk`.
    package var onRawBytes: ((UnsafeRawBufferPointer) -> Void)?
    /// Offset in the decoded content of the next byte that `nextChunk` hands out, counted from 0.
    package private(set) var offset = 0
    /// Raw bytes handed out so far, for progress against `size`.
    package private(set) var rawBytesRead = 0
    /// Time of the last change, milliseconds since 1970 UTC; nil where the source is no regular file.
    package let modifiedAt: Int64?
    /// Raw bytes in all; nil where the source does not say.
    package let size: Int?

    private let origin: Origin
    private let chunkSize: Int
    private var decoder: ByteDecoder
    /// What was read ahead for detection and not handed out yet, in order.
    private var ahead: [Piece] = []
    private var detectionHead: DetectionHead
    private var isFinished = false

    private struct Piece {
        var raw: [UInt8]
        var decoded: [UInt8]
    }

    private enum Origin {
        case file(OpenFile)
        case memory([UInt8])
        case stream(any ByteStream)

        func read(upTo count: Int, at offset: Int) throws(ExportError) -> [UInt8] {
            switch self {
            case .file(let file): try file.read(upTo: count)
            case .memory(let bytes): Array(bytes.dropFirst(offset).prefix(count))
            case .stream(let stream): try stream.read(upTo: count)
            }
        }
    }

    /// Opens a regular file (links are followed). A pipe, device or directory is refused without being read,
    /// and opening one does not block.
    package init(path: String) throws(ExportError) {
        try self.init(pathBytes: Array(path.utf8))
    }

    /// As `init(path:)`, for names that are not UTF-8.
    package init(pathBytes: [UInt8]) throws(ExportError) {
        try self.init(file: OpenFile(pathBytes: pathBytes))
    }

    /// Reads from a descriptor that is open already, such as standard input; it is not closed.
    package init(fileDescriptor: Int32) throws(ExportError) {
        try self.init(file: OpenFile(descriptor: fileDescriptor))
    }

    /// Content that is in memory, handed out in chunks of `chunkSize` bytes.
    package init(bytes: [UInt8], chunkSize: Int = ByteSource.defaultChunkSize) throws(ExportError) {
        try self.init(.memory(bytes), size: bytes.count, modifiedAt: nil, chunkSize: max(1, chunkSize))
    }

    /// Content that is unpacked while it is read; its raw bytes are the unpacked ones, before they are decoded.
    /// `size`: how many there are, as far as the archive is to be believed.
    package init(
        stream: any ByteStream, size: Int? = nil, modifiedAt: Int64? = nil
    ) throws(ExportError) {
        try self.init(.stream(stream), size: size, modifiedAt: modifiedAt, chunkSize: Self.defaultChunkSize)
    }

    init(file: OpenFile) throws(ExportError) {
        try self.init(
            .file(file), size: file.status?.size, modifiedAt: file.status?.modifiedAt,
            chunkSize: Self.defaultChunkSize)
    }

    private init(_ origin: Origin, size: Int?, modifiedAt: Int64?, chunkSize: Int) throws(ExportError) {
        self.origin = origin
        self.size = size
        self.modifiedAt = modifiedAt
        self.chunkSize = chunkSize
        let raw = try origin.read(upTo: chunkSize, at: 0)
        decoder = try ByteDecoder(head: raw[...])
        let decoded = decoder.decode(raw, isLast: raw.count < chunkSize)
        detectionHead = DetectionHead(decoded)
        ahead = [Piece(raw: raw, decoded: decoded)]
        try readAhead()
    }

    private mutating func readAhead() throws(ExportError) {
        var count = ahead[0].raw.count
        while detectionHead.isHungry, ahead[ahead.count - 1].raw.count == chunkSize, count < DetectionHead.readAhead {
            let raw = try origin.read(upTo: chunkSize, at: count)
            let decoded = decoder.decode(raw, isLast: raw.count < chunkSize)
            detectionHead.append(decoded)
            ahead.append(Piece(raw: raw, decoded: decoded))
            count += raw.count
        }
    }

    /// The first 64 KiB of the decoded content, for detection; they are not consumed. Long strings of JSON are cut.
    /// Empty once the first chunk was taken.
    package var head: ArraySlice<UInt8> { detectionHead.bytes[...] }

    /// What was odd about the packed form without being an error, such as bytes after its end; complete once
    /// everything was read.
    package var remarks: [String] {
        if case .stream(let stream) = origin { stream.remarks } else { [] }
    }

    /// The first raw bytes; empty once the first chunk was taken.
    var rawHead: ArraySlice<UInt8> { ahead.first?.raw.prefix(DetectionHead.size) ?? [] }

    /// The next decoded bytes, never empty; nil at the end. Throws `ExportError.cannotRead`, and
    /// `.changedWhileReading` at the end of a file that is not what it was when it was opened.
    package mutating func nextChunk() throws(ExportError) -> ArraySlice<UInt8>? {
        while !ahead.isEmpty {
            let piece = ahead.removeFirst()
            detectionHead.drop()
            try take(piece.raw)
            if !piece.decoded.isEmpty { return handOut(piece.decoded) }
        }
        while !isFinished {
            let raw = try origin.read(upTo: chunkSize, at: rawBytesRead)
            try take(raw)
            let decoded = decoder.decode(raw, isLast: isFinished)
            if !decoded.isEmpty { return handOut(decoded) }
        }
        return nil
    }

    private mutating func take(_ raw: [UInt8]) throws(ExportError) {
        report(raw)
        guard raw.count < chunkSize else { return }
        isFinished = true
        if case .file(let file) = origin { try file.checkUnchanged(afterReading: rawBytesRead) }
    }

    private mutating func report(_ raw: [UInt8]) {
        rawBytesRead += raw.count
        guard let onRawBytes else { return }
        raw.withUnsafeBytes { onRawBytes($0) }
    }

    private mutating func handOut(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        offset += bytes.count
        return bytes[...]
    }
}
