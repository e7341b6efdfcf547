/// The files of an archive: zip, tar, compressed tar. Those of an archive in it appear as `inner.zip/name`, a
/// compressed file under its name without the ending that says so. Nothing is unpacked to the disk, except that an
/// archive in an archive is kept, packed, in a temporary file without a name.
package final class ArchiveTree: ExportTree {
    private let index: EntryIndex

    package var entries: [ExportEntry] { index.entries }
    package var passedOver: [PassedOver] { index.passedOver }

    /// `kind`: what the file's first bytes say; a compressed file must hold a tar.
    /// Throws `ExportError` where the archive cannot be listed or is over its limits.
    init(_ file: OpenFile, _ kind: ContainerKind, limits: ContainerLimits = ContainerLimits()) throws(ExportError) {
        let size = file.status?.size
        let whole = UnpackBudget(limits) { size }
        let container: any Container
        switch kind {
        case .zip: container = try ZipContainer(file, limits: limits, within: whole)
        case .tar:
            container = try TarContainer(compression: nil, limits: limits, within: whole) {
                offset throws(ExportError) in
                FileStream(file, from: offset)
            }
        case .compressed(let compression):
            container = try TarContainer(compression: compression, limits: limits, within: whole) {
                _ throws(ExportError) in FileStream(file)
            }
        }
        index = try EntryIndex(container, limits: limits, whole: whole, nesting: limits.nesting)
    }

    /// Packed bytes that were used up, for progress against the file's size.
    package var rawBytesRead: Int { index.consumed }

    package func open(_ entry: ExportEntry) throws(ExportError) -> ByteSource {
        try ByteSource(entry, index)
    }
}

/// The files of a folder and its subfolders, in the order of their names' bytes. Links are not followed; hidden files
/// and `__MACOSX` are left out. Archives and compressed files in it appear unpacked, as in an `ArchiveTree`.
package final class FolderTree: ExportTree {
    private let folder: FolderContainer
    private let index: EntryIndex

    package var entries: [ExportEntry] { index.entries }
    package var passedOver: [PassedOver] { index.passedOver }

    /// Throws `ExportError` where the folder cannot be read or is over its limits.
    package init(pathBytes: [UInt8], limits: ContainerLimits = ContainerLimits()) throws(ExportError) {
        folder = try FolderContainer(pathBytes: pathBytes, limits: limits)
        // Each archive has its own ratio; a folder's size says nothing about it.
        let whole = UnpackBudget(limits) { nil }
        index = try EntryIndex(folder, limits: limits, whole: whole, nesting: limits.nesting + 1)
    }

    /// Bytes of all files.
    package var size: Int { folder.size }

    /// When the newest of its files was changed, milliseconds since 1970 UTC.
    var modifiedAt: Int64? { folder.modifiedAt }

    /// Bytes of the files that were used up.
    package var rawBytesRead: Int { index.consumed }

    package func open(_ entry: ExportEntry) throws(ExportError) -> ByteSource {
        try ByteSource(entry, index)
    }

    /// Each file's name, a NUL and its bytes, in order: what a digest of the folder is of.
    package func eachRawChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws(ExportError) {
        try folder.eachRawChunk(body)
    }
}

extension ByteSource {
    fileprivate init(_ entry: ExportEntry, _ index: EntryIndex) throws(ExportError) {
        let stream = try index.open(entry)
        do throws(ExportError) {
            try self.init(stream: stream, size: entry.size)
        } catch {
            throw error.inside(entry.path)
        }
    }
}
