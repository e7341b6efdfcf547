/// How much memory undoing a compression would take, by what stands at its beginning.
enum DecoderWindow {
    /// libarchive decodes zstd windows up to 128 MiB (`zstd --long=27`); `xz -9` has 64 MiB.
    static let limit = 1 << 27
    /// Bytes of the beginning that are looked at.
    static let headSize = 64

    /// Throws `ExportError.tooLarge` for content that would need a larger window.
    static func check(_ head: [UInt8], _ compression: Compression) throws(ExportError) {
        let window: Int? =
            switch compression {
            case .zstd: zstandard(head)
            case .xz: xz(head)
            case .gzip, .bzip2, .lz4: nil
            }
        guard let window, window > limit else { return }
        throw .tooLarge(what: "bytes of the \(compression.rawValue) window", limit: limit)
    }

    /// RFC 8878, 3.1.1.1: the frame's descriptor, then its window unless the whole content is one.
    private static func zstandard(_ head: [UInt8]) -> Int? {
        guard head.count >= 6, head[4] & 0x20 == 0 else { return nil }
        let base = 1 << (10 + Int(head[5] >> 3))
        return base + base / 8 * Int(head[5] & 7)
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
