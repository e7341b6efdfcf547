import CSQLite
import Foundation

/// A lock beside the store for what one process does at a time: an open-file-description lock, gone with the
/// process that holds it, however it ends.
final class StoreLock {
    private let descriptor: Int32

    /// Takes the lock that a new import needs.
    /// - Throws: `StoreError.importRunning` when another process imports.
    static func forImport(_ path: String) throws(StoreError) -> StoreLock {
        guard let lock = try StoreLock(path, ".import", waits: false) else { throw .importRunning }
        return lock
    }

    /// Takes the lock under which replies are carried away, so that no two moderators carry the same one; waits
    /// for whoever has it.
    static func forOutbox(_ path: String) throws(StoreError) -> StoreLock {
        guard let lock = try StoreLock(path, ".outbox", waits: true) else { throw .busy }
        return lock
    }

    private init?(_ store: String, _ ending: String, waits: Bool) throws(StoreError) {
        let path = store + ending
        let flags = O_NOFOLLOW | O_CLOEXEC | O_RDWR
        let made = open(path, flags | O_CREAT | O_EXCL, 0o600)
        descriptor = made >= 0 ? made : open(path, flags | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        // Whoever makes the lock of a shared store makes it for all who share it.
        let access = StoreAccess(of: store)
        if made >= 0, access != .owner { try access.apply(to: made, path: path, mode: access.fileMode) }
        guard lotse_lock_file(descriptor, waits ? 1 : 0) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        // Given back by name: a process that is being spawned may hold the same description for a moment.
        lotse_unlock_file(descriptor)
        close(descriptor)
    }
}

extension Store {
    /// Carries replies away while no other process does.
    package func holdingOutbox<Value>(_ body: () throws -> Value) throws -> Value {
        let lock = try StoreLock.forOutbox(path)
        return try withExtendedLifetime(lock, body)
    }
}
