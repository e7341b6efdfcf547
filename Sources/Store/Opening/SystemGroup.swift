import Foundation

/// A group of the operating system, as its table of groups knows it.
package struct SystemGroup: Equatable, Sendable {
    package let name: String
    package let id: UInt32

    /// Looks a group up by its name (`getgrnam_r`); nil: there is none.
    package init?(named name: String) {
        guard let found = Self.look({ getgrnam_r(name, $0, $1, $2, $3) }) else { return nil }
        self = found
    }

    /// Looks a group up by its number (`getgrgid_r`). One without a name is `gid-1000`.
    package init(id: UInt32) {
        self = Self.look { getgrgid_r(id, $0, $1, $2, $3) } ?? SystemGroup(name: "gid-\(id)", id: id)
    }

    private init(name: String, id: UInt32) {
        self.name = name
        self.id = id
    }

    /// Whether this process acts with the group's rights; the superuser needs none.
    package var holdsThisProcess: Bool {
        if geteuid() == 0 || getegid() == id { return true }
        var groups = [gid_t](repeating: 0, count: Int(max(getgroups(0, nil), 0)))
        let count = getgroups(Int32(groups.count), &groups)
        return groups.prefix(Int(max(count, 0))).contains(id)
    }

    private typealias Look = (
        UnsafeMutablePointer<group>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<group>?>
    ) -> Int32

    /// The members stand in the buffer as well, so a large group needs a large one.
    private static func look(_ call: Look) -> SystemGroup? {
        var size = 1024
        while size <= 1 << 22 {
            var buffer = [CChar](repeating: 0, count: size)
            var entry = group()
            var result: UnsafeMutablePointer<group>?
            let found = buffer.withUnsafeMutableBufferPointer { buffer -> (status: Int32, group: SystemGroup?) in
                guard let start = buffer.baseAddress else { return (ERANGE, nil) }
                let status = call(&entry, start, buffer.count, &result)
                guard status == 0, result != nil, let name = entry.gr_name else { return (status, nil) }
                return (status, SystemGroup(name: String(cString: name), id: entry.gr_gid))
            }
            guard found.status == ERANGE else { return found.group }
            size *= 4
        }
        return nil
    }
}
