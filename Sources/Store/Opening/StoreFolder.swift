import Conversations
import Foundation

/// The folder of a store and what of it belongs to the store.
struct StoreFolder {
    /// The database file.
    let store: String
    let path: String

    init(of store: String) {
        self.store = store
        let parent = FilePath.parent(of: store)
        path = parent.isEmpty ? "." : parent
    }

    /// The database, its log and index, the locks, and backups that lie beside them. Sorted.
    /// - Throws: `StoreError.cannotCreate` where the folder cannot be read.
    func files() throws(StoreError) -> [String] {
        try names().filter(isOurs).map(inside)
    }

    /// The first thing in the folder that is not the store's; nil: the folder is the store's alone.
    func stranger() throws(StoreError) -> String? {
        try names().first { !isOurs($0) }
    }

    private func inside(_ name: String) -> String { path + "/" + name }

    private func names() throws(StoreError) -> [String] {
        guard FileState(path) != nil else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw .cannotCreate(path: path, errno: EACCES)
        }
    }

    private func isOurs(_ name: String) -> Bool {
        guard FileState(inside(name))?.isFile == true else { return false }
        let database = (store as NSString).lastPathComponent
        let endings = ["-wal", "-shm", "-journal", ".import", ".outbox"]
        if name == database || endings.contains(where: { name == database + $0 }) { return true }
        let base = endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
        return StoreFile.isStore(inside(base))
    }
}
