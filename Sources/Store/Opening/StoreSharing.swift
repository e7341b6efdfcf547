import Foundation

extension Store {
    /// Makes a store, or gives the files of one that is there the access that it should have.
    ///
    /// - Parameter group: the group of the system that shares it from now on; nil: a new store is its owner's alone,
    ///   and one that is there stays whose it is.
    /// - Returns: who may use it now.
    /// - Throws: `StoreError`: `unknownGroup`, `notInGroup`, `notOwner`, `folderHoldsOthers`, `networkFileSystem` and
    ///   what `open` throws.
    package static func initialize(
        _ path: String, group: String?, options: StoreOptions
    ) throws(StoreError) -> StoreAccess {
        try StoreFile.refuseNetworkFileSystem(path)
        let shared = try group.map { name throws(StoreError) in try sharing(with: name) }
        if FileState(path) != nil { try StoreFile.check(path) }
        let access = shared ?? StoreAccess(of: path)
        let folder = StoreFolder(of: path)
        let stranger = try folder.stranger()
        if access != .owner, let stranger { throw .folderHoldsOthers(path: folder.path, name: stranger) }
        try StoreFile.prepare(path, isShared: access != .owner)
        try access.settle(folder, withFolder: stranger == nil)
        _ = try open(path, options: options)
        try access.settle(folder, withFolder: stranger == nil)
        return access
    }

    private static func sharing(with name: String) throws(StoreError) -> StoreAccess {
        guard let group = SystemGroup(named: name) else { throw .unknownGroup(name) }
        guard group.holdsThisProcess else { throw .notInGroup(name) }
        return .group(group)
    }
}

extension StoreAccess {
    /// Gives the store's files and its folder this access. The folder is opened to others last and closed first, so
    /// that nobody finds in it what is not theirs.
    fileprivate func settle(_ folder: StoreFolder, withFolder: Bool) throws(StoreError) {
        if withFolder, self == .owner { try settleFolder(folder.path) }
        for file in try folder.files() { try settle(file, mode: fileMode, flags: O_RDONLY) }
        if withFolder, self != .owner { try settleFolder(folder.path) }
    }

    private func settleFolder(_ path: String) throws(StoreError) {
        try settle(path, mode: folderMode, flags: O_RDONLY | O_DIRECTORY)
    }

    private func settle(_ path: String, mode: UInt32, flags: Int32) throws(StoreError) {
        let descriptor = open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { close(descriptor) }
        try apply(to: descriptor, path: path, mode: mode)
    }
}
