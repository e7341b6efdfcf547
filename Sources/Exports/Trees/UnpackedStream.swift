/// What a single file was before it was compressed.
final class UnpackedStream: ByteStream {
    private let archive: ArchiveStream
    private let compression: Compression
    private var isFinished = false
    private(set) var remarks: [String] = []

    /// The unpacked form of `source`, which begins with the mark of `compression`.
    static func of(_ source: any ByteStream, _ compression: Compression) throws(ExportError) -> any ByteStream {
        switch compression {
        case .gzip: return try GzipStream(source)
        case .bzip2, .xz, .zstd, .lz4:
            let head = try source.read(upTo: DecoderWindow.headSize)
            try DecoderWindow.check(head, compression)
            return try UnpackedStream(PrefixedStream(head, source), compression)
        }
    }

    private init(_ source: any ByteStream, _ compression: Compression) throws(ExportError) {
        self.compression = compression
        archive = try ArchiveStream(source, .packed(compression))
        guard try archive.nextHeader() != nil else { throw .truncated(place: "packed byte \(archive.consumed)") }
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        guard !isFinished else { return [] }
        let bytes = try archive.read(upTo: count)
        if bytes.count < count {
            isFinished = true
            if try archive.hasMore() {
                remarks.append("what follows the end of the \(compression.rawValue) data was passed over")
            }
        }
        return bytes
    }
}
