import Conversations
import Foundation

/// Something about a store's files that lets too many people in, or keeps out those who share it.
package struct AccessProblem: Equatable, Sendable {
    package enum Fact: Equatable, Sendable {
        /// Permission bits that are there, and those that should be.
        case mode(found: UInt32, wanted: UInt32)
        /// The group of a file, and the one that shares the store.
        case group(found: SystemGroup, wanted: SystemGroup)
        /// A folder above the store's through which the group cannot go, as far as the modes tell.
        case closed(to: SystemGroup)
    }

    package var path: String
    package var fact: Fact
}

extension Store {
    /// Who may use this store.
    package var access: StoreAccess { StoreAccess(of: path) }

    /// What is wrong with the modes of the store's files and folder; empty: nothing.
    package func accessProblems() throws(StoreError) -> [AccessProblem] {
        let folder = StoreFolder(of: path)
        var problems: [AccessProblem] = []
        // A folder that holds other things as well is not the store's to judge, but where it is shared.
        let isAlone = try folder.stranger() == nil
        if access != .owner || isAlone {
            problems += access.problems(folder.path, mode: access.folderMode)
        }
        for file in try folder.files() { problems += access.problems(file, mode: access.fileMode) }
        return problems + access.closedFolders(above: folder.path)
    }
}

extension StoreAccess {
    fileprivate func problems(_ path: String, mode: UInt32) -> [AccessProblem] {
        guard let file = FileState(path) else { return [] }
        var problems: [AccessProblem] = []
        if case .group(let group) = self, file.group != group.id {
            let found = SystemGroup(id: file.group)
            problems.append(AccessProblem(path: path, fact: .group(found: found, wanted: group)))
        }
        if file.mode != mode {
            problems.append(AccessProblem(path: path, fact: .mode(found: file.mode, wanted: mode)))
        }
        return problems
    }

    /// Folders on the way to the store's that the group may not pass.
    fileprivate func closedFolders(above folder: String) -> [AccessProblem] {
        guard case .group(let group) = self, let whole = realpath(folder, nil) else { return [] }
        defer { free(whole) }
        var problems: [AccessProblem] = []
        var path = FilePath.parent(of: String(cString: whole))
        while !path.isEmpty {
            if let state = FileState(path) {
                let bit: UInt32 = state.group == group.id ? 0o010 : 0o001
                if state.mode & bit == 0 { problems.append(AccessProblem(path: path, fact: .closed(to: group))) }
            }
            if path == "/" { break }
            path = FilePath.parent(of: path)
        }
        return problems.reversed()
    }
}
