import Foundation
import GRDB
import Glibc

extension Store {
    /// Writes a complete copy (VACUUM INTO), private to its owner, on disk when this returns.
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
        fsync(descriptor)
    }
}
