import Testing

@testable import Exports

@Suite struct ArchiveTreeTests {
    private static let texts = [
        ("chat/one.txt", "first"), ("chat/zwei ä 中.txt", ""),
        (String(repeating: "lang/", count: 40) + "b.json", "{}"),
    ]
    /// A tar's first form has no room for such names.
    private static let plainTexts = texts.map { ($0.0.replacing("lang/lang/", with: ""), $0.1) }

    private static func texts(_ form: ArchiveWriter.Form) -> [(String, String)] {
        form == .ustar ? plainTexts : texts
    }

    @Test(arguments: ArchiveWriter.Form.allCases)
    func `files are listed in the archive's order and read in any`(_ form: ArchiveWriter.Form) throws {
        let tree = try archiveTree(ArchiveWriter.archive(form, texts: Self.texts(form)))
        #expect(tree.entries.map(\.path) == Self.texts(form).map(\.0))
        #expect(tree.entries.map(\.size) == [5, 0, 2])
        for index in [0, 1, 2, 2, 0, 1] {
            #expect(try content(tree.entries[index], of: tree) == Array(Self.texts[index].1.utf8))
        }
    }

    @Test(arguments: Compression.allCases, [ArchiveWriter.Form.ustar, .pax, .gnu])
    func `a compressed tar is a tree`(_ compression: Compression, _ form: ArchiveWriter.Form) throws {
        let tree = try archiveTree(ArchiveWriter.archive(form, compression, texts: Self.texts(form)))
        #expect(tree.entries.map(\.path) == Self.texts(form).map(\.0))
        for index in [2, 0, 1] {
            #expect(try content(tree.entries[index], of: tree) == Array(Self.texts[index].1.utf8))
        }
    }

    @Test(arguments: [ArchiveWriter.Form.zip, .pax])
    func `links, devices and names that lead out are passed over with a reason`(_ form: ArchiveWriter.Form) throws {
        var items: [ArchiveWriter.Item] = [
            .folder("f/"), .file("f/a.txt", [0x61]), .symbolicLink("f/passwd", to: "/etc/passwd"),
            .file("../up.txt", [0x62]), .file("/etc/x", [0x63]), .file("f/./b", [0x64]),
            .file("__MACOSX/f/._a.txt", [1]),
            .file("f/.DS_Store", [0]),
        ]
        if form == .pax { items += [.hardLink("f/hard", to: "f/a.txt"), .device("f/zero")] }
        let tree = try archiveTree(ArchiveWriter.archive(form, items: items))
        #expect(tree.entries.map(\.path) == ["f/a.txt"])
        let links = form == .pax ? ["a hard link", "not a file"] : []
        #expect(
            tree.passedOver.map(\.reason) == ["a symbolic link"] + Array(repeating: "unsafe name", count: 3) + links)
    }

    @Test func `containers one level down appear unpacked`() throws {
        let inner = ArchiveWriter.archive(.zip, texts: [("channel/day.json", "[]")])
        let tar = ArchiveWriter.archive(.pax, .xz, texts: [("deep.txt", "tar")])
        let tree = try archiveTree(
            ArchiveWriter.archive(
                .zip,
                files: [
                    ("a.json", Array("{}".utf8)), ("in/slack.zip", inner), ("b.jsonl.gz", gzipped("line")),
                    ("logs.tar.xz", tar), ("plain.zip", Array("no zip".utf8)),
                    ("plain.tar", ArchiveWriter.archive(.ustar, texts: [("t", "plain tar")])),
                ]))
        #expect(
            tree.entries.map(\.path) == [
                "a.json", "b.jsonl", "plain.zip", "in/slack.zip/channel/day.json", "logs.tar.xz/deep.txt",
                "plain.tar/t",
            ])
        let contents = try tree.entries.map { String(decoding: try content($0, of: tree), as: UTF8.self) }
        #expect(contents == ["{}", "line", "no zip", "[]", "tar", "plain tar"])
        let backwards = try tree.entries.reversed().map { String(decoding: try content($0, of: tree), as: UTF8.self) }
        #expect(backwards == contents.reversed())
    }

    @Test func `a compressed file keeps its ending beside one of the same name`() throws {
        let tree = try archiveTree(ArchiveWriter.archive(.zip, files: [("a.txt", [0x61]), ("a.txt.gz", gzipped("b"))]))
        #expect(tree.entries.map(\.path) == ["a.txt", "a.txt.gz"])
        #expect(try content(tree.entries[1], of: tree) == [0x62])
    }

    @Test(arguments: [ArchiveWriter.Form.zip, .pax])
    func `a third level is an error that names the entry, once it is wanted`(_ form: ArchiveWriter.Form) throws {
        let third = ArchiveWriter.archive(form, texts: [("x", "y")])
        let second = ArchiveWriter.archive(.zip, files: [("third.zip", third), ("ok.txt", [0x61])])
        let tree = try archiveTree(
            ArchiveWriter.archive(form, files: [("second.zip", second), ("twice.gz", gzip(gzipped("z")))]))
        #expect(tree.entries.map(\.path) == ["twice.gz", "second.zip/third.zip", "second.zip/ok.txt"])
        #expect(try content(tree.entries[2], of: tree) == [0x61])
        for entry in tree.entries.prefix(2) {
            #expect(throws: ExportError.inEntry(entry.path, .nestedTooDeep(limit: 1))) { try tree.open(entry) }
        }
    }

    @Test func `a broken archive in an archive is an error once it is wanted`() throws {
        let broken = Array(ArchiveWriter.archive(.zip, texts: [("x", "y")]).dropLast(30))
        let tree = try archiveTree(ArchiveWriter.archive(.zip, files: [("in.zip", broken), ("ok.txt", [0x61])]))
        #expect(tree.entries.map(\.path) == ["ok.txt", "in.zip"])
        #expect(throws: ExportError.self) { try tree.open(tree.entries[1]) }
        #expect(try content(tree.entries[0], of: tree) == [0x61])
    }

    @Test(arguments: [nil, Compression.gzip])
    func `a file that was appended to a tar again replaces the one before`(_ compression: Compression?) throws {
        let tree = try archiveTree(
            ArchiveWriter.archive(.pax, compression, texts: [("./a", "old"), ("b", "b"), ("./a", "new")]))
        #expect(tree.entries.map(\.path) == ["a", "b"])
        #expect(try content(tree.entries[0], of: tree) == Array("new".utf8))
        #expect(try content(tree.entries[1], of: tree) == Array("b".utf8))
    }

    @Test(arguments: [ArchiveWriter.Form.ustar, .pax, .gnu], [nil, Compression.gzip, .zstd])
    func `a tar that is cut anywhere is an error`(_ form: ArchiveWriter.Form, _ compression: Compression?) throws {
        let whole = ArchiveWriter.archive(form, compression, texts: Self.texts(form))
        let isPlain = compression == nil
        // The end mark is two blocks; a tar that lost the second one holds all files.
        for end in stride(from: isPlain ? 512 : 20, to: whole.count - (isPlain ? 1024 : 1), by: isPlain ? 128 : 1) {
            #expect(throws: ExportError.self, "\(end) of \(whole.count)") { try readAll(Array(whole[..<end])) }
        }
    }

    @Test(arguments: [ArchiveWriter.Form.zip, .storedZip, .zip64])
    func `a zip that is cut anywhere is an error`(_ form: ArchiveWriter.Form) throws {
        let whole = ArchiveWriter.archive(form, texts: Self.texts(form))
        for end in 4..<whole.count {
            #expect(throws: ExportError.self, "\(end) of \(whole.count)") { try readAll(Array(whole[..<end])) }
        }
    }

    @Test(arguments: ArchiveWriter.Form.allCases)
    func `no changed byte crashes or gives other content of a zip`(_ form: ArchiveWriter.Form) throws {
        let whole = ArchiveWriter.archive(form, texts: Self.texts(form))
        for index in stride(from: 0, to: whole.count, by: form.isZip ? 1 : 7) {
            var damaged = whole
            damaged[index] ^= 0xFF
            switch Result(catching: { try readAll(damaged) }) {
            case .success(let contents):
                guard form.isZip else { continue }
                #expect(
                    contents.allSatisfy { bytes in Self.texts.contains { Array($0.1.utf8) == bytes } }, "byte \(index)")
            case .failure(let error): #expect(error is ExportError, "byte \(index)")
            }
        }
    }

    @Test func `an entry may not be read after another was opened`() throws {
        let tree = try archiveTree(
            ArchiveWriter.archive(.pax, files: [("a", [UInt8](repeating: 0x61, count: 600_000)), ("b", [0x62])]))
        var source = try tree.open(tree.entries[0])
        _ = try tree.open(tree.entries[1])
        #expect(throws: ExportError.self) { while try source.nextChunk() != nil {} }
    }
}

private func readAll(_ bytes: [UInt8]) throws -> [[UInt8]] {
    let tree = try archiveTree(bytes)
    return try tree.entries.map { try content($0, of: tree) }
}

private func gzip(_ bytes: [UInt8]) -> [UInt8] { ArchiveWriter.compressed(bytes, .gzip) }

private func gzipped(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }
