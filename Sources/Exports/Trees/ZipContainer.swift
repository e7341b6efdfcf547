/// A zip. Its entries are opened in any order at the same cost: libarchive is given one entry at a time, behind a
/// local header that is made of the central directory, so that nothing the local headers say otherwise counts.
final class ZipContainer: Container {
    let members: [ContainerMember]
    let passedOver: [PassedOver]
    private(set) var consumed = 0

    private let file: OpenFile
    private let records: [ZipRecord]
    private let budget: UnpackBudget
    private var opened: Set<Int> = []

    init(_ file: OpenFile, limits: ContainerLimits, within outer: UnpackBudget?) throws(ExportError) {
        let directory = try ZipDirectory(file, limits: limits)
        let size = file.status?.size
        self.file = file
        records = directory.records
        members = directory.records.map { ContainerMember(name: $0.name, size: $0.size) }
        passedOver = directory.passedOver
        budget = UnpackBudget(limits, within: outer) { size }
    }

    func open(_ member: Int) throws(ExportError) -> any ByteStream {
        let record = records[member]
        if record.isEncrypted { throw .encrypted }
        guard let method = ZipMethod(rawValue: record.method) else {
            throw .unsupportedCompression("zip method \(record.method)")
        }
        guard record.size <= budget.limits.unpackedBytes else {
            throw .tooLarge(what: "unpacked bytes", limit: budget.limits.unpackedBytes)
        }
        let start = try dataStart(record)
        if opened.insert(member).inserted { consumed += record.packedSize }
        let data = FileStream(file, from: start, to: start + record.packedSize)
        let entry = try ZipEntryStream(PrefixedStream(record.header(method), data))
        return MeteredStream(entry, budget, key: member, claimed: record.size)
    }

    /// Checks the local header against the directory; a different name, method or secret means two readings.
    private func dataStart(_ record: ZipRecord) throws(ExportError) -> Int {
        let header = LittleEndian(try file.read(upTo: 30 + record.rawName.count, at: record.headerStart))
        guard header.count == 30 + record.rawName.count, header.starts([0x50, 0x4B, 3, 4], at: 0) else {
            throw .malformed(place: "byte \(record.headerStart) of the zip", reason: "no entry begins there")
        }
        guard header.uint16(26) == record.rawName.count, header.slice(30, record.rawName.count) == record.rawName,
            header.uint16(8) == record.method, header.uint16(6) & 1 == record.flags & 1
        else {
            throw .malformed(
                place: "byte \(record.headerStart) of the zip", reason: "the entry is not the one of the directory")
        }
        return record.headerStart + header.count + header.uint16(28)
    }
}

/// Ways of compressing that libarchive undoes (4.4.5).
enum ZipMethod: Int {
    case stored = 0
    case deflated = 8
    case bzip2 = 12
    case lzma = 14
    case xz = 95
    case ppmd = 98
}

extension ZipRecord {
    /// A local header (4.3.7) that says what the directory says, sizes in zip64's form.
    fileprivate func header(_ method: ZipMethod) -> [UInt8] {
        var bytes: [UInt8] = [0x50, 0x4B, 3, 4]
        func append(_ value: Int, _ count: Int) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
        }
        append(45, 2)
        // Of the flags only LZMA's, which says that the data hold a mark of their end.
        append(method == .lzma ? flags & 2 : 0, 2)
        append(method.rawValue, 2)
        append(0, 4)
        append(checksum, 4)
        append(0xFFFF_FFFF, 4)
        append(0xFFFF_FFFF, 4)
        append(1, 2)
        append(20, 2)
        bytes.append(UInt8(ascii: "x"))
        append(1, 2)
        append(16, 2)
        append(size, 8)
        append(packedSize, 8)
        return bytes
    }
}

/// The content of one zip entry, its size and checksum verified at its end.
private final class ZipEntryStream: ByteStream {
    private let archive: ArchiveStream

    init(_ source: any ByteStream) throws(ExportError) {
        archive = try ArchiveStream(source, .zipEntry)
        guard try archive.nextHeader() != nil else { throw .truncated(place: "the entry's beginning") }
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] { try archive.read(upTo: count) }
}
