/// A tree reader on the files that one input holds: each begins behind a line `==> path`.
enum FuzzedTree {
    static func run(_ reader: any TreeReader.Type, on bytes: [UInt8]) {
        let tree = FramedTree(bytes)
        _ = reader.detect(tree)
        let outcome = FuzzedReader.collect { yield in
            try reader.read(tree, options: ExportOptions(zone: "Europe/Berlin"), yield: yield)
        }
        FuzzedReader.check(outcome, size: bytes.count)
    }
}

private struct FramedTree: ExportTree {
    private static let mark = Array("==> ".utf8)

    let entries: [ExportEntry]
    private let contents: [[UInt8]]

    init(_ bytes: [UInt8]) {
        var files: [(path: String, bytes: [UInt8])] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: Self.mark) {
                files.append((String(decoding: line.dropFirst(Self.mark.count), as: UTF8.self), []))
            } else if !files.isEmpty {
                files[files.count - 1].bytes += line + [0x0A]
            }
        }
        contents = files.map(\.bytes)
        entries = files.enumerated().map { ExportEntry(path: $1.path, size: $1.bytes.count, index: $0) }
    }

    func open(_ entry: ExportEntry) throws(ExportError) -> ByteSource { try ByteSource(bytes: contents[entry.index]) }
}
