import CSQLite
import Conversations
import Foundation

/// The store's file before SQLite sees it: made private from its first instant, and judged by its header
/// without touching it.
enum StoreFile {
    /// Makes the folder (0700) and the file (0600) where they are missing.
    /// - Parameter isShared: folders above that are made as well can be passed by others (0711).
    static func prepare(_ path: String, isShared: Bool = false) throws(StoreError) {
        try refuseNetworkFileSystem(path)
        let folder = FilePath.parent(of: path)
        try makeFolder(folder.isEmpty ? "." : folder, above: isShared ? 0o711 : 0o700)
        let file = open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
        if file >= 0 {
            close(file)
        } else if errno != EEXIST {
            throw .cannotCreate(path: path, errno: errno)
        }
    }

    private static func makeFolder(
        _ folder: String, mode: mode_t = 0o700, above: mode_t
    ) throws(StoreError) {
        guard access(folder, F_OK) != 0 else { return }
        let parent = FilePath.parent(of: folder)
        if !parent.isEmpty, parent != folder {
            try makeFolder(parent, mode: above, above: above)
        }
        if mkdir(folder, mode) != 0, errno != EEXIST {
            throw .cannotCreate(path: folder, errno: errno)
        }
    }

    /// Refuses a file that is not ours or was written by a newer lotse, by the bytes of its header
    /// (SQLite file format, 1.3: user version at 60, application id at 68). An empty file is a new store.
    static func check(_ path: String) throws(StoreError) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .cannotCreate(path: path, errno: errno)
        }
        defer { try? handle.close() }
        let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
        guard !header.isEmpty else { return }
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .notAStore(path: path)
        }
        let application = number(in: header, at: 68)
        let version = number(in: header, at: 60)
        // A crash between creating the file and the first checkpoint leaves the marks in the log.
        if application == 0, version == 0 { return }
        guard application == Schema.applicationID else { throw .notAStore(path: path) }
        guard version <= Schema.version else {
            throw .newerStore(path: path, store: version, program: Schema.version)
        }
    }

    /// Whether a file is a store of any version by its header, and not empty.
    static func isStore(_ path: String) -> Bool {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return false }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
        return header.count == 100 && number(in: header, at: 68) == Schema.applicationID
    }

    private static func number(in bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    /// NFS, SMB, CIFS and FUSE: locks are not to be trusted there, and WAL needs memory shared on one host.
    /// - Throws: `StoreError.networkFileSystem`.
    static func refuseNetworkFileSystem(_ path: String) throws(StoreError) {
        var folder = FilePath.parent(of: path)
        while !folder.isEmpty, folder != "/", access(folder, F_OK) != 0 {
            folder = FilePath.parent(of: folder)
        }
        let networked: Set<UInt> = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x6573_5546]
        if networked.contains(lotse_file_system(folder.isEmpty ? "." : folder)) {
            throw .networkFileSystem(path: path)
        }
    }
}
