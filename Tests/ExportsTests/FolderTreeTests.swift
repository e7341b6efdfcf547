import Foundation
import Testing

@testable import Exports

@Suite struct FolderTreeTests {
    @Test func `files come in the order of their bytes, without links and hidden ones`() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "B.txt", "a/z.txt", "a.txt", "é.txt", ".hidden", ".git/config", "__MACOSX/x", "a/.x/y"] {
            try folder.write(name, Array(name.utf8))
        }
        symlink("/etc/passwd", "\(folder.path)/link.txt")
        symlink(".", "\(folder.path)/loop")
        mkfifo("\(folder.path)/pipe", 0o600)
        let tree = try FolderTree(pathBytes: Array(folder.path.utf8))
        #expect(tree.entries.map(\.path) == ["B.txt", "a.txt", "a/z.txt", "b.txt", "é.txt"])
        for entry in tree.entries { #expect(try content(entry, of: tree) == Array(entry.path.utf8)) }
        #expect(
            Set(tree.passedOver.map { "\($0.name): \($0.reason)" }) == [
                "link.txt: a symbolic link", "loop: a symbolic link", "pipe: not a file",
            ])
    }

    @Test func `a name that is not UTF-8 can be opened`() throws {
        let folder = try TemporaryFolder()
        let name: [UInt8] = [0xFF, 0xFE, 0x2E, 0x74]
        let path = Array(folder.path.utf8) + [0x2F] + name
        let descriptor = open(path.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
        write(descriptor, "x", 1)
        close(descriptor)
        let tree = try FolderTree(pathBytes: Array(folder.path.utf8))
        #expect(tree.entries.map(\.path) == ["\u{FFFD}\u{FFFD}.t"])
        #expect(try content(tree.entries[0], of: tree) == [0x78])
    }

    @Test func `archives and what is in them appear unpacked`() throws {
        let folder = try TemporaryFolder()
        let inner = ArchiveWriter.archive(.pax, .gzip, texts: [("deep", "3")])
        try folder.write("b.zip", ArchiveWriter.archive(.zip, files: [("x.txt", [0x31]), ("y.tgz", inner)]))
        try folder.write("a.json.zst", ArchiveWriter.compressed([0x32], .zstd))
        let tree = try FolderTree(pathBytes: Array(folder.path.utf8))
        #expect(tree.entries.map(\.path) == ["a.json", "b.zip/x.txt", "b.zip/y.tgz/deep"])
        for expected in ["213", "213"] {
            #expect(
                try tree.entries.map { String(decoding: try content($0, of: tree), as: UTF8.self) }.joined() == expected
            )
        }
    }

    @Test func `a folder that is not there or has too many files is refused`() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "c/d"] { try folder.write(name, []) }
        var limits = ContainerLimits()
        limits.entries = 3
        #expect(throws: ExportError.tooLarge(what: "files", limit: 3)) {
            try FolderTree(pathBytes: Array(folder.path.utf8), limits: limits)
        }
        #expect(throws: ExportError.cannotRead(errno: ENOENT)) { try FolderTree(pathBytes: Array("/none/here".utf8)) }
    }

    @Test func `the raw bytes of a folder hold names and content`() throws {
        let folder = try TemporaryFolder()
        try folder.write("b", [0x32])
        try folder.write("a", [0x31])
        var raw: [UInt8] = []
        try ExportInput.open(pathBytes: Array(folder.path.utf8)).eachRawChunk { raw += $0 }
        #expect(raw == [0x61, 0, 0x31, 0x62, 0, 0x32])
    }
}
