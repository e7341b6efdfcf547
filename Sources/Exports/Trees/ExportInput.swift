import Glibc

/// An export as it is given: a file, a compressed file, an archive, a folder or standard input. What it is, its
/// content says, not its name.
package struct ExportInput {
    package enum Content {
        case single(ByteSource)
        case tree(any ExportTree)
    }

    package var content: Content
    /// Raw bytes in all, packed where the content is packed; nil: the input does not say.
    package let size: Int?
    /// Time of the last change, milliseconds since 1970 UTC; nil: the input has none.
    package let modifiedAt: Int64?

    private let progress: () -> Int
    private let raw: Raw

    private enum Raw {
        case file(OpenFile)
        case folder(FolderTree)
        /// The source itself tells its raw bytes.
        case source
    }

    /// Opens what a path names; links are followed. Throws `ExportError`.
    package static func open(
        pathBytes: [UInt8], limits: ContainerLimits = ContainerLimits()
    ) throws(ExportError) -> ExportInput {
        if isFolder(pathBytes) {
            let tree = try FolderTree(pathBytes: pathBytes, limits: limits)
            return ExportInput(
                content: .tree(tree), size: tree.size, modifiedAt: tree.modifiedAt, progress: { tree.rawBytesRead },
                raw: .folder(tree))
        }
        let file = try OpenFile(pathBytes: pathBytes)
        let head = try file.read(upTo: ContainerKind.headSize, at: 0)
        guard let kind = ContainerKind(head: head[...]) else { return plain(try ByteSource(file: file)) }
        return try packed(file, kind, limits)
    }

    /// Takes what comes from a descriptor, such as standard input, which is not closed. An archive that cannot be read
    /// twice is kept in a temporary file without a name, packed. Throws `ExportError`.
    package static func open(
        fileDescriptor: Int32, limits: ContainerLimits = ContainerLimits()
    ) throws(ExportError) -> ExportInput {
        let file = try OpenFile(descriptor: fileDescriptor)
        let canBeReadTwice = file.isAtBeginning
        let source = try ByteSource(file: file)
        guard let kind = ContainerKind(head: source.rawHead) else { return plain(source) }
        if canBeReadTwice { return try packed(file, kind, limits) }
        return try packed(Spool.file(RawBytes(source), limits: limits), kind, limits)
    }

    /// Content that is in memory or opened otherwise.
    package static func plain(_ source: ByteSource) -> ExportInput {
        ExportInput(
            content: .single(source), size: source.size, modifiedAt: source.modifiedAt, progress: { 0 }, raw: .source)
    }

    /// Raw bytes that were used up, for progress against `size`. A single file that is not packed counts itself:
    /// `ByteSource.rawBytesRead`.
    package var rawBytesRead: Int { progress() }

    /// Whether the raw bytes are those that the single source hands out, so that `ByteSource.onRawBytes` sees them all.
    package var isRaw: Bool {
        if case .source = raw { true } else { false }
    }

    /// The raw bytes from beginning to end, for the digest of what was imported; nothing where `isRaw`. Of a folder
    /// each file's name, a NUL and its bytes. Throws `.changedWhileReading` for a file that is not what it was.
    package func eachRawChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws(ExportError) {
        switch raw {
        case .source: return
        case .folder(let tree): try tree.eachRawChunk(body)
        case .file(let file):
            let stream = FileStream(file)
            while true {
                let bytes = try stream.read(upTo: ByteSource.defaultChunkSize)
                bytes.withUnsafeBytes(body)
                if bytes.count < ByteSource.defaultChunkSize { return }
            }
        }
    }

    private static func packed(
        _ file: OpenFile, _ kind: ContainerKind, _ limits: ContainerLimits
    ) throws(ExportError) -> ExportInput {
        if case .compressed(let compression) = kind {
            let meter = LeafMeter(limits, nil)
            let stream = try meter.unpack(FileStream(file), compression)
            let head = try stream.read(upTo: ContainerKind.headSize)
            if ContainerKind(head: head[...]) != .tar {
                let source = try ByteSource(stream: PrefixedStream(head, stream), modifiedAt: file.status?.modifiedAt)
                return packed(file, .single(source)) { meter.consumed }
            }
        }
        let tree = try ArchiveTree(file, kind, limits: limits)
        return packed(file, .tree(tree)) { tree.rawBytesRead }
    }

    private static func packed(
        _ file: OpenFile, _ content: Content, progress: @escaping () -> Int
    ) -> ExportInput {
        ExportInput(
            content: content, size: file.status?.size, modifiedAt: file.status?.modifiedAt, progress: progress,
            raw: .file(file))
    }

    private static func isFolder(_ path: [UInt8]) -> Bool {
        var facts = stat()
        guard !path.contains(0), stat(path.map { CChar(bitPattern: $0) } + [0], &facts) == 0 else { return false }
        return facts.st_mode & S_IFMT == S_IFDIR
    }
}

/// What a source that no mark makes decode hands out: its raw bytes.
private final class RawBytes: ByteStream {
    private var source: ByteSource
    private var rest: ArraySlice<UInt8> = []

    init(_ source: ByteSource) { self.source = source }

    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            if rest.isEmpty {
                guard let chunk = try source.nextChunk() else { break }
                rest = chunk
            }
            let part = rest.prefix(count - bytes.count)
            bytes += part
            rest = rest.dropFirst(part.count)
        }
        return bytes
    }
}
