import Exports
import Foundation
import Testing

@testable import Runtime

@Suite struct FolderWalkTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var root: PathBytes { PathBytes(folder.path) }

    /// What was found, below the folder; what is refused has a `!` before it.
    private func names(_ paths: [ImportPath]) -> [String] {
        paths.map { path in
            let name = String(path.shown.dropFirst(folder.path.count + 1))
            if case .refused = path { return "!" + name }
            return name
        }
    }

    private func slack(_ name: String) throws {
        try folder.write("[]", to: name + "/users.json")
        try folder.write(#"[{"id":"C1","name":"kai"}]"#, to: name + "/channels.json")
        try folder.write(
            #"[{"type":"message","user":"U1","text":"Moin","ts":"1700000000.000100"}]"#,
            to: name + "/kai/2026-10-31.json")
    }

    @Test func `the files of subfolders come in the order of their names, hidden ones and litter left out`() throws {
        for name in [
            "b.csv", "a/z.csv", "a/y/x.csv", "c/1.csv", ".hidden/d.csv", "a/.e.csv", "__MACOSX/f.csv",
        ] { try folder.write("x", to: name) }
        #expect(names(FolderWalk.exports(in: root)) == ["a/y/x.csv", "a/z.csv", "b.csv", "c/1.csv"])
    }

    @Test func `links and pipes are left out, also where a link makes a loop or leads out`() throws {
        try folder.write("x", to: "sub/a.csv")
        let outside = try TemporaryFolder()
        try outside.write("x", to: "secret.csv")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path + "/sub/loop", withDestinationPath: folder.path)
        try manager.createSymbolicLink(atPath: folder.path + "/out", withDestinationPath: outside.path)
        try manager.createSymbolicLink(atPath: folder.path + "/b.csv", withDestinationPath: folder.path + "/sub/a.csv")
        #expect(mkfifo(folder.path + "/sub/pipe", 0o600) == 0)
        #expect(names(FolderWalk.exports(in: root)) == ["sub/a.csv"])
    }

    @Test func `a link that is named itself is followed`() throws {
        try folder.write("x", to: "real/a.csv")
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/real")
        #expect(ImportPath.expand([link]) == [.file(PathBytes(link + "/a.csv"))])
    }

    @Test func `a subfolder with a layout is one export, and what lies beside it is not lost`() throws {
        try slack("work/slack")
        try slack("work/slack-2")
        try folder.write("author,text\nMia,Moin\n", to: "work/b.csv")
        #expect(names(FolderWalk.exports(in: root)) == ["work/b.csv", "work/slack", "work/slack-2"])
    }

    @Test func `a folder that is an export itself stays one`() throws {
        try slack("slack")
        #expect(ImportPath.expand([folder.path + "/slack"]) == [.file(PathBytes(folder.path + "/slack"))])
    }

    @Test func `what is too deep is refused by name and the rest goes on`() throws {
        let deep = (0...FolderWalk.deepest).map { "d\($0)" }.joined(separator: "/")
        try folder.write("x", to: deep + "/below.csv")
        try folder.write("x", to: "z.csv")
        #expect(names(FolderWalk.exports(in: root)) == ["!" + deep, "z.csv"])
    }

    @Test func `a folder with too many files is refused as a whole`() throws {
        for number in 0..<5 { try folder.write("x", to: "s\(number)/a.csv") }
        #expect(names(FolderWalk.exports(in: root, limit: 10)).count == 5)
        guard case .refused(root, .tooLarge(_, limit: 9)) = FolderWalk.exports(in: root, limit: 9).first else {
            Issue.record("not refused")
            return
        }
    }

    @Test(.enabled(if: getuid() != 0, "root lists every folder"))
    func `a folder that may not be listed is named with the reason`() throws {
        try folder.write("x", to: "shut/a.csv")
        try folder.write("x", to: "z.csv")
        #expect(chmod(folder.path + "/shut", 0) == 0)
        defer { chmod(folder.path + "/shut", 0o700) }
        #expect(names(FolderWalk.exports(in: root)) == ["!shut", "z.csv"])
    }

    @Test func `an empty folder is left to the reader`() throws {
        #expect(ImportPath.expand([folder.path]) == [.file(root)])
    }
}
