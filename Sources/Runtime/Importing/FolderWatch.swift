import Foundation

/// Which files of a folder have arrived and are whole. A file is whole when its size and time of change were the
/// same at two looks; a file that changes later arrives once more. Names beginning with a dot and common endings of
/// half-written downloads are passed over.
nonisolated package struct FolderWatch {
    private struct State: Equatable {
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    private static let unfinished = [".part", ".crdownload", ".download", ".tmp"]

    private let folder: PathBytes
    private var seen: [PathBytes: State] = [:]
    private var taken: [PathBytes: State] = [:]

    package init(_ folder: PathBytes) {
        self.folder = folder
    }

    /// The files that are whole now and were not settled as they are, in the order of their names.
    package mutating func look() -> [ImportPath] {
        var now: [PathBytes: State] = [:]
        for file in FolderListing.files(in: folder) where !Self.isUnfinished(file) {
            if let state = Self.state(of: file) { now[file] = state }
        }
        let whole = now.filter { seen[$0.key] == $0.value && taken[$0.key] != $0.value }.keys
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        taken = taken.filter { now[$0.key] != nil }
        seen = now
        return whole.map(ImportPath.file)
    }

    /// The file needs no further try until it changes.
    package mutating func settle(_ path: ImportPath) {
        guard case .file(let file) = path else { return }
        taken[file] = seen[file]
    }

    private static func isUnfinished(_ file: PathBytes) -> Bool {
        let name = String(decoding: file.fileName, as: UTF8.self).lowercased()
        return unfinished.contains { name.hasSuffix($0) }
    }

    private static func state(of file: PathBytes) -> State? {
        var facts = stat()
        guard lstat(file.bytes.map { CChar(bitPattern: $0) } + [0], &facts) == 0 else { return nil }
        return State(size: Int(facts.st_size), seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec)
    }
}
