import CArchive

/// What libarchive reads from: hands it the bytes of a stream in blocks, and keeps the error that it cannot carry.
final class ArchiveFeed {
    static let blockSize = 64 * 1024

    private let source: any ByteStream
    private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
    private var blockCount = 0
    private(set) var failure: ExportError?
    /// Bytes handed over or passed over.
    private(set) var total = 0
    /// Whether the last 512 bytes of the last block are zero: the end of a tar.
    private(set) var endsInZeros = false

    init(_ source: any ByteStream) {
        self.source = source
    }

    deinit {
        block.deallocate()
    }

    /// The next block, valid until the next call; its count is 0 at the end, negative after an error.
    func next() -> (start: UnsafeRawPointer?, count: Int) {
        guard failure == nil else { return (nil, Int(ARCHIVE_FATAL)) }
        do throws(ExportError) {
            let bytes = try source.read(upTo: Self.blockSize)
            guard !bytes.isEmpty else { return (nil, 0) }
            block.copyBytes(from: bytes)
            blockCount = bytes.count
            total += bytes.count
            endsInZeros = bytes.count >= 512 && bytes.suffix(512).allSatisfy { $0 == 0 }
            return (UnsafeRawPointer(block.baseAddress), bytes.count)
        } catch {
            failure = error
            return (nil, Int(ARCHIVE_FATAL))
        }
    }

    func skip(_ count: Int64) -> Int64 {
        guard failure == nil, count > 0 else { return 0 }
        do throws(ExportError) {
            let passed = try source.skip(Int(count))
            total += passed
            if passed > 0 { endsInZeros = false }
            return Int64(passed)
        } catch {
            failure = error
            return 0
        }
    }

    /// Whether anything but zeros follows the first `consumed` bytes; reads to the end for it.
    func hasMore(than consumed: Int) throws(ExportError) -> Bool {
        let rest = max(0, min(blockCount, total - consumed))
        if block[(blockCount - rest)..<blockCount].contains(where: { $0 != 0 }) { return true }
        while true {
            let bytes = try source.read(upTo: Self.blockSize)
            if bytes.contains(where: { $0 != 0 }) { return true }
            if bytes.count < Self.blockSize { return false }
        }
    }
}
