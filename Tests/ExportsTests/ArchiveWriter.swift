import CArchive
import Foundation
import Glibc

@testable import Exports

/// Archives in memory, written by libarchive.
enum ArchiveWriter {
    enum Form: CaseIterable {
        case zip, storedZip, zip64, ustar, pax, gnu

        var isZip: Bool { self == .zip || self == .storedZip || self == .zip64 }
    }

    /// What an archive can hold beside files.
    enum Item {
        case file(String, [UInt8])
        case folder(String)
        case symbolicLink(String, to: String)
        case hardLink(String, to: String)
        case device(String)
    }

    static func archive(_ form: Form, _ filter: Compression? = nil, files: [(String, [UInt8])]) -> [UInt8] {
        archive(form, filter, items: files.map { .file($0, $1) })
    }

    static func archive(_ form: Form, _ filter: Compression? = nil, texts: [(String, String)]) -> [UInt8] {
        archive(form, filter, files: texts.map { ($0, Array($1.utf8)) })
    }

    static func archive(_ form: Form, _ filter: Compression? = nil, items: [Item]) -> [UInt8] {
        write(filter) { handle in
            switch form {
            case .zip: archive_write_set_format_zip(handle)
            case .storedZip:
                archive_write_set_format_zip(handle)
                archive_write_zip_set_compression_store(handle)
            case .zip64:
                archive_write_set_format_zip(handle)
                archive_write_set_option(handle, "zip", "zip64", "1")
            case .ustar: archive_write_set_format_ustar(handle)
            case .pax: archive_write_set_format_pax(handle)
            case .gnu: archive_write_set_format_gnutar(handle)
            }
        } content: { handle in
            for item in items { add(item, to: handle) }
        }
    }

    /// A single compressed file.
    static func compressed(_ bytes: [UInt8], _ filter: Compression) -> [UInt8] {
        write(filter) { handle in
            archive_write_set_format_raw(handle)
        } content: { handle in
            add(.file("x", bytes), to: handle)
        }
    }

    private final class Sink {
        var bytes: [UInt8] = []
    }

    private static func write(
        _ filter: Compression?, format: (OpaquePointer) -> Void, content: (OpaquePointer) -> Void
    ) -> [UInt8] {
        guard let handle = archive_write_new() else { return [] }
        let sink = Sink()
        format(handle)
        switch filter {
        case nil: break
        case .gzip: archive_write_add_filter_gzip(handle)
        case .bzip2: archive_write_add_filter_bzip2(handle)
        case .xz: archive_write_add_filter_xz(handle)
        case .zstd: archive_write_add_filter_zstd(handle)
        case .lz4: archive_write_add_filter_lz4(handle)
        }
        archive_write_set_bytes_in_last_block(handle, 1)
        archive_write_open(
            handle, Unmanaged.passUnretained(sink).toOpaque(), nil,
            { _, context, start, count in
                guard let context else { return -1 }
                let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                sink.bytes += UnsafeRawBufferPointer(start: start, count: count)
                return count
            }, nil)
        content(handle)
        archive_write_close(handle)
        archive_write_free(handle)
        return withExtendedLifetime(sink) { sink.bytes }
    }

    private static func add(_ item: Item, to handle: OpaquePointer) {
        guard let entry = archive_entry_new() else { return }
        defer { archive_entry_free(entry) }
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_filetype(entry, Glibc.S_IFREG)
        archive_entry_set_size(entry, 0)
        switch item {
        case .file(let name, let bytes):
            archive_entry_set_pathname(entry, name)
            archive_entry_set_size(entry, Int64(bytes.count))
            archive_write_header(handle, entry)
            archive_write_data(handle, bytes, bytes.count)
            return
        case .folder(let name):
            archive_entry_set_pathname(entry, name)
            archive_entry_set_filetype(entry, Glibc.S_IFDIR)
        case .symbolicLink(let name, let target):
            archive_entry_set_pathname(entry, name)
            archive_entry_set_filetype(entry, Glibc.S_IFLNK)
            archive_entry_set_symlink(entry, target)
        case .hardLink(let name, let target):
            archive_entry_set_pathname(entry, name)
            archive_entry_set_hardlink(entry, target)
        case .device(let name):
            archive_entry_set_pathname(entry, name)
            archive_entry_set_filetype(entry, Glibc.S_IFCHR)
        }
        archive_write_header(handle, entry)
    }
}

/// Files that are there as long as the test runs.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "containers-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file below the folder and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> [UInt8] {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return Array(url.path.utf8)
    }
}

/// What an import of bytes gives, whatever they are.
struct InputReading {
    var format = ""
    var reading = Reading()

    init(_ input: ExportInput, options: ExportOptions = ExportOptions(), format: String? = nil) throws {
        switch input.content {
        case .tree(let tree):
            self.format = try ExportFormats.readTree(tree, options: options, format: format) { reading.take($0) }
        case .single(var source):
            let reader = try ExportFormats.detect(source)
            try reader.read(&source, options: options) { reading.take($0) }
            while try source.nextChunk() != nil {}
            for remark in source.remarks { reading.take(.note(remark)) }
            self.format = reader.format
        }
    }

    init(_ tree: any ExportTree) throws {
        format = try ExportFormats.readTree(tree, options: ExportOptions()) { reading.take($0) }
    }

    init(_ bytes: [UInt8], limits: ContainerLimits = ContainerLimits()) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("input", bytes)
        try self.init(ExportInput.open(pathBytes: path, limits: limits))
    }
}

/// An archive that is open, from bytes.
func archiveTree(_ bytes: [UInt8], limits: ContainerLimits = ContainerLimits()) throws -> any ExportTree {
    let folder = try TemporaryFolder()
    let input = try ExportInput.open(pathBytes: folder.write("archive", bytes), limits: limits)
    guard case .tree(let tree) = input.content else { throw ExportError.unknownFormat(hint: "no tree") }
    return tree
}

/// All bytes of an entry.
func content(_ entry: ExportEntry, of tree: any ExportTree) throws -> [UInt8] {
    var source = try tree.open(entry)
    var bytes: [UInt8] = []
    while let chunk = try source.nextChunk() { bytes += chunk }
    return bytes
}
