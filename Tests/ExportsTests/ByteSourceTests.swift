import Foundation
import Testing

@testable import Exports

@Suite struct ByteSourceTests {
    @Test func `a UTF-8 mark is dropped`() throws {
        var source = try ByteSource(bytes: [0xEF, 0xBB, 0xBF] + Array("hi".utf8))
        #expect(Array(source.head) == Array("hi".utf8))
        #expect(try Array(#require(try source.nextChunk())) == Array("hi".utf8))
        #expect(try source.nextChunk() == nil)
        #expect(source.offset == 2)
        #expect(source.rawBytesRead == 5)
    }

    @Test(arguments: [true, false], [2, 3, 5, 4096])
    func `UTF-16 with a mark is transcoded in any chunks`(_ isLittle: Bool, _ chunkSize: Int) throws {
        let text = "Grüße 👍🏿 \u{FEFF}中文"
        let units = [UInt16(0xFEFF)] + Array(text.utf16)
        let bytes = units.flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        #expect(try content(ByteSource(bytes: bytes, chunkSize: max(2, chunkSize))) == text)
    }

    @Test func `half a pair and half a unit become U+FFFD`() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00, 0x62]
        #expect(try content(ByteSource(bytes: bytes)) == "\u{FFFD}a\u{FFFD}")
    }

    @Test(arguments: [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
    func `UTF-32 is refused`(_ mark: [UInt8]) {
        #expect(throws: ExportError.unsupportedEncoding("UTF-32")) { try ByteSource(bytes: mark + [0x41, 0, 0, 0]) }
    }

    @Test func `raw bytes are reported once each and in order`() throws {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        var source = try ByteSource(bytes: bytes, chunkSize: 64)
        var reported: [UInt8] = []
        source.onRawBytes = { reported.append(contentsOf: $0) }
        while try source.nextChunk() != nil {}
        #expect(reported == bytes)
    }

    @Test func `a folder, a pipe, nothing and a loop are refused without being read`() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        mkfifo("\(folder)/pipe", 0o600)
        symlink("loop", "\(folder)/loop")
        #expect(throws: ExportError.notAFile(reason: "a folder")) { try ByteSource(path: folder) }
        #expect(throws: ExportError.notAFile(reason: "a pipe")) { try ByteSource(path: "\(folder)/pipe") }
        #expect(throws: ExportError.notAFile(reason: "nothing there")) { try ByteSource(path: "\(folder)/none") }
        #expect(throws: ExportError.notAFile(reason: "a loop of links")) { try ByteSource(path: "\(folder)/loop") }
        #expect(throws: ExportError.notAFile(reason: "a device")) { try ByteSource(path: "/dev/zero") }
        #expect(throws: ExportError.notAFile(reason: "not a usable path")) { try ByteSource(path: "a\0b") }
    }

    @Test func `a file that grows while it is read is refused`() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/growing"
        try Data(repeating: 0x61, count: 600_000).write(to: URL(filePath: path))
        var source = try ByteSource(path: path)
        _ = try source.nextChunk()
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data([0x62]))
        try file.close()
        #expect(throws: ExportError.changedWhileReading) { while try source.nextChunk() != nil {} }
    }

    @Test func `a descriptor that is no file is read to its end`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("from a pipe".utf8))
        try pipe.fileHandleForWriting.close()
        let source = try ByteSource(fileDescriptor: pipe.fileHandleForReading.fileDescriptor)
        #expect(source.size == nil)
        #expect(try content(source) == "from a pipe")
    }
}

private func content(_ source: ByteSource) throws -> String {
    var source = source
    var bytes: [UInt8] = []
    while let chunk = try source.nextChunk() { bytes += chunk }
    return try #require(String(validating: bytes, as: UTF8.self))
}

private func temporaryFolder() throws -> String {
    let path = NSTemporaryDirectory() + "exports-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
}
