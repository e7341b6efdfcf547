import Glibc

/// A temporary file without a name, for what comes once and must be read twice: standard input that is an archive,
/// an archive in an archive. It is gone with its descriptor, also after a crash.
enum Spool {
    /// Where temporary files go. `/tmp` comes last: it is memory on many systems.
    private static var folders: [String] {
        let chosen = getenv("TMPDIR").map { String(cString: $0) }
        return [chosen, "/var/tmp", "/tmp"].compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Takes all bytes of a stream, as many as may be unpacked at most.
    static func file(_ stream: any ByteStream, limits: ContainerLimits) throws(ExportError) -> OpenFile {
        let descriptor = try temporaryFile()
        do throws(ExportError) {
            try copy(stream, to: descriptor, limits)
        } catch {
            close(descriptor)
            throw error
        }
        return try OpenFile(owning: descriptor)
    }

    private static func copy(
        _ stream: any ByteStream, to descriptor: Int32, _ limits: ContainerLimits
    ) throws(ExportError) {
        var total = 0
        while true {
            let bytes = try stream.read(upTo: ByteSource.defaultChunkSize)
            total += bytes.count
            guard total <= limits.unpackedBytes else { throw .tooLarge(what: "bytes", limit: limits.unpackedBytes) }
            guard !limits.isCancelled() else { throw .cancelled }
            try write(bytes, to: descriptor)
            if bytes.count < ByteSource.defaultChunkSize { return }
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(ExportError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                throw .cannotSpool(errno: errno)
            }
        }
    }

    private static func temporaryFile() throws(ExportError) -> Int32 {
        var failure: Int32 = ENOENT
        for folder in folders {
            // O_TMPFILE, which Swift does not import.
            let unnamed = open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20000000, 0o600)
            if unnamed >= 0 { return unnamed }
            var template = Array("\(folder)/lotse-XXXXXX".utf8CString)
            let named = mkstemp(&template)
            if named >= 0 {
                _ = fcntl(named, F_SETFD, FD_CLOEXEC)
                unlink(template)
                return named
            }
            failure = errno
        }
        throw .cannotSpool(errno: failure)
    }
}
