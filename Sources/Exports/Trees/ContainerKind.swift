/// How a single file is compressed.
enum Compression: String, CaseIterable {
    case gzip, bzip2, xz, zstd, lz4

    /// Name endings, of compressed files and of compressed tars.
    var endings: [String] {
        switch self {
        case .gzip: ["gz", "tgz"]
        case .bzip2: ["bz2", "tbz2", "tbz"]
        case .xz: ["xz", "txz"]
        case .zstd: ["zst", "tzst"]
        case .lz4: ["lz4"]
        }
    }

    init?(head: ArraySlice<UInt8>) {
        if head.starts(with: [0x1F, 0x8B, 8]) {
            self = .gzip
        } else if Self.isBzip2(head) {
            self = .bzip2
        } else if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
            self = .xz
        } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstd
        } else if head.starts(with: [0x04, 0x22, 0x4D, 0x18]) {
            self = .lz4
        } else {
            return nil
        }
    }

    /// `BZh`, a digit, and a block's or the end's mark: a text may begin with the letters alone.
    private static func isBzip2(_ head: ArraySlice<UInt8>) -> Bool {
        let mark = Array(head.prefix(10))
        guard mark.count == 10, mark.starts(with: Array("BZh".utf8)), (0x31...0x39).contains(mark[3]) else {
            return false
        }
        return mark[4...] == [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] || mark[4...] == [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]
    }
}

/// What a container is by its first bytes.
enum ContainerKind: Equatable {
    case zip
    case tar
    case compressed(Compression)

    /// Bytes of the beginning that settle it: one block of a tar.
    static let headSize = 512

    /// nil: no container, as far as the beginning says.
    init?(head: ArraySlice<UInt8>) {
        if let compression = Compression(head: head) {
            self = .compressed(compression)
        } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .zip
        } else if Self.isTar(head) {
            self = .tar
        } else {
            return nil
        }
    }

    /// Whether an entry's name says that it is a container, so that it is worth looking at its beginning.
    static func isLikely(name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[name.index(after: dot)...].lowercased()
        return ["zip", "tar"].contains(ending) || Compression.allCases.contains { $0.endings.contains(ending) }
    }

    /// A name without the ending that says how its file is compressed: `a.json` for `a.json.gz`.
    package static func withoutEnding(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        let ending = name[name.index(after: dot)...].lowercased()
        let stem = name[..<dot]
        guard Compression.allCases.contains(where: { $0.endings.contains(ending) }), !stem.hasSuffix("/") else {
            return name
        }
        return String(stem)
    }

    /// POSIX.1-1988 ustar and older: the sum of the header's bytes, its own field counted as blanks. Old tars added
    /// signed bytes.
    private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
        let block = Array(head.prefix(headSize))
        guard block.count == headSize, block[0] != 0 else { return false }
        let field = block[148..<156].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard !field.isEmpty else { return false }
        let written = field.reduce(0) { $0 * 8 + Int($1 - 0x30) }
        let others = block[..<148] + block[156...]
        let blanks = 8 * 0x20
        return written == others.reduce(blanks) { $0 + Int($1) }
            || written == others.reduce(blanks) { $0 + Int(Int8(bitPattern: $1)) }
    }
}
