/// The central directory of a zip (PKWARE's APPNOTE.TXT 6.3, 4.3.12 to 4.3.16), read from the end of the file. What
/// two readers of the same file could take for different content is refused: a second end record, entries that share
/// bytes, two entries of one name.
struct ZipDirectory {
    private(set) var records: [ZipRecord] = []
    private(set) var passedOver: [PassedOver] = []

    init(_ file: OpenFile, limits: ContainerLimits) throws(ExportError) {
        let end = try ZipEnd(file)
        guard end.size <= limits.directoryBytes else {
            throw .tooLarge(what: "bytes of the zip's directory", limit: limits.directoryBytes)
        }
        guard end.count <= limits.entries else { throw .tooLarge(what: "files", limit: limits.entries) }
        let bytes = LittleEndian(try file.read(upTo: end.size, at: end.start))
        guard bytes.count == end.size else { throw .truncated(place: "the zip's directory") }
        var all: [(start: Int, end: Int, name: String)] = []
        var position = 0
        while position < bytes.count {
            guard all.count < end.count else { throw Self.damaged("more entries than it says") }
            let (record, next) = try ZipRecord.read(bytes, at: position, directoryStart: end.start, limits: limits)
            all.append((record.headerStart, record.leastEnd, record.name))
            take(record)
            position = next
        }
        guard all.count == end.count else { throw Self.damaged("fewer entries than it says") }
        try Self.checkOverlap(&all)
        try checkNames()
    }

    static func damaged(_ reason: String) -> ExportError { .malformed(place: "the zip's directory", reason: reason) }

    private mutating func take(_ record: ZipRecord) {
        switch record.kind {
        case .folder: break
        case .file where MemberName.isUnsafe(record.name):
            passedOver.append(PassedOver(name: record.name, reason: MemberName.unsafe))
        case .file: if !MemberName.isLitter(record.name) { records.append(record) }
        case .symbolicLink: passedOver.append(PassedOver(name: record.name, reason: "a symbolic link"))
        case .other: passedOver.append(PassedOver(name: record.name, reason: "not a file"))
        }
    }

    /// Overlapping entries are what makes the largest bombs (CVE-2019-13232).
    private static func checkOverlap(_ all: inout [(start: Int, end: Int, name: String)]) throws(ExportError) {
        all.sort { $0.start < $1.start }
        for (entry, next) in zip(all, all.dropFirst()) where entry.end > next.start {
            throw .inEntry(next.name, damaged("it shares bytes with another entry"))
        }
    }

    private func checkNames() throws(ExportError) {
        var seen: Set<[UInt8]> = []
        seen.reserveCapacity(records.count)
        for record in records where !seen.insert(record.rawName).inserted {
            throw .inEntry(record.name, Self.damaged("two entries have this name"))
        }
    }
}

/// The record at the end that says where the directory is.
private struct ZipEnd {
    static let size = 22
    private static let mark: [UInt8] = [0x50, 0x4B, 5, 6]

    var start: Int
    var size: Int
    var count: Int

    init(_ file: OpenFile) throws(ExportError) {
        let whole = file.status?.size ?? 0
        // A comment has 65,535 bytes at most; the locator of zip64 stands before the record.
        let tailStart = max(0, whole - Self.size - 0xFFFF - 20)
        let tail = LittleEndian(try file.read(upTo: whole - tailStart, at: tailStart))
        guard let position = tail.last(Self.mark, where: { tail.count - $0 == Self.size + tail.uint16($0 + 20) }) else {
            throw .truncated(place: "the end of the zip: there is no directory")
        }
        guard tail.last(Self.mark, where: { _ in true }) == position else {
            throw .malformed(place: "the end of the zip", reason: "there are two directories")
        }
        guard tail.uint16(position + 4) == 0, tail.uint16(position + 6) == 0 else {
            throw .malformed(place: "the end of the zip", reason: "it is one of several parts")
        }
        count = tail.uint16(position + 10)
        size = tail.uint32(position + 12)
        start = tail.uint32(position + 16)
        var expectedEnd = tailStart + position
        if position >= 20, tail.starts([0x50, 0x4B, 6, 7], at: position - 20) {
            expectedEnd = try readLarge(file, at: tail.int64(position - 12), before: expectedEnd - 20)
        }
        guard start <= expectedEnd, start + size == expectedEnd else {
            throw .malformed(place: "the end of the zip", reason: "the directory is not where it should be")
        }
    }

    /// Zip64's end record; its offset is the directory's end.
    private mutating func readLarge(_ file: OpenFile, at offset: Int?, before limit: Int) throws(ExportError) -> Int {
        let wrong = ExportError.malformed(
            place: "the end of the zip", reason: "the zip64 record is not where it should be")
        guard let offset, offset <= limit - 56 else { throw wrong }
        let record = LittleEndian(try file.read(upTo: 56, at: offset))
        guard record.count == 56, record.starts([0x50, 0x4B, 6, 6], at: 0), let count = record.int64(32),
            let size = record.int64(40), let start = record.int64(48), size <= offset
        else { throw wrong }
        (self.count, self.size, self.start) = (count, size, start)
        return offset
    }
}
