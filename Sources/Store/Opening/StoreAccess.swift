import Foundation

/// Who may read and write a store's files. The mode of the database file is the one place that says it: SQLite gives
/// its log and its index the same mode, and so does lotse for what it puts beside them.
package enum StoreAccess: Equatable, Sendable {
    /// Its owner alone: folder 0700, files 0600.
    case owner
    /// The owner and the members of one group: folder 2770, so that what anybody makes in it is the group's, files
    /// 0660.
    case group(SystemGroup)

    /// Of a store that is there; one that is not is its owner's.
    package init(of path: String) {
        guard let file = FileState(path), file.mode & 0o060 == 0o060 else {
            self = .owner
            return
        }
        self = .group(SystemGroup(id: file.group))
    }

    var fileMode: UInt32 { self == .owner ? 0o600 : 0o660 }

    var folderMode: UInt32 { self == .owner ? 0o700 : 0o2770 }

    /// The group that files have to be of; nil: any.
    var groupID: UInt32? {
        if case .group(let group) = self { group.id } else { nil }
    }

    /// Gives an open file this access. One that has it already is left alone: only its owner could change it.
    /// - Parameter mode: what the file is to have.
    /// - Throws: `StoreError.notOwner`, `cannotCreate`.
    func apply(to descriptor: Int32, path: String, mode: UInt32) throws(StoreError) {
        guard let before = FileState(descriptor: descriptor) else { throw .cannotCreate(path: path, errno: errno) }
        // The group first: a mode for the group must never be a mode for another group.
        if let groupID, before.group != groupID, fchown(descriptor, .max, groupID) != 0 {
            throw Self.refused(path, before)
        }
        if before.mode != mode, fchmod(descriptor, mode) != 0 { throw Self.refused(path, before) }
    }

    private static func refused(_ path: String, _ file: FileState) -> StoreError {
        let reason = errno
        return reason == EPERM ? .notOwner(path: path, owner: file.owner) : .cannotCreate(path: path, errno: reason)
    }
}

/// What the system says of a file or folder; symbolic links are not followed.
struct FileState {
    let kind: UInt32
    /// Permission bits with setuid, setgid and sticky.
    let mode: UInt32
    let owner: UInt32
    let group: UInt32

    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        kind = status.st_mode & S_IFMT
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
    }

    var isFile: Bool { kind == S_IFREG }
}
