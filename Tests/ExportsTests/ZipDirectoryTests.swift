import Testing

@testable import Exports

@Suite struct ZipDirectoryTests {
    private static let two = ArchiveWriter.archive(.storedZip, texts: [("one.txt", "first"), ("two.txt", "second")])
    private static let localMark: [UInt8] = [0x50, 0x4B, 3, 4]
    private static let centralMark: [UInt8] = [0x50, 0x4B, 1, 2]
    private static let endMark: [UInt8] = [0x50, 0x4B, 5, 6]

    /// Where the n-th record of a kind begins.
    private func place(_ mark: [UInt8], _ number: Int, in archive: [UInt8]) throws -> Int {
        try #require(archive.ranges(of: mark).dropFirst(number).first).lowerBound
    }

    private func error(_ archive: [UInt8]) throws -> ExportError? {
        #expect(throws: ExportError.self) {
            let tree = try archiveTree(archive)
            for entry in tree.entries { _ = try content(entry, of: tree) }
        }
    }

    @Test func `an encrypted entry is called so`() throws {
        var archive = Self.two
        archive[try place(Self.localMark, 1, in: archive) + 6] |= 1
        archive[try place(Self.centralMark, 1, in: archive) + 8] |= 1
        #expect(try error(archive) == .inEntry("two.txt", .encrypted))
    }

    @Test func `an unknown method is named`() throws {
        var archive = Self.two
        archive[try place(Self.localMark, 0, in: archive) + 8] = 9
        archive[try place(Self.centralMark, 0, in: archive) + 10] = 9
        #expect(try error(archive) == .inEntry("one.txt", .unsupportedCompression("zip method 9")))
    }

    @Test(arguments: [(0, 6), (0, 8), (0, 30), (1, 26)])
    func `a local header that says otherwise than the directory is refused`(_ number: Int, _ offset: Int) throws {
        var archive = Self.two
        archive[try place(Self.localMark, number, in: archive) + offset] ^= 1
        let found = try error(archive)
        let name = ["one.txt", "two.txt"][number]
        guard case .inEntry(name, .malformed(_, "the entry is not the one of the directory")) = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test func `entries that share bytes are refused`() throws {
        var archive = Self.two
        let first = try place(Self.centralMark, 0, in: archive)
        let second = try place(Self.centralMark, 1, in: archive)
        archive.replaceSubrange((second + 42)..<(second + 46), with: archive[(first + 42)..<(first + 46)])
        let damage = ZipDirectory.damaged("it shares bytes with another entry")
        guard case .inEntry(_, damage) = try error(archive) else {
            Issue.record("not refused")
            return
        }
    }

    @Test func `two entries of one name are refused`() throws {
        let archive = ArchiveWriter.archive(.zip, texts: [("a", "1"), ("a", "2")])
        #expect(try error(archive) == .inEntry("a", ZipDirectory.damaged("two entries have this name")))
    }

    @Test(arguments: [10, 12, 16])
    func `a wrong count, size or place of the directory is refused`(_ offset: Int) throws {
        for change in [1, 0xFF] as [UInt8] {
            var archive = Self.two
            archive[try place(Self.endMark, 0, in: archive) + offset] ^= change
            _ = try error(archive)
        }
    }

    @Test func `a comment is fine, a second directory in it is not`() throws {
        let end = try place(Self.endMark, 0, in: Self.two)
        func commented(_ comment: [UInt8]) -> [UInt8] {
            Array(Self.two[..<(end + 20)]) + [UInt8(comment.count), 0] + comment
        }
        #expect(try archiveTree(commented(Array("\u{1B}]0;x".utf8))).entries.count == 2)
        _ = try error(commented(Self.endMark + [UInt8](repeating: 0, count: 18) + Array("tail".utf8)))
    }

    @Test func `names that are not UTF-8 are in code page 437`() throws {
        #expect(try renamed([0x81, 0xE1]) == "_üß_")
        #expect(try renamed(Array("ü".utf8)) == "_ü_")
        #expect(try renamed([0x00, 0xFF]) == "_\u{2400}\u{A0}_")
        #expect(try renamed(Array("\\x".utf8)) == "_/x_")
    }

    /// The name of the only entry, `__` with two bytes in between.
    private func renamed(_ bytes: [UInt8]) throws -> String? {
        var archive = ArchiveWriter.archive(.zip, texts: [("_??_", "x")])
        for range in archive.ranges(of: Array("_??_".utf8)) {
            archive.replaceSubrange((range.lowerBound + 1)..<(range.upperBound - 1), with: bytes)
        }
        let tree = try archiveTree(archive)
        #expect(try tree.entries.first.map { try content($0, of: tree) } == [0x78])
        return tree.entries.first?.path
    }
}
