import Exports

/// What an import command names: standard input, files, and the exports of folders.
nonisolated package enum ImportPath: Equatable, Sendable {
    case standardInput
    /// A file, or a folder that is one export.
    case file(PathBytes)
    /// What cannot be imported for a reason that is known before: a folder that cannot be listed.
    case refused(PathBytes, ExportError)

    /// `-` is standard input. A folder whose layout is an export of its own stays one; any other stands for what
    /// is in it and in its subfolders (`FolderWalk`). An empty one is left to the reader, which says what it is.
    package static func expand(_ arguments: [String]) -> [ImportPath] {
        arguments.flatMap { argument in
            if argument == "-" { return [ImportPath.standardInput] }
            let path = PathBytes(argument: argument)
            guard FolderListing.isFolder(path) else { return [.file(path)] }
            let found = FolderWalk.exports(in: path)
            return found.isEmpty ? [.file(path)] : found
        }
    }

    /// The last part of the name, for where there is little room.
    package var shownName: String {
        switch self {
        case .standardInput: "-"
        case .file(let path), .refused(let path, _): String(decoding: path.fileName, as: UTF8.self)
        }
    }

    package var shown: String {
        switch self {
        case .standardInput: "-"
        case .file(let path), .refused(let path, _): path.shown
        }
    }
}
