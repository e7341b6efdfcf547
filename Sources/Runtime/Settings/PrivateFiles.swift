import Conversations
import Foundation

/// Files and folders for their owner alone, from their first instant and whatever the umask. Foundation makes them wide
/// and narrows them afterwards: in between others can open them.
nonisolated package enum PrivateFiles {
    /// Makes a folder (0700), and those above it that are missing.
    /// - Returns: whether something is there now.
    @discardableResult
    package static func makeFolder(_ path: String) -> Bool {
        guard !path.isEmpty, access(path, F_OK) != 0 else { return true }
        let parent = FilePath.parent(of: path)
        if parent != path { makeFolder(parent) }
        return mkdir(path, 0o700) == 0 || errno == EEXIST
    }

    /// Writes a file (0600) whole, in the place of one that is there, and its folder where that is missing. A link in its
    /// place is replaced, not followed.
    /// - Returns: whether it is on disk.
    @discardableResult
    package static func replace(_ path: String, with text: String) -> Bool {
        makeFolder(FilePath.parent(of: path))
        let new = path + "." + UUID().uuidString
        let file = open(new, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_WRONLY, 0o600)
        guard file >= 0 else { return false }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
        } catch {
            unlink(new)
            return false
        }
        if rename(new, path) == 0 { return syncFolder(of: path) == 0 }
        unlink(new)
        return false
    }

    /// Puts on disk that a file stands in its folder: syncing the file alone keeps its bytes, not its name (fsync(2)).
    /// - Returns: 0, or why not (errno).
    package static func syncFolder(of path: String) -> Int32 {
        let parent = (path as NSString).deletingLastPathComponent
        let folder = open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder < 0, errno == EACCES {
            // A folder that one may write to and not read cannot be opened; the system can still be asked for all.
            sync()
            return 0
        }
        guard folder >= 0 else { return errno }
        defer { close(folder) }
        // Some file systems have nothing to sync for a folder.
        return fsync(folder) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP ? 0 : errno
    }
}
