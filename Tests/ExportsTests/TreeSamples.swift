import Foundation

@testable import Exports

extension MemoryTree {
    /// The files of a folder, by their paths inside; nil: there is no such folder.
    init?(folder: String) {
        guard let paths = FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) else {
            return nil
        }
        var files: [(path: String, bytes: [UInt8])] = []
        for path in paths.sorted() {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder),
                !isFolder.boolValue, let data = FileManager.default.contents(atPath: "\(folder)/\(path)")
            else { continue }
            files.append((path, Array(data)))
        }
        self.init(files)
    }

    /// The same files in a folder around them.
    func wrapped(in folder: String) throws -> MemoryTree {
        MemoryTree(try entries.map { ("\(folder)/\($0.path)", try bytes(of: $0)) })
    }

    /// The same files, one of them with other bytes.
    func replacing(_ path: String, _ change: ([UInt8]) -> [UInt8]) throws -> MemoryTree {
        MemoryTree(try entries.map { ($0.path, $0.path == path ? change(try bytes(of: $0)) : try bytes(of: $0)) })
    }

    func bytes(of entry: ExportEntry) throws -> [UInt8] {
        var source = try open(entry)
        var bytes: [UInt8] = []
        while let chunk = try source.nextChunk() { bytes += chunk }
        return bytes
    }
}

/// Events of reading a tree, in order.
func treeEvents(_ tree: MemoryTree, _ reader: any TreeReader.Type) throws -> [ExportEvent] {
    var events: [ExportEvent] = []
    try reader.read(tree, options: ExportOptions()) { events.append($0) }
    return events
}
