import Testing

@testable import Exports

@Suite struct ContainerLimitsTests {
    private static let forms: [(ArchiveWriter.Form, Compression?)] = [
        (.zip, nil), (.storedZip, nil), (.pax, nil), (.ustar, .gzip), (.gnu, .zstd),
    ]

    private func limits(_ change: (inout ContainerLimits) -> Void) -> ContainerLimits {
        var limits = ContainerLimits()
        change(&limits)
        return limits
    }

    @Test(arguments: forms)
    func `too many files are refused`(_ form: ArchiveWriter.Form, _ filter: Compression?) throws {
        let archive = ArchiveWriter.archive(form, filter, texts: (0..<11).map { ("f\($0)", "x") })
        #expect(throws: ExportError.tooLarge(what: "files", limit: 10)) {
            try archiveTree(archive, limits: limits { $0.entries = 10 })
        }
        #expect(try archiveTree(archive, limits: limits { $0.entries = 11 }).entries.count == 11)
    }

    @Test(arguments: forms)
    func `a name that is too long is refused`(_ form: ArchiveWriter.Form, _ filter: Compression?) throws {
        let archive = ArchiveWriter.archive(form, filter, texts: [(String(repeating: "n", count: 90), "x")])
        #expect(throws: ExportError.tooLarge(what: "bytes of a name", limit: 80)) {
            try archiveTree(archive, limits: limits { $0.nameBytes = 80 })
        }
    }

    @Test(arguments: forms)
    func `unpacked bytes are counted over all entries, each once`(
        _ form: ArchiveWriter.Form, _ filter: Compression?
    ) throws {
        let content = (0..<6000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        let archive = ArchiveWriter.archive(form, filter, files: [("a", content), ("b", content)])
        // A compressed tar's own blocks count as well.
        let wide = limits { $0.unpackedBytes = 40_000 }
        let tree = try archiveTree(archive, limits: wide)
        for _ in 0..<5 {
            for entry in tree.entries { #expect(try ExportsTests.content(entry, of: tree) == content) }
        }
        let narrow = limits { $0.unpackedBytes = 11_000 }
        let error = #expect(throws: ExportError.self) {
            let tree = try archiveTree(archive, limits: narrow)
            for entry in tree.entries { _ = try ExportsTests.content(entry, of: tree) }
        }
        let inner = if case .inEntry(_, let inner) = error { inner } else { error }
        #expect(inner == .tooLarge(what: "unpacked bytes", limit: 11_000))
    }

    @Test(
        arguments: [(ArchiveWriter.Form.zip, nil), (.ustar, .gzip), (.pax, .zstd), (.gnu, .xz)]
            as [(ArchiveWriter.Form, Compression?)])
    func `a bomb is stopped by its ratio`(_ form: ArchiveWriter.Form, _ filter: Compression?) throws {
        let bomb = ArchiveWriter.archive(form, filter, files: [("a", [UInt8](repeating: 0x20, count: 40 << 20))])
        let error = #expect(throws: ExportError.self) {
            let tree = try archiveTree(bomb)
            _ = try drain(tree.open(tree.entries[0]))
        }
        let inner = if case .inEntry(_, let inner) = error { inner } else { error }
        #expect(inner == .expandsTooFar(limit: 200))
    }

    @Test func `a hole in a sparse file is a bomb`() throws {
        let tree = try archiveTree(sparseTar(512, at: (8 << 30) - 513))
        #expect(throws: ExportError.inEntry("hole", .expandsTooFar(limit: 200))) {
            try drain(tree.open(tree.entries[0]))
        }
    }

    @Test func `a file that is nothing but a hole is not taken for an empty one`() throws {
        let tree = try archiveTree(sparseTar(0, at: (8 << 30) - 1))
        let error = #expect(throws: ExportError.self) { try drain(tree.open(tree.entries[0])) }
        guard case .inEntry("hole", .malformed) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: Compression.allCases)
    func `a compressed bomb in a zip is stopped`(_ compression: Compression) throws {
        let bomb = ArchiveWriter.compressed([UInt8](repeating: 0x20, count: 40 << 20), compression)
        let tree = try archiveTree(ArchiveWriter.archive(.storedZip, files: [("a.\(compression.endings[0])", bomb)]))
        #expect(throws: ExportError.inEntry("a", .expandsTooFar(limit: 200))) { try drain(tree.open(tree.entries[0])) }
    }

    @Test func `what expands much but is small is fine`() throws {
        let blanks = [UInt8](repeating: 0x20, count: 15 << 20)
        let tree = try archiveTree(ArchiveWriter.archive(.zip, files: [("a", blanks)]))
        #expect(try drain(tree.open(tree.entries[0])) == blanks.count)
    }
}

/// Reads to the end, holding nothing.
@discardableResult
private func drain(_ source: ByteSource) throws -> Int {
    var source = source
    while try source.nextChunk() != nil {}
    return source.offset
}

/// A tar in GNU's old form with one file, 8 GiB less a byte, all of it holes but for `count` bytes.
private func sparseTar(_ count: Int, at offset: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func write(_ text: String, at place: Int) {
        header.replaceSubrange(place..<(place + text.utf8.count), with: text.utf8)
    }
    func octal(_ number: Int) -> String {
        let digits = String(number, radix: 8)
        return String(repeating: "0", count: 11 - digits.count) + digits
    }
    write("hole", at: 0)
    write("0000644", at: 100)
    write(octal(count), at: 124)
    write(octal(0), at: 136)
    write("        S", at: 148)
    write("ustar  ", at: 257)
    write(octal(offset), at: 386)
    write(octal(count), at: 398)
    write(octal((8 << 30) - 1), at: 483)
    write(String(header.reduce(0) { $0 + Int($1) }, radix: 8), at: 149)
    return header + [UInt8](repeating: 0x20, count: count) + [UInt8](repeating: 0, count: 1024)
}
