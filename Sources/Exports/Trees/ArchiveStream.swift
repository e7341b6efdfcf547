import CArchive
import Glibc

/// The only place that calls libarchive: one archive or compressed stream, read from front to back. One format and
/// at most one filter are switched on, told by whoever looked at the content, so that libarchive guesses nothing.
final class ArchiveStream {
    enum Form {
        /// One compressed file.
        case packed(Compression)
        /// ustar, pax, GNU and older, not compressed.
        case tar
        /// One local header of a zip with the data behind it.
        case zipEntry
    }

    /// What a tar says of one entry.
    struct Header {
        enum Kind {
            case file, folder, symbolicLink, hardLink, other
        }

        var kind: Kind
        /// As written, without the NUL at its end.
        var name: [UInt8]
        var size: Int?
        /// Offset of its header in the (unpacked) archive.
        var offset: Int
    }

    private let handle: OpaquePointer
    private let feed: ArchiveFeed
    private let form: Form
    private let locale: locale_t?
    /// Bytes of the current entry that were read.
    private var given = 0

    init(_ source: any ByteStream, _ form: Form) throws(ExportError) {
        guard let handle = archive_read_new() else { throw .cannotRead(errno: ENOMEM) }
        self.handle = handle
        self.form = form
        feed = ArchiveFeed(source)
        locale = lotse_utf8_locale()
        try inUTF8 { () throws(ExportError) in
            try configure()
            try open()
        }
    }

    deinit {
        archive_read_free(handle)
        if let locale { freelocale(locale) }
    }

    /// Packed bytes that were used up.
    var consumed: Int { Int(archive_filter_bytes(handle, -1)) }

    /// The next entry; nil: there is none. Throws where the archive is damaged or ends too early.
    func nextHeader() throws(ExportError) -> Header? {
        given = 0
        var entry: OpaquePointer?
        let code = inUTF8 { archive_read_next_header(handle, &entry) }
        switch code {
        case ARCHIVE_EOF:
            if let failure = feed.failure { throw failure }
            try checkEnd()
            return nil
        // A warning about a header is about its attributes or its name's encoding; one about data is damage.
        case ARCHIVE_OK, ARCHIVE_WARN:
            guard let entry else { return nil }
            return inUTF8 { header(entry) }
        default: throw damage()
        }
    }

    /// Fills up to `count` bytes of the current entry; fewer mean its end.
    func read(upTo count: Int) throws(ExportError) -> [UInt8] {
        var isDamaged = false
        let handle = handle
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = archive_read_data(handle, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0 { isDamaged = true }
                guard got > 0 else { return }
                filled += got
            }
        }
        given += bytes.count
        guard !isDamaged else { throw damage() }
        if let failure = feed.failure { throw failure }
        return bytes
    }

    /// Whether anything but zeros follows the end.
    func hasMore() throws(ExportError) -> Bool { try feed.hasMore(than: consumed) }

    private func configure() throws(ExportError) {
        var code = ARCHIVE_OK
        switch form {
        case .packed(let compression):
            // A warning means that libarchive was built without the library and would run a program instead.
            guard archive_read_append_filter(handle, compression.code) == ARCHIVE_OK else {
                throw .unsupportedCompression(compression.rawValue)
            }
            code = archive_read_support_format_raw(handle)
        case .tar: code = archive_read_support_format_tar(handle)
        case .zipEntry: code = archive_read_support_format_zip_streamable(handle)
        }
        guard code == ARCHIVE_OK else { throw damage() }
    }

    private func open() throws(ExportError) {
        let context = Unmanaged.passUnretained(feed).toOpaque()
        let code = archive_read_open2(
            handle, context, nil,
            { _, context, start in
                guard let context else { return Int(ARCHIVE_FATAL) }
                let block = Unmanaged<ArchiveFeed>.fromOpaque(context).takeUnretainedValue().next()
                start?.pointee = block.start
                return block.count
            },
            { _, context, count in
                context.map { Unmanaged<ArchiveFeed>.fromOpaque($0).takeUnretainedValue().skip(count) } ?? 0
            }, nil)
        guard code == ARCHIVE_OK else { throw damage() }
    }

    /// libarchive takes the end of the bytes for the end of a tar. Each writer ends one with blocks of zeros, so one
    /// without was cut between two entries.
    private func checkEnd() throws(ExportError) {
        guard case .tar = form, consumed == feed.total, !feed.endsInZeros else { return }
        throw .truncated(place: "byte \(consumed) of the tar, which has no end mark")
    }

    private func header(_ entry: OpaquePointer) -> Header {
        let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
        let kind: Header.Kind =
            if archive_entry_hardlink(entry) != nil { .hardLink } else {
                switch archive_entry_filetype(entry) {
                case S_IFREG: .file
                case S_IFDIR: .folder
                case S_IFLNK: .symbolicLink
                default: .other
                }
            }
        return Header(
            kind: kind,
            name: name.map { Array(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init)) } ?? [],
            size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil,
            offset: Int(archive_read_header_position(handle)))
    }

    /// Names are converted by the locale of the thread, which must not depend on what the program set.
    private func inUTF8<Value, Failure: Error>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
        guard let locale else { return try body() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return try body()
    }

    private func damage() -> ExportError {
        if let failure = feed.failure { return failure }
        let words = archive_error_string(handle).map { String(cString: $0) } ?? "damaged"
        let reason = String(
            words.unicodeScalars.filter { $0.isASCII && $0.value >= 0x20 && $0.value < 0x7F }.prefix(120))
        let place = "packed byte \(consumed), after \(given) unpacked bytes"
        let lower = reason.lowercased()
        if lower.contains("truncated") || lower.contains("unexpected end") { return .truncated(place: place) }
        return .malformed(place: place, reason: reason)
    }
}

extension Compression {
    fileprivate var code: Int32 {
        switch self {
        case .gzip: ARCHIVE_FILTER_GZIP
        case .bzip2: ARCHIVE_FILTER_BZIP2
        case .xz: ARCHIVE_FILTER_XZ
        case .zstd: ARCHIVE_FILTER_ZSTD
        case .lz4: ARCHIVE_FILTER_LZ4
        }
    }
}
