import Glibc

/// A folder with its subfolders, in the order of the names' bytes. Links are not followed; hidden files and folders
/// and `__MACOSX` are left out.
final class FolderContainer: Container {
    let members: [ContainerMember]
    let passedOver: [PassedOver]
    private(set) var consumed = 0

    /// When the newest of its files was changed, milliseconds since 1970 UTC; nil: there is none.
    let modifiedAt: Int64?

    private let root: [UInt8]
    private let paths: [[UInt8]]

    init(pathBytes root: [UInt8], limits: ContainerLimits) throws(ExportError) {
        var walk = FolderWalk(root: root, limits: limits)
        try walk.run()
        let files = walk.files.sorted { $0.path.lexicographicallyPrecedes($1.path) }
        self.root = root
        paths = files.map(\.path)
        members = files.map { ContainerMember(name: String(decoding: $0.path, as: UTF8.self), size: $0.size) }
        passedOver = walk.passedOver
        modifiedAt = files.map(\.modifiedAt).max()
    }

    /// Bytes of all files.
    var size: Int { members.reduce(0) { $0 + ($1.size ?? 0) } }

    func open(_ member: Int) throws(ExportError) -> any ByteStream {
        let before = consumed
        return CountedStream(FileStream(try file(member))) { [weak self] in self?.consumed = before + $0 }
    }

    func file(_ member: Int, limits: ContainerLimits) throws(ExportError) -> OpenFile {
        consumed += members[member].size ?? 0
        return try file(member)
    }

    /// Each file's name, a NUL and its bytes, in order: what a digest of the folder is of.
    func eachRawChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws(ExportError) {
        for (index, path) in paths.enumerated() {
            (path + [0]).withUnsafeBytes(body)
            let stream = FileStream(try file(index))
            while true {
                let bytes = try stream.read(upTo: ByteSource.defaultChunkSize)
                bytes.withUnsafeBytes(body)
                if bytes.count < ByteSource.defaultChunkSize { break }
            }
        }
    }

    private func file(_ member: Int) throws(ExportError) -> OpenFile {
        try OpenFile(pathBytes: root + [UInt8(ascii: "/")] + paths[member], followsLinks: false)
    }
}

/// Goes through a folder without recursion.
private struct FolderWalk {
    let root: [UInt8]
    let limits: ContainerLimits
    /// Names below `root`.
    private(set) var files: [(path: [UInt8], size: Int, modifiedAt: Int64)] = []
    private(set) var passedOver: [PassedOver] = []
    private var folders: [[UInt8]] = [[]]
    private var seen = 0

    init(root: [UInt8], limits: ContainerLimits) {
        self.root = root
        self.limits = limits
    }

    mutating func run() throws(ExportError) {
        while let folder = folders.popLast() {
            for name in try names(in: folder) { try take(folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name) }
        }
    }

    private mutating func take(_ path: [UInt8]) throws(ExportError) {
        seen += 1
        guard seen <= limits.entries else { throw .tooLarge(what: "files", limit: limits.entries) }
        var facts = stat()
        guard lstat(cString(path), &facts) == 0 else { throw failure(errno, path) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: files.append((path, Int(facts.st_size), OpenFile.Status(facts).modifiedAt))
        case S_IFDIR: folders.append(path)
        case S_IFLNK: passedOver.append(PassedOver(name: shown(path), reason: "a symbolic link"))
        default: passedOver.append(PassedOver(name: shown(path), reason: "not a file"))
        }
    }

    private func names(in folder: [UInt8]) throws(ExportError) -> [[UInt8]] {
        guard let stream = opendir(cString(folder)) else { throw failure(errno, folder) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard name.first != UInt8(ascii: "."), name != Array("__MACOSX".utf8) else { continue }
            names.append(name)
            guard names.count <= limits.entries else { throw .tooLarge(what: "files", limit: limits.entries) }
            errno = 0
        }
        guard errno == 0 else { throw failure(errno, folder) }
        return names
    }

    private func cString(_ path: [UInt8]) -> [CChar] {
        (root + [UInt8(ascii: "/")] + path + [0]).map { CChar(bitPattern: $0) }
    }

    private func shown(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

    private func failure(_ code: Int32, _ path: [UInt8]) -> ExportError {
        path.isEmpty ? .cannotRead(errno: code) : .inEntry(shown(path), .cannotRead(errno: code))
    }
}
