/// A tar, plain or compressed. Entries are read in order; an earlier one means starting again, at the entry itself
/// where the tar is not compressed.
final class TarContainer: Container {
    let members: [ContainerMember]
    let passedOver: [PassedOver]

    private let packed: PackedTar
    private let offsets: [Int]
    private let budget: UnpackBudget
    private var archive: ArchiveStream?
    /// Header offset of the entry at which `archive` stands.
    private var position = -1
    /// Offset in the tar at which `archive` began.
    private var base = 0

    init(
        compression: Compression?, limits: ContainerLimits, within outer: UnpackBudget?,
        source: @escaping (_ offset: Int) throws(ExportError) -> any ByteStream
    ) throws(ExportError) {
        let packed = PackedTar(compression: compression, limits: limits, within: outer, source: source)
        self.packed = packed
        // A sparse file's holes cost nothing in the tar.
        budget = UnpackBudget(limits) { packed.unpacked }
        let listing = try TarListing(packed, limits: limits)
        members = listing.members
        offsets = listing.offsets
        passedOver = listing.passedOver
    }

    var consumed: Int { packed.consumed }

    func open(_ member: Int) throws(ExportError) -> any ByteStream {
        let offset = offsets[member]
        let archive = try archive(at: offset)
        let entry = TarEntryStream(archive, size: members[member].size) { [weak self] in
            self?.archive === archive && self?.position == offset
        }
        return MeteredStream(entry, budget, key: member)
    }

    private func archive(at offset: Int) throws(ExportError) -> ArchiveStream {
        if let archive, position < offset, !packed.isSeekable, try advance(archive, to: offset) { return archive }
        base = packed.isSeekable ? offset : 0
        position = -1
        let archive = try ArchiveStream(packed.stream(from: base), .tar)
        self.archive = archive
        // The listing saw it there.
        guard try advance(archive, to: offset) else { throw .changedWhileReading }
        return archive
    }

    private func advance(_ archive: ArchiveStream, to offset: Int) throws(ExportError) -> Bool {
        while position < offset, let header = try archive.nextHeader() { position = base + header.offset }
        return position == offset
    }
}

/// The entries of a tar, found by going through it once.
private struct TarListing {
    private(set) var members: [ContainerMember] = []
    private(set) var offsets: [Int] = []
    private(set) var passedOver: [PassedOver] = []
    private var indices: [String: Int] = [:]

    init(_ packed: PackedTar, limits: ContainerLimits) throws(ExportError) {
        let stream = try packed.stream(from: 0)
        let archive = try ArchiveStream(stream, .tar)
        while let header = try archive.nextHeader() {
            guard header.name.count <= limits.nameBytes else {
                throw .tooLarge(what: "bytes of a name", limit: limits.nameBytes)
            }
            take(header)
            guard members.count + passedOver.count <= limits.entries else {
                throw .tooLarge(what: "files", limit: limits.entries)
            }
        }
        // What is compressed has its checksum at the end.
        try stream.drain()
        indices = [:]
    }

    private mutating func take(_ header: ArchiveStream.Header) {
        var name = MemberName.decoded(header.name, isZip: false)
        while name.hasPrefix("./") { name.removeFirst(2) }
        switch header.kind {
        case .folder: break
        case .symbolicLink: passedOver.append(PassedOver(name: name, reason: "a symbolic link"))
        case .hardLink: passedOver.append(PassedOver(name: name, reason: "a hard link"))
        case .other: passedOver.append(PassedOver(name: name, reason: "not a file"))
        case .file where MemberName.isUnsafe(name):
            passedOver.append(PassedOver(name: name, reason: MemberName.unsafe))
        case .file: if !MemberName.isLitter(name) { add(name, header) }
        }
    }

    /// A file that was appended again replaces the one before (`tar --append`, `--update`).
    private mutating func add(_ name: String, _ header: ArchiveStream.Header) {
        let member = ContainerMember(name: name, size: header.size)
        if let index = indices[name] {
            passedOver.append(PassedOver(name: name, reason: "replaced by a later one of the same name"))
            members[index] = member
            offsets[index] = header.offset
        } else {
            indices[name] = members.count
            members.append(member)
            offsets.append(header.offset)
        }
    }
}

/// The content of one tar entry.
private final class TarEntryStream: ByteStream {
    private let archive: ArchiveStream
    private let size: Int?
    private let isCurrent: () -> Bool
    private var given = 0

    init(_ archive: ArchiveStream, size: Int?, isCurrent: @escaping () -> Bool) {
        self.archive = archive
        self.size = size
        self.isCurrent = isCurrent
    }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        guard isCurrent() else { throw .malformed(place: "the tar", reason: "another entry was opened meanwhile") }
        let bytes = try archive.read(upTo: count)
        given += bytes.count
        // libarchive takes a file that is nothing but a hole for an empty one.
        if bytes.count < count, let size, given != size {
            throw .malformed(place: "unpacked byte \(given)", reason: "the tar says \(size) bytes")
        }
        return bytes
    }
}
