import CDigest

/// The identifier of a block, made of its content (multiformats.io, 'CID').
struct ContentID: Hashable {
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The identifier that `bytes` begin with, and its length; nil: there is none.
    static func prefix(of bytes: ArraySlice<UInt8>) -> ContentID? {
        var rest = bytes
        // Version 0 has neither a version nor a codec: it is a SHA-256 digest as it is.
        if !bytes.starts(with: [0x12, 0x20]) {
            guard varint(&rest) == 1, varint(&rest) != nil else { return nil }
        }
        guard varint(&rest) != nil, let length = varint(&rest), length <= rest.count else { return nil }
        return ContentID(bytes: Array(bytes[..<(rest.startIndex + Int(length))]))
    }

    /// Whether the block can be what the identifier was made of. Digests other than SHA-256 are not judged.
    func matches(_ block: ArraySlice<UInt8>) -> Bool {
        let size = Int(SHA256_DIGEST_LENGTH)
        guard bytes.count >= size + 2, bytes.dropLast(size).suffix(2).elementsEqual([0x12, 0x20]) else { return true }
        var digest = [UInt8](repeating: 0, count: size)
        let content = Array(block)
        SHA256(content, content.count, &digest)
        return bytes.suffix(size).elementsEqual(digest)
    }

    /// As JSON has it: Multibase's `b` and RFC 4648's base 32 in small letters, without padding.
    var text: String {
        var out: [UInt8] = [UInt8(ascii: "b")]
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                out.append(Self.letter(buffer >> bits & 0x1F))
            }
        }
        if bits > 0 { out.append(Self.letter(buffer << (5 - bits) & 0x1F)) }
        return String(decoding: out, as: UTF8.self)
    }

    private static func letter(_ value: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? Int(UInt8(ascii: "a")) + value : Int(UInt8(ascii: "2")) + value - 26)
    }

    /// Takes an unsigned LEB128 number of at most nine bytes (multiformats.io, 'unsigned-varint').
    private static func varint(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
        var value: UInt64 = 0
        for (index, byte) in bytes.prefix(9).enumerated() {
            value |= UInt64(byte & 0x7F) << UInt64(7 * index)
            if byte < 0x80 {
                bytes = bytes.dropFirst(index + 1)
                return value
            }
        }
        return nil
    }
}
