import Foundation
import Testing

@testable import Exports

@Suite struct ExportInputTests {
    private static let line = "{\"id\":\"1\",\"author\":\"Mia\",\"text\":\"Hallo\"}\n"

    @Test(arguments: Compression.allCases)
    func `a compressed file is read as its content`(_ compression: Compression) throws {
        let packed = ArchiveWriter.compressed(Array(Self.line.utf8), compression)
        let folder = try TemporaryFolder()
        let input = try ExportInput.open(pathBytes: folder.write("x.json", packed))
        let result = try InputReading(input)
        #expect(result.format == "jsonl")
        #expect(result.reading.messages.map(\.text) == ["Hallo"])
        #expect(input.size == packed.count)
        #expect(input.rawBytesRead == packed.count)
        #expect(input.modifiedAt != nil)
        var raw: [UInt8] = []
        try input.eachRawChunk { raw += $0 }
        #expect(raw == packed)
    }

    @Test func `UTF-16 in a compressed file is decoded`() throws {
        let units = [UInt16(0xFEFF)] + Array(Self.line.utf16)
        let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try InputReading(ArchiveWriter.compressed(bytes, .gzip)).reading.messages.map(\.text) == ["Hallo"])
    }

    @Test func `a plain file hands its raw bytes to the source's owner`() throws {
        let folder = try TemporaryFolder()
        let input = try ExportInput.open(pathBytes: folder.write("x.zip", Array(Self.line.utf8)))
        #expect(input.isRaw)
        #expect(try InputReading(input).reading.messages.count == 1)
    }

    @Test(arguments: [true, false])
    func `standard input may be an archive, from a pipe or a file`(_ isPipe: Bool) throws {
        let archive = ArchiveWriter.archive(.zip, texts: [("a.jsonl", Self.line), ("b.txt", "words\n")])
        let folder = try TemporaryFolder()
        let path = try folder.write("a.zip", archive)
        let pipe = Pipe()
        let file = try #require(FileHandle(forReadingAtPath: String(decoding: path, as: UTF8.self)))
        try pipe.fileHandleForWriting.write(contentsOf: Data(archive))
        try pipe.fileHandleForWriting.close()
        let handle = isPipe ? pipe.fileHandleForReading : file
        let input = try ExportInput.open(fileDescriptor: handle.fileDescriptor)
        let result = try InputReading(input)
        #expect(result.reading.messages.map(\.text) == ["Hallo"])
        #expect(input.size == archive.count)
        var raw: [UInt8] = []
        try input.eachRawChunk { raw += $0 }
        #expect(raw == archive)
    }

    @Test func `standard input that is no archive is read as it comes`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(Self.line.utf8))
        try pipe.fileHandleForWriting.close()
        let input = try ExportInput.open(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
        #expect(input.isRaw)
        #expect(try InputReading(input).reading.messages.count == 1)
    }

    @Test func `standard input beyond the limit is refused before the disk is full`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(ArchiveWriter.archive(.zip, texts: [("a", Self.line)])))
        try pipe.fileHandleForWriting.close()
        var limits = ContainerLimits()
        limits.unpackedBytes = 64
        #expect(throws: ExportError.tooLarge(what: "bytes", limit: 64)) {
            try ExportInput.open(fileDescriptor: pipe.fileHandleForReading.fileDescriptor, limits: limits)
        }
    }

    @Test func `a compressed file in a compressed file is refused`() throws {
        let twice = ArchiveWriter.compressed(ArchiveWriter.compressed(Array(Self.line.utf8), .gzip), .gzip)
        #expect(throws: ExportError.self) { try InputReading(twice) }
    }

    @Test func `a packed file that changes while it is read is refused`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x.gz", ArchiveWriter.compressed(Array(Self.line.utf8), .gzip))
        let input = try ExportInput.open(pathBytes: path)
        let file = try #require(FileHandle(forWritingAtPath: String(decoding: path, as: UTF8.self)))
        try file.seekToEnd()
        try file.write(contentsOf: Data([0]))
        #expect(throws: ExportError.changedWhileReading) { try input.eachRawChunk { _ in } }
    }
}

@Suite struct ContainerKindTests {
    @Test(
        arguments: [
            ("PK\u{3}\u{4}", ContainerKind.zip), ("PK\u{5}\u{6}", .zip), ("BZh91AY&SY", .compressed(.bzip2)),
            ("BZh text", nil),
            ("PKs are people", nil), ("", nil),
        ] as [(String, ContainerKind?)])
    func `content says what a container is`(_ head: String, _ kind: ContainerKind?) {
        #expect(ContainerKind(head: Array(head.utf8)[...]) == kind)
    }

    @Test(arguments: [ArchiveWriter.Form.ustar, .pax, .gnu])
    func `a tar is known by its checksum`(_ form: ArchiveWriter.Form) {
        var head = ArchiveWriter.archive(form, texts: [("ä", "x")])
        #expect(ContainerKind(head: head[...]) == .tar)
        head[0] ^= 1
        #expect(ContainerKind(head: head[...]) == nil)
        #expect(ContainerKind(head: [UInt8](repeating: 0, count: 512)[...]) == nil)
        #expect(ContainerKind(head: [UInt8](repeating: 0x20, count: 512)[...]) == nil)
    }

    @Test(arguments: [
        ("a.json.gz", "a.json"), ("a.TGZ", "a"), ("gz", "gz"), (".gz", ".gz"), ("d/.zst", "d/.zst"),
        ("a.json", "a.json"),
    ])
    func `a name loses the ending of its compression`(_ name: String, _ bare: String) {
        #expect(ContainerKind.withoutEnding(name) == bare)
    }
}
