import Foundation
import GRDB
import Glibc

extension Store {
    /// Writes a complete copy (VACUUM INTO), on disk when this returns. It is private to its owner; in the folder of a
    /// shared store it is shared as the store is.
    /// - Throws: `StoreError.fileExists`; a backup never overwrites.
    package func backup(to file: String) throws(StoreError) {
        let descriptor = Glibc.open(file, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .fileExists(path: file) : .cannotCreate(path: file, errno: errno)
        }
        defer { close(descriptor) }
        do {
            try mapped {
                try reader.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [file]) }
            }
        } catch {
            unlink(file)
            throw error
        }
        if access != .owner, isBeside(file) {
            try access.apply(to: descriptor, path: file, mode: access.fileMode)
        }
        fsync(descriptor)
    }

    private func isBeside(_ file: String) -> Bool {
        let folders = [path, file].map { realpath(StoreFolder(of: $0).path, nil) }
        defer { folders.forEach { free($0) } }
        guard let own = folders[0], let other = folders[1] else { return false }
        return strcmp(own, other) == 0
    }
}
