/// The bytes of a tar, which can be had again.
final class PackedTar {
    /// Whether they can be had from any offset.
    let isSeekable: Bool
    private let compression: Compression?
    private let budget: UnpackBudget
    private let source: (Int) throws(ExportError) -> any ByteStream
    private let progress: Progress

    private final class Progress {
        var packed = 0
        var unpacked = 0
    }

    /// `source` gives the packed bytes from an offset on, which is 0 where they are compressed.
    init(
        compression: Compression?, limits: ContainerLimits, within outer: UnpackBudget?,
        source: @escaping (Int) throws(ExportError) -> any ByteStream
    ) {
        let progress = Progress()
        self.compression = compression
        self.source = source
        self.progress = progress
        isSeekable = compression == nil
        budget = UnpackBudget(limits, within: outer) { progress.packed }
    }

    /// Packed bytes used up by the stream that came furthest.
    var consumed: Int { progress.packed }

    /// Bytes of the tar by the stream that came furthest.
    var unpacked: Int { progress.unpacked }

    func stream(from offset: Int) throws(ExportError) -> any ByteStream {
        let progress = progress
        let raw = CountedStream(try source(offset), from: offset) { progress.packed = max(progress.packed, $0) }
        let tar: any ByteStream
        if let compression {
            tar = MeteredStream(try UnpackedStream.of(raw, compression), budget, key: 0)
        } else {
            tar = raw
        }
        return CountedStream(tar, from: offset) { progress.unpacked = max(progress.unpacked, $0) }
    }
}
