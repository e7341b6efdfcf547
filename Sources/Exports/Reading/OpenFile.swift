import Glibc

/// A descriptor that is open for reading, and what the file looked like when it was opened.
/// A class, so that the last owner closes the descriptor.
final class OpenFile {
    struct Status: Equatable {
        var size: Int
        /// Seconds and nanoseconds since 1970 UTC.
        var seconds: Int
        var nanoseconds: Int

        init(_ facts: stat) {
            size = Int(facts.st_size)
            seconds = facts.st_mtim.tv_sec
            nanoseconds = facts.st_mtim.tv_nsec
        }

        /// Milliseconds since 1970 UTC.
        var modifiedAt: Int64 {
            Int64(seconds).multipliedReportingOverflow(by: 1000).partialValue &+ Int64(nanoseconds / 1_000_000)
        }
    }

    private let descriptor: Int32
    private let isOwned: Bool
    /// nil where the descriptor is not a regular file.
    let status: Status?

    /// Only regular files, after following links. Nothing here blocks: a pipe without a writer is opened and
    /// refused at once.
    /// `followsLinks`: whether the last part of the path may be a link.
    init(pathBytes: [UInt8], followsLinks: Bool = true) throws(ExportError) {
        guard !pathBytes.isEmpty, !pathBytes.contains(0) else { throw .notAFile(reason: "not a usable path") }
        let path = pathBytes.map { CChar(bitPattern: $0) } + [0]
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw Self.refusal(errno) }
        self.descriptor = descriptor
        isOwned = true
        switch Self.inspect(descriptor) {
        case .success(let found): status = found
        case .failure(let error):
            status = nil
            throw error
        }
    }

    /// A regular file that is open already, such as a temporary one; it is closed by this.
    init(owning descriptor: Int32) throws(ExportError) {
        self.descriptor = descriptor
        isOwned = true
        switch Self.inspect(descriptor) {
        case .success(let found): status = found
        case .failure(let error):
            status = nil
            throw error
        }
    }

    /// A descriptor of the caller's, which stays open.
    init(descriptor: Int32) throws(ExportError) {
        self.descriptor = descriptor
        isOwned = false
        // A pipe is fine here: whoever passes a descriptor chose to wait for it.
        status = try? Self.inspect(descriptor).get()
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// Fills up to `count` bytes; fewer mean the end. `offset`: counted from the file's beginning, without moving
    /// what reads in order; nil: in order.
    func read(upTo count: Int, at offset: Int? = nil) throws(ExportError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            failure = fill(UnsafeMutableRawBufferPointer(buffer), &filled, from: offset)
        }
        guard failure == 0 else { throw .cannotRead(errno: failure) }
        return bytes
    }

    /// A file that grows, shrinks or is rewritten under the reader would give a mixture of two exports.
    func checkUnchanged(afterReading count: Int) throws(ExportError) {
        guard isOwned, let status else { return }
        guard case .success(let now) = Self.inspect(descriptor), now == status, count == status.size else {
            throw .changedWhileReading
        }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer, _ filled: inout Int, from offset: Int?) -> Int32 {
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let got =
                if let offset { pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled)) } else {
                    Glibc.read(descriptor, rest.baseAddress, rest.count)
                }
            if got == 0 { return 0 }
            if got > 0 {
                filled += got
            } else if errno == EAGAIN {
                waitUntilReadable()
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    private func waitUntilReadable() {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&request, 1, -1)
    }

    /// Whether the descriptor is a regular file that nothing was read of yet.
    var isAtBeginning: Bool { status != nil && lseek(descriptor, 0, SEEK_CUR) == 0 }

    private static func inspect(_ descriptor: Int32) -> Result<Status, ExportError> {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return .failure(.cannotRead(errno: errno)) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG:
            return .success(Status(facts))
        case S_IFDIR: return .failure(.notAFile(reason: "a folder"))
        case S_IFIFO: return .failure(.notAFile(reason: "a pipe"))
        case S_IFSOCK: return .failure(.notAFile(reason: "a socket"))
        default: return .failure(.notAFile(reason: "a device"))
        }
    }

    private static func refusal(_ code: Int32) -> ExportError {
        switch code {
        case ENOENT, ENOTDIR: .notAFile(reason: "nothing there")
        case ELOOP: .notAFile(reason: "a loop of links")
        case ENXIO: .notAFile(reason: "a socket or device")
        case ENAMETOOLONG: .notAFile(reason: "not a usable path")
        default: .cannotRead(errno: code)
        }
    }
}
