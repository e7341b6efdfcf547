import Foundation
import Testing

@testable import Runtime

@Suite struct PrivateFilesTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func `a file and its folders are made for their owner alone, and a later text takes its place`() throws {
        let folder = temporary.path + "/a/b"
        #expect(
            PrivateFiles.replace(folder + "/file", with: "eins") && PrivateFiles.replace(folder + "/file", with: "zwei")
        )
        #expect(try String(contentsOfFile: folder + "/file", encoding: .utf8) == "zwei")
        #expect(try mode(folder + "/file") == 0o600)
        #expect(try mode(folder) == 0o700 && mode(temporary.path + "/a") == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
    }

    @Test func `a folder is put on disk with the names in it, and where that cannot be it is said`() throws {
        #expect(PrivateFiles.replace(temporary.path + "/file", with: "x"))
        #expect(PrivateFiles.syncFolder(of: temporary.path + "/file") == 0)
        #expect(PrivateFiles.syncFolder(of: "here") == 0)
        #expect(PrivateFiles.syncFolder(of: temporary.path + "/gone/file") == ENOENT)
        #expect(PrivateFiles.syncFolder(of: temporary.path + "/file/below") == ENOTDIR)
    }

    @Test func `a link is replaced, and what it leads to stays as it was`() throws {
        let (victim, link) = (temporary.path + "/victim", temporary.path + "/link")
        try "bleibt".write(toFile: victim, atomically: true, encoding: .utf8)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: victim)
        #expect(PrivateFiles.replace(link, with: "neu"))
        #expect(try String(contentsOfFile: victim, encoding: .utf8) == "bleibt")
        #expect(try String(contentsOfFile: link, encoding: .utf8) == "neu")
    }

    @Test func `where a file stands no folder can be made, and that is said`() throws {
        let file = temporary.path + "/file"
        #expect(PrivateFiles.replace(file, with: ""))
        #expect(!PrivateFiles.makeFolder(file + "/below"))
        #expect(!PrivateFiles.replace(file + "/below/again", with: "x"))
    }
}
