import Exports
import Foundation

/// What an import command names: standard input, files, and the files of folders.
nonisolated package enum ImportPath: Equatable, Sendable {
    case standardInput
    case file(PathBytes)

    /// `-` is standard input. A folder whose layout is an export of its own stays one; any other stands for every
    /// regular file in it, in order of their names, without its subfolders and without following links; hidden
    /// files are left out.
    package static func expand(_ arguments: [String]) -> [ImportPath] {
        arguments.flatMap { argument in
            if argument == "-" { return [ImportPath.standardInput] }
            let path = PathBytes(argument: argument)
            guard FolderListing.isFolder(path), !isExport(path) else { return [.file(path)] }
            return FolderListing.files(in: path).map(ImportPath.file)
        }
    }

    private static func isExport(_ folder: PathBytes) -> Bool {
        guard let input = try? ExportInput.open(pathBytes: folder.bytes), case .tree(let tree) = input.content else {
            return false
        }
        return (try? ExportFormats.treeReader(for: tree)) != nil
    }

    package var shown: String {
        switch self {
        case .standardInput: "-"
        case .file(let path): path.shown
        }
    }
}

/// Reads folders by bytes: Foundation's listing gives up on names that are not UTF-8.
nonisolated enum FolderListing {
    /// Whether a path is itself a folder and has files to give; an empty or unreadable one is left to the reader,
    /// which says what it is.
    static func isFolder(_ path: PathBytes) -> Bool {
        kind(of: path) == S_IFDIR && !files(in: path).isEmpty
    }

    static func files(in folder: PathBytes) -> [PathBytes] {
        guard let stream = opendir(folder.bytes.map { CChar(bitPattern: $0) } + [0]) else { return [] }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
            .map(folder.appending)
            .filter { kind(of: $0) == S_IFREG }
    }

    private static func kind(of path: PathBytes) -> mode_t? {
        var facts = stat()
        guard lstat(path.bytes.map { CChar(bitPattern: $0) } + [0], &facts) == 0 else { return nil }
        return facts.st_mode & S_IFMT
    }
}
