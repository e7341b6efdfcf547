import CDigest

@testable import Exports

/// A DAG-CBOR value to be written in tests; lists of pairs keep their order, so wrong orders can be written too.
indirect enum DAGCBOR {
    case number(UInt64), text(String), data([UInt8]), list([DAGCBOR]), map([(String, DAGCBOR)]), link(ContentID), null
    case raw([UInt8])

    var bytes: [UInt8] {
        switch self {
        case .number(let value): Self.head(0, value)
        case .text(let text): Self.head(3, UInt64(text.utf8.count)) + Array(text.utf8)
        case .data(let data): Self.head(2, UInt64(data.count)) + data
        case .list(let items): Self.head(4, UInt64(items.count)) + items.flatMap(\.bytes)
        case .map(let pairs):
            Self.head(5, UInt64(pairs.count)) + pairs.flatMap { DAGCBOR.text($0.0).bytes + $0.1.bytes }
        case .link(let id): [0xD8, 0x2A] + Self.head(2, UInt64(id.bytes.count + 1)) + [0] + id.bytes
        case .null: [0xF6]
        case .raw(let bytes): bytes
        }
    }

    /// The identifier of the value: version 1, DAG-CBOR, SHA-256.
    var id: ContentID {
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256(bytes, bytes.count, &digest)
        return ContentID(bytes: [0x01, 0x71, 0x12, 0x20] + digest)
    }

    private static func head(_ major: UInt8, _ value: UInt64) -> [UInt8] {
        if value < 24 { return [major << 5 | UInt8(value)] }
        if value < 256 { return [major << 5 | 24, UInt8(value)] }
        return [major << 5 | 27] + (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) }
    }
}

/// A content addressable archive in the making.
struct CARWriter {
    var roots: [ContentID] = []
    var sections: [[UInt8]] = []

    mutating func add(_ value: DAGCBOR) { sections.append(value.id.bytes + value.bytes) }

    var bytes: [UInt8] {
        let header = DAGCBOR.map([("roots", .list(roots.map(DAGCBOR.link))), ("version", .number(1))]).bytes
        return Self.framed(header) + sections.flatMap(Self.framed)
    }

    private static func framed(_ bytes: [UInt8]) -> [UInt8] {
        var length = bytes.count
        var out: [UInt8] = []
        while length >= 0x80 {
            out.append(UInt8(length & 0x7F) | 0x80)
            length >>= 7
        }
        return out + [UInt8(length)] + bytes
    }
}
