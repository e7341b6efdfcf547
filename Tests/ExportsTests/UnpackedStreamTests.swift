import Testing

@testable import Exports

@Suite struct UnpackedStreamTests {
    @Test(arguments: Compression.allCases, [1, 1000, 300_000])
    func `each compression gives back what went in`(_ compression: Compression, _ count: Int) throws {
        let content = sample(count)
        #expect(try unpack(ArchiveWriter.compressed(content, compression), compression).bytes == content)
    }

    @Test(arguments: Compression.allCases)
    func `a stream that is cut anywhere is an error`(_ compression: Compression) throws {
        let packed = ArchiveWriter.compressed(sample(3000), compression)
        for end in 0..<packed.count {
            #expect(throws: ExportError.self, "\(end) of \(packed.count)") {
                try unpack(Array(packed[..<end]), compression)
            }
        }
    }

    @Test(arguments: Compression.allCases)
    func `a changed byte is an error or changes nothing`(_ compression: Compression) throws {
        let content = sample(3000)
        let packed = ArchiveWriter.compressed(content, compression)
        for index in packed.indices {
            var damaged = packed
            damaged[index] ^= 0x55
            let outcome = Result { try unpack(damaged, compression).bytes }
            switch outcome {
            // Times, flags and names in headers are not content; libarchive writes zstd without a checksum.
            case .success(let bytes): #expect(bytes == content || compression == .zstd, "byte \(index)")
            case .failure(let error): #expect(error is ExportError)
            }
        }
    }

    @Test(arguments: Compression.allCases)
    func `two streams in a row are one content`(_ compression: Compression) throws {
        let (first, second) = (sample(1000), sample(2000))
        let packed = ArchiveWriter.compressed(first, compression) + ArchiveWriter.compressed(second, compression)
        #expect(try unpack(packed, compression).bytes == first + second)
    }

    @Test(arguments: Compression.allCases)
    func `garbage behind the end is said or an error`(_ compression: Compression) throws {
        let content = sample(1000)
        let packed = ArchiveWriter.compressed(content, compression) + Array("garbage".utf8)
        switch Result(catching: { try unpack(packed, compression) }) {
        case .success(let (bytes, remarks)):
            #expect(bytes == content)
            #expect(remarks.count == 1)
        case .failure(let error): #expect(error is ExportError)
        }
    }

    @Test(arguments: [Compression.gzip, .bzip2, .lz4])
    func `zeros behind the end are padding`(_ compression: Compression) throws {
        let packed = ArchiveWriter.compressed(sample(1000), compression) + [UInt8](repeating: 0, count: 512)
        let (bytes, remarks) = try unpack(packed, compression)
        #expect(bytes == sample(1000))
        #expect(remarks.isEmpty)
    }

    @Test func `an error says how far it came`() throws {
        let packed = ArchiveWriter.compressed(sample(100_000), .gzip)
        let error = #expect(throws: ExportError.self) { try unpack(Array(packed.prefix(packed.count - 9)), .gzip) }
        guard case .truncated(let place) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(place.contains("packed byte \(packed.count - 9)"))
    }

    @Test func `a zstd window beyond 128 MiB is refused by its size`() throws {
        // RFC 8878: exponent 21 is 2 GiB, as zstd --long=31 writes.
        let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 21 << 3, 1, 0, 0]
        #expect(throws: ExportError.windowTooLarge(compression: "zstd", limit: 1 << 27)) {
            try unpack(frame, .zstd)
        }
    }
}

@Suite struct DecoderWindowTests {
    /// RFC 8878, 3.1.1.1.4: of a frame that is one segment, the content's size is the window.
    @Test(
        arguments: [
            ([0xA0, 0, 0, 0, 8], true), ([0xA0, 1, 0, 0, 8], false), ([0xA3, 9, 9, 9, 9, 1, 0, 0, 8], false),
            ([0xE0, 0, 0, 0, 0, 1, 0, 0, 0], false), ([0xE0, 255, 255, 255, 255, 255, 255, 255, 255], false),
            ([0x60, 255, 255], true), ([0x20, 200], true), ([0x21, 7, 200], true),
        ] as [([UInt8], Bool)])
    func `a zstd frame of one segment is as large as its content`(_ header: [UInt8], _ isAllowed: Bool) {
        let head = [0x28, 0xB5, 0x2F, 0xFD] + header
        let outcome = Result { try DecoderWindow.check(head, .zstd) }
        #expect(((try? outcome.get()) != nil) == isAllowed)
    }

    @Test(arguments: [(22, true), (30, true), (31, false), (40, false)] as [(UInt8, Bool)])
    func `an xz dictionary beyond 128 MiB is refused`(_ bits: UInt8, _ isAllowed: Bool) throws {
        var head: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4, 0xE6, 0xD6, 0xB4, 0x46]
        head += [2, 0xC0, 0x80, 1, 0x80, 2, 0x21, 1, bits]
        let outcome = Result { try DecoderWindow.check(head, .xz) }
        switch outcome {
        case .success: #expect(isAllowed)
        case .failure(let error):
            #expect(!isAllowed)
            #expect(error as? ExportError == .windowTooLarge(compression: "xz", limit: 1 << 27))
        }
    }

    @Test func `a beginning that is cut or of another kind says nothing`() throws {
        for compression in Compression.allCases {
            let packed = ArchiveWriter.compressed(sample(500), compression)
            for end in 0...64 { try DecoderWindow.check(Array(packed.prefix(end)), compression) }
        }
    }
}

/// Bytes that compress, but not to nothing.
private func sample(_ count: Int) -> [UInt8] {
    var state: UInt32 = 7
    return (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(ascii: "a") + UInt8(truncatingIfNeeded: state >> 28)
    }
}

private func unpack(_ packed: [UInt8], _ compression: Compression) throws -> (bytes: [UInt8], remarks: [String]) {
    let stream = try UnpackedStream.of(PrefixedStream(packed, PrefixedStream([], Nothing())), compression)
    var bytes: [UInt8] = []
    while true {
        let part = try stream.read(upTo: 777)
        bytes += part
        if part.count < 777 { return (bytes, stream.remarks) }
    }
}

private final class Nothing: ByteStream {
    func read(upTo count: Int) throws(ExportError) -> [UInt8] { [] }
}
