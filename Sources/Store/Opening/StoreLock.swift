import CSQLite
import Foundation

/// A lock beside the store for what one process does at a time: an open-file-description lock, gone with the
/// process that holds it, however it ends.
final class StoreLock {
    private let descriptor: Int32

    /// Takes the lock that a new import needs.
    /// - Throws: `StoreError.importRunning` when another process imports.
    static func forImport(_ path: String) throws(StoreError) -> StoreLock {
        guard let lock = try StoreLock(path + ".import", waits: false) else { throw .importRunning }
        return lock
    }

    /// Takes the lock under which replies are carried away, so that no two moderators carry the same one; waits
    /// for whoever has it.
    static func forOutbox(_ path: String) throws(StoreError) -> StoreLock {
        guard let lock = try StoreLock(path + ".outbox", waits: true) else { throw .busy }
        return lock
    }

    private init?(_ path: String, waits: Bool) throws(StoreError) {
        descriptor = open(path, O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0o600)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
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
