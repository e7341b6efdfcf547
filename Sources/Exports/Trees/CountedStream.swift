/// A stream that tells how far it came.
final class CountedStream: ByteStream {
    private let base: any ByteStream
    private var position: Int
    private let onAdvance: (Int) -> Void

    init(_ base: any ByteStream, from position: Int = 0, onAdvance: @escaping (Int) -> Void) {
        self.base = base
        self.position = position
        self.onAdvance = onAdvance
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        let bytes = try base.read(upTo: count)
        advance(bytes.count)
        return bytes
    }

    func skip(_ count: Int) throws(ExportError) -> Int {
        let passed = try base.skip(count)
        advance(passed)
        return passed
    }

    var remarks: [String] { base.remarks }

    private func advance(_ count: Int) {
        position += count
        onAdvance(position)
    }
}
