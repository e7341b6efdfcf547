import Foundation
import Testing

/// Promise P21: a store is its owner's, or by `lotse init --group` also a group's, whatever the umask.
@Suite struct SharedStoreTests {
    private let lotse: LotseProgram
    private let team: String

    init() throws {
        lotse = try LotseProgram()
        team = lotse.folder + "/team"
    }

    private var store: String { team + "/store.db" }

    private func run(_ arguments: [String], before: [String] = ["sh", "-c", "umask 022; exec \"$@\"", "sh"]) throws
        -> LotseProgram.Result
    {
        let all = arguments + ["--store", store, "--config", lotse.folder + "/none.toml"]
        return try lotse.run(bytes: all.map { Array($0.utf8) }, withStore: false, before: before)
    }

    /// The group of this process, by name.
    private var ownGroup: String { getgrgid(getegid()).map { String(cString: $0.pointee.gr_name) } ?? "root" }

    /// Modes and groups of the folder and all in it.
    private func access() throws -> Set<String> {
        let names = try FileManager.default.contentsOfDirectory(atPath: team)
        return Set(([""] + names.map { "/" + $0 }).map { Self.access(team + $0) })
    }

    private static func access(_ path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0 else { return "none" }
        return (status.st_mode & S_IFMT == S_IFDIR ? "folder " : "file ") + String(status.st_mode & 0o7777, radix: 8)
            + " \(status.st_gid)"
    }

    private var shared: Set<String> { ["folder 2770 \(getegid())", "file 660 \(getegid())"] }

    @Test(arguments: ["000", "022", "077"])
    func `a store that is made for a group has its modes whatever the umask, and so has all that comes to it`(
        mask: String
    ) throws {
        let masked = ["sh", "-c", "umask \(mask); exec \"$@\"", "sh"]
        let made = try run(["init", "--group", ownGroup], before: masked)
        #expect(made.status == 0 && made.out.contains("shared with the group \(ownGroup)"), "\(made.err)")
        #expect(try access() == shared)
        #expect(try run(["import", try lotse.forum()], before: masked).status == 0)
        #expect(try run(["outbox", "export", "--mark-sent"], before: masked).status == 0)
        #expect(try run(["backup", team + "/backup.db"], before: masked).status == 0)
        #expect(try run(["backup", lotse.folder + "/elsewhere.db"], before: masked).status == 0)
        #expect(try access() == shared)
        #expect(FileManager.default.fileExists(atPath: store + ".import"))
        #expect(Self.access(lotse.folder + "/elsewhere.db").hasPrefix("file 600"))
    }

    @Test func `folders above a shared store that are made with it let its group pass`() throws {
        let deep = lotse.folder + "/srv/shop/team/store.db"
        let arguments = ["init", "--group", ownGroup, "--store", deep, "--config", lotse.folder + "/none.toml"]
        let made = try lotse.run(
            bytes: arguments.map { Array($0.utf8) }, withStore: false,
            before: ["sh", "-c", "umask 022; exec \"$@\"", "sh"])
        #expect(made.status == 0, "\(made.err)")
        for folder in ["/srv", "/srv/shop"] {
            #expect(Self.access(lotse.folder + folder).hasPrefix("folder 711"))
        }
        #expect(Self.access(lotse.folder + "/srv/shop/team").hasPrefix("folder 2770"))
    }

    @Test func `a store without a group is for its owner alone, and a later init shares it with all it holds`() throws {
        #expect(try run(["init"]).out.contains("for you alone"))
        #expect(try run(["import", try lotse.forum()]).status == 0)
        #expect(try access() == ["folder 700 \(getegid())", "file 600 \(getegid())"])
        let digest = try run(["doctor", "--digest"]).out
        #expect(try run(["init", "--group", ownGroup]).status == 0)
        #expect(try access() == shared)
        #expect(try run(["init"]).out.contains("shared with the group"))
        #expect(try access() == shared)
        #expect(try run(["doctor", "--digest"]).out == digest)
    }

    @Test func `a group that is not there, and a folder that holds other things, are refused and change nothing`()
        throws
    {
        let unknown = try run(["init", "--group", "no-such-group"])
        #expect(unknown.status == 1 && unknown.err.contains("The system has no group no-such-group."))
        #expect(!FileManager.default.fileExists(atPath: team))
        #expect(try run(["init"]).status == 0)
        try Data().write(to: URL(fileURLWithPath: team + "/diary.txt"))
        let before = try access()
        let crowded = try run(["init", "--group", ownGroup])
        #expect(crowded.status == 1 && crowded.err.contains("it holds diary.txt"))
        #expect(try access() == before)
    }

    @Test(arguments: [false, true])
    func `the doctor names each wrong mode and what sets it right`(isShared: Bool) throws {
        #expect(try run(["init"] + (isShared ? ["--group", ownGroup] : [])).status == 0)
        let before = try access()
        #expect(try run(["doctor"]).out.contains("access      " + (isShared ? "group \(ownGroup)" : "owner")))
        for (name, mode) in [("/store.db-wal", 0o644), ("/store.db-shm", 0o666), ("", 0o755)] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: team + name)
        }
        let found = try run(["doctor"])
        #expect(found.status == 1)
        for line in ["store.db-wal has the mode 0644", "store.db-shm has the mode 0666", "team has the mode 0755"] {
            #expect(found.out.contains(line), "\(found.out)")
        }
        let advice = isShared ? "lotse init --group \(ownGroup)" : "lotse init"
        #expect(found.err.contains("`\(advice)`"))
        #expect(try run(advice.split(separator: " ").dropFirst().map(String.init)).status == 0)
        #expect(try access() == before)
        #expect(try run(["doctor"]).status == 0)
    }

    @Test func `the doctor tells which folder the group cannot pass`() throws {
        let closed = lotse.folder + "/closed"
        try FileManager.default.createDirectory(
            atPath: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = closed + "/team/store.db"
        func run(_ arguments: String...) throws -> LotseProgram.Result {
            try lotse.run(bytes: (arguments + ["--store", path]).map { Array($0.utf8) }, withStore: false)
        }
        #expect(getuid() != 0 || chown(closed, .max, 100) == 0)
        #expect(try run("init", "--group", ownGroup).err.contains("cannot pass \(closed)"))
        #expect(try run("doctor").status == 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: closed)
        #expect(try run("doctor").status == 0)
    }
}

/// Users of the system that every Debian has; only the superuser can become them, and they must reach the program.
enum OtherUsers {
    /// Acts as this user, in these groups only, and with a umask that would shut everybody else out.
    static func become(_ uid: Int, groups: String) -> [String] {
        [
            "setpriv", "--reuid", "\(uid)", "--regid", "\(uid)", "--groups", groups, "sh", "-c",
            "umask 077; exec \"$@\"", "sh",
        ]
    }

    static let areThere: Bool = {
        guard getuid() == 0 else { return false }
        return system(
            "setpriv --reuid 65534 --regid 65534 --groups 100 '\(LotseProgram.path)' --version >/dev/null 2>&1")
            == 0
    }()
}

@Suite(.enabled(if: OtherUsers.areThere, "needs the superuser")) struct SharedStoreUserTests {
    private let anna = OtherUsers.become(65534, groups: "100")
    private let ben = OtherUsers.become(1, groups: "100")
    private let outsider = OtherUsers.become(2, groups: "2")

    @Test func `two users of a group work on one store, and a third finds it closed`() throws {
        let lotse = try LotseProgram()
        let home = lotse.folder + "/srv"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        #expect(chown(home, 65534, 65534) == 0)
        // Whoever the process is then writes its own output files.
        #expect(chmod(lotse.folder, 0o1777) == 0)
        let store = home + "/team/store.db"
        func run(_ arguments: String..., by user: [String]) throws -> LotseProgram.Result {
            let all = arguments + ["--store", store, "--config", lotse.folder + "/none.toml"]
            return try lotse.run(bytes: all.map { Array($0.utf8) }, withStore: false, before: user)
        }
        let refused = try run("init", "--group", "users", by: outsider)
        #expect(refused.status == 1 && refused.err.contains("You are not in the group users"))
        let made = try run("init", "--group", "users", by: anna)
        #expect(made.status == 0, "\(made.err)")
        #expect(try run("import", "--inbox-from", "all", try lotse.forum(), by: ben).status == 0)
        let id = try #require(try run("list", "--json", "Rad", by: anna).objects.first?["id"] as? String)
        #expect(try run("resolve", id, by: ben).status == 0)
        #expect(try run("wait", id, by: anna).status == 0)
        let log = try run("log", "--json", by: anna).objects.compactMap { $0["actor"] as? String }
        #expect(Set(log) == ["nobody", "daemon"])
        for name in try FileManager.default.contentsOfDirectory(atPath: home + "/team") {
            let attributes = try FileManager.default.attributesOfItem(atPath: home + "/team/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o660, "\(name)")
            #expect(attributes[.groupOwnerAccountID] as? Int == 100, "\(name)")
        }
        #expect(try run("doctor", by: ben).status == 0)
        let other = try run("init", "--group", "users", by: ben)
        #expect(other.status == 0, "nothing has to change, so nobody needs to own it: \(other.err)")
        let closed = try run("list", by: outsider)
        #expect(closed.status == 1 && closed.err.contains("Permission denied"), "\(closed.err)")
        #expect(chmod(home + "/team", 0o2750) == 0)
        let mended = try run("init", "--group", "users", by: ben)
        #expect(mended.status == 1 && mended.err.contains("belongs to nobody, who alone can share it"))
    }
}
