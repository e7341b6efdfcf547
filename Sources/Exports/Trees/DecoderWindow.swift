/// How much memory undoing a compression would take, by what stands at its beginning.
enum DecoderWindow {
    /// libarchive 3.6 decodes zstd windows up to 128 MiB (`zstd --long=27`) and offers no way to raise that; `xz -9`
    /// has 64 MiB. The next larger window that zstd writes has 256 MiB, which is all the memory that hostile input
    /// may take.
    static let limit = 1 << 27
    /// Bytes of the beginning that are looked at.
    static let headSize = 64

    /// Throws `ExportError.windowTooLarge` for content that would need a larger window.
    static func check(_ head: [UInt8], _ compression: Compression) throws(ExportError) {
        let window: Int? =
            switch compression {
            case .zstd: zstandard(head)
            case .xz: xz(head)
            case .gzip, .bzip2, .lz4: nil
            }
        guard let window, window > limit else { return }
        throw .windowTooLarge(compression: compression.rawValue, limit: limit)
    }

    /// RFC 8878, 3.1.1.1: the frame's descriptor, then its window. Where the whole content is one window, its size
    /// stands behind the number of the dictionary instead.
    private static func zstandard(_ head: [UInt8]) -> Int? {
        guard head.count >= 6 else { return nil }
        let descriptor = head[4]
        guard descriptor & 0x20 != 0 else {
            let base = 1 << (10 + Int(head[5] >> 3))
            return base + base / 8 * Int(head[5] & 7)
        }
        let start = 5 + [0, 1, 2, 4][Int(descriptor & 3)]
        let size = [1, 2, 4, 8][Int(descriptor >> 6)]
        guard head.count >= start + size else { return nil }
        let content = head[start..<start + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int(clamping: size == 2 ? content + 256 : content)
    }

    /// The .xz file format 1.1.0, 3.1 and 5.3.1: the first block's header, LZMA2's dictionary.
    private static func xz(_ head: [UInt8]) -> Int? {
        guard head.count > 14, head[12] != 0 else { return nil }
        let flags = head[13]
        var position = 14
        func number() -> Int? {
            var value = 0
            for shift in stride(from: 0, to: 63, by: 7) {
                guard position < head.count else { return nil }
                let byte = head[position]
                position += 1
                value |= Int(byte & 0x7F) << shift
                if byte & 0x80 == 0 { return value }
            }
            return nil
        }
        if flags & 0x40 != 0 { _ = number() }
        if flags & 0x80 != 0 { _ = number() }
        for _ in 0...(flags & 3) {
            guard let filter = number(), let size = number(), size <= head.count - position else { return nil }
            if filter == 0x21, size == 1 {
                let bits = Int(head[position] & 0x3F)
                return bits >= 40 ? 1 << 32 : (2 | bits & 1) << (bits / 2 + 11)
            }
            position += size
        }
        return nil
    }
}
