/// One entry of a zip's central directory.
struct ZipRecord {
    enum Kind {
        case file, folder, symbolicLink, other
    }

    var name: String
    var rawName: [UInt8]
    var kind: Kind
    var flags: Int
    var method: Int
    var checksum: Int
    var packedSize: Int
    var size: Int
    /// Offset in the file of the entry's local header.
    var headerStart: Int
    /// Offset behind its data, without the local header's extra fields.
    var leastEnd: Int { headerStart + 30 + rawName.count + packedSize }

    var isEncrypted: Bool { flags & 0x2041 != 0 }

    /// Reads the record at `position`; also where the next one begins.
    static func read(
        _ bytes: LittleEndian, at position: Int, directoryStart: Int, limits: ContainerLimits
    ) throws(ExportError) -> (ZipRecord, next: Int) {
        guard position + 46 <= bytes.count, bytes.starts([0x50, 0x4B, 1, 2], at: position) else {
            throw ZipDirectory.damaged("no entry at byte \(position) of it")
        }
        let lengths = (bytes.uint16(position + 28), bytes.uint16(position + 30), bytes.uint16(position + 32))
        let nameStart = position + 46
        let next = nameStart + lengths.0 + lengths.1 + lengths.2
        guard next <= bytes.count else { throw ZipDirectory.damaged("it is cut at byte \(position) of it") }
        guard lengths.0 <= limits.nameBytes else { throw .tooLarge(what: "bytes of a name", limit: limits.nameBytes) }
        let rawName = bytes.slice(nameStart, lengths.0)
        let name = MemberName.decoded(rawName, isZip: true)
        var record = ZipRecord(
            name: name, rawName: rawName, kind: kind(bytes, at: position, rawName), flags: bytes.uint16(position + 8),
            method: bytes.uint16(position + 10), checksum: bytes.uint32(position + 16),
            packedSize: bytes.uint32(position + 20), size: bytes.uint32(position + 24),
            headerStart: bytes.uint32(position + 42))
        let extra = nameStart + lengths.0
        guard record.readLarge(bytes, from: extra, to: extra + lengths.1), record.packedSize <= directoryStart,
            record.headerStart <= directoryStart, record.leastEnd <= directoryStart
        else { throw .inEntry(name, ZipDirectory.damaged("it says that its data are where none are")) }
        return (record, next)
    }

    private static func kind(_ bytes: LittleEndian, at position: Int, _ name: [UInt8]) -> Kind {
        if name.last == UInt8(ascii: "/") || name.last == UInt8(ascii: "\\") { return .folder }
        // Only Unix and macOS write a mode there.
        guard [3, 19].contains(bytes.byte(position + 5)) else { return .file }
        switch bytes.uint16(position + 40) & 0o170000 {
        case 0, 0o100000: return .file
        case 0o040000: return .folder
        case 0o120000: return .symbolicLink
        default: return .other
        }
    }

    /// Zip64's extra field (4.5.3) holds those numbers that are all ones in the record, in this order.
    private mutating func readLarge(_ bytes: LittleEndian, from start: Int, to end: Int) -> Bool {
        let full = 0xFFFF_FFFF
        guard size == full || packedSize == full || headerStart == full else { return true }
        var field = start
        while field + 4 <= end {
            let length = bytes.uint16(field + 2)
            if bytes.uint16(field) == 1, field + 4 + length <= end {
                return readNumbers(bytes, from: field + 4, to: field + 4 + length)
            }
            field += 4 + length
        }
        // A size of exactly 4 GiB less one needs no such field.
        return headerStart != full && packedSize != full
    }

    private mutating func readNumbers(_ bytes: LittleEndian, from start: Int, to end: Int) -> Bool {
        var position = start
        for number in [\ZipRecord.size, \ZipRecord.packedSize, \ZipRecord.headerStart] {
            guard self[keyPath: number] == 0xFFFF_FFFF else { continue }
            guard position + 8 <= end, let value = bytes.int64(position) else { return false }
            self[keyPath: number] = value
            position += 8
        }
        return true
    }
}

/// Bytes that hold numbers, the lowest byte first.
struct LittleEndian {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func byte(_ position: Int) -> Int { Int(bytes[position]) }

    func uint16(_ position: Int) -> Int { byte(position) | byte(position + 1) << 8 }

    func uint32(_ position: Int) -> Int { uint16(position) | uint16(position + 2) << 16 }

    /// nil: more than a file can have.
    func int64(_ position: Int) -> Int? {
        let high = uint32(position + 4)
        return high < 1 << 30 ? uint32(position) | high << 32 : nil
    }

    func slice(_ position: Int, _ count: Int) -> [UInt8] { Array(bytes[position..<(position + count)]) }

    func starts(_ mark: [UInt8], at position: Int) -> Bool { bytes[position...].starts(with: mark) }

    /// The last place of `mark` with room for an end record, that fits.
    func last(_ mark: [UInt8], where fits: (Int) -> Bool) -> Int? {
        guard bytes.count >= 22 else { return nil }
        return (0...(bytes.count - 22)).last { bytes[$0] == mark[0] && starts(mark, at: $0) && fits($0) }
    }
}
