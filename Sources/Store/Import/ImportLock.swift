import CSQLite
import Foundation

/// One import at a time: an open-file-description lock beside the store, gone with the process that
/// holds it, however it ends.
final class ImportLock {
    private let descriptor: Int32

    /// - Throws: `StoreError.importRunning` when another process imports.
    init(store path: String) throws(StoreError) {
        let lock = path + ".import"
        descriptor = open(lock, O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
        guard descriptor >= 0 else { throw .cannotCreate(path: lock, errno: errno) }
        guard lotse_lock_file(descriptor, 1) == 0 else {
            close(descriptor)
            throw .importRunning
        }
    }

    deinit {
        // Given back by name: a process that is being spawned may hold the same description for a moment.
        _ = lotse_lock_file(descriptor, 0)
        close(descriptor)
    }
}
