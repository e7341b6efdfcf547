import Exports
import Foundation

/// The exports of a folder and its subfolders, in the order of their names. Links are not followed; hidden files and
/// folders, devices and pipes are left out. What cannot be listed is among them with the reason, so that it is said.
nonisolated struct FolderWalk {
    /// Subfolders in subfolders.
    static let deepest = 16
    /// Files and folders in all. Whoever names a whole disk means something else.
    static let most = 10_000

    private let limit: Int
    private var seen = 0
    private var found: [ImportPath] = []

    private init(limit: Int) {
        self.limit = limit
    }

    /// - Parameter limit: files and folders in all; beyond it the folder is refused as a whole.
    static func exports(in folder: PathBytes, limit: Int = most) -> [ImportPath] {
        var walk = FolderWalk(limit: limit)
        walk.enter(folder, depth: 0)
        guard walk.seen <= limit else {
            return [.refused(folder, .tooLarge(what: "the number of files and folders", limit: limit))]
        }
        return walk.found
    }

    private mutating func enter(_ folder: PathBytes, depth: Int) {
        guard seen <= limit else { return }
        if Self.isOneExport(folder) { return found.append(.file(folder)) }
        guard depth <= Self.deepest else {
            let error = ExportError.tooLarge(what: "the number of folders around it", limit: Self.deepest)
            return found.append(.refused(folder, error))
        }
        do throws(ExportError) {
            for entry in try FolderListing.list(folder, followsLink: depth == 0) {
                seen += 1
                switch entry.kind {
                case .file: found.append(.file(entry.path))
                case .folder: enter(entry.path, depth: depth + 1)
                }
            }
        } catch {
            found.append(.refused(folder, error))
        }
    }

    private static func isOneExport(_ folder: PathBytes) -> Bool {
        guard let input = try? ExportInput.open(pathBytes: folder.bytes), case .tree(let tree) = input.content else {
            return false
        }
        return ExportFormats.isOneExport(tree)
    }
}

/// Reads folders by bytes: Foundation's listing gives up on names that are not UTF-8.
nonisolated enum FolderListing {
    enum Kind {
        case file, folder
    }

    /// Files and folders of one folder in the order of their names.
    /// - Parameter followsLink: whether `folder` itself may be a link.
    /// - Throws: `ExportError.cannotRead`.
    static func list(
        _ folder: PathBytes, followsLink: Bool
    ) throws(ExportError) -> [(path: PathBytes, kind: Kind)] {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
        let descriptor = open(cString(folder), flags)
        guard descriptor >= 0 else { throw .cannotRead(errno: errno) }
        guard let stream = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw .cannotRead(errno: code)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: "."), name != Array("__MACOSX".utf8) { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .cannotRead(errno: errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map(folder.appending)
            .compactMap { path in kind(of: path).map { (path, $0) } }
    }

    /// The regular files directly in a folder; none where it cannot be read.
    static func files(in folder: PathBytes) -> [PathBytes] {
        let listed = (try? list(folder, followsLink: true)) ?? []
        return listed.filter { $0.kind == .file }.map(\.path)
    }

    /// Whether a path names a folder, also by a link.
    static func isFolder(_ path: PathBytes) -> Bool {
        var facts = stat()
        return stat(cString(path), &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// nil: neither a file nor a folder, such as a link or a pipe.
    private static func kind(of path: PathBytes) -> Kind? {
        var facts = stat()
        guard lstat(cString(path), &facts) == 0 else { return nil }
        return switch facts.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: nil
        }
    }

    private static func cString(_ path: PathBytes) -> [CChar] { path.bytes.map { CChar(bitPattern: $0) } + [0] }
}
