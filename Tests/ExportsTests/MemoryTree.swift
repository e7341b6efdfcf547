@testable import Exports

/// A tree of files that are in memory.
struct MemoryTree: ExportTree {
    let entries: [ExportEntry]
    private let contents: [[UInt8]]

    init(_ files: [(path: String, bytes: [UInt8])]) {
        contents = files.map(\.bytes)
        entries = files.enumerated().map { index, file in
            ExportEntry(path: file.path, size: file.bytes.count, index: index)
        }
    }

    init(texts files: [(path: String, text: String)]) {
        self.init(files.map { ($0.path, Array($0.text.utf8)) })
    }

    func open(_ entry: ExportEntry) throws(ExportError) -> ByteSource {
        try ByteSource(bytes: contents[entry.index])
    }
}

extension Reading {
    /// Reads a tree with a reader that is told.
    init(_ tree: some ExportTree, _ reader: any TreeReader.Type, options: ExportOptions = ExportOptions()) throws {
        self.init()
        try reader.read(tree, options: options) { take($0) }
    }
}
