import Glibc

/// A program of a test, written for /bin/sh.
package enum Script {
    /// Why it is not there.
    package struct Failure: Error {
        package let path: String
        package let errno: Int32
    }

    /// Writes it, executable. The descriptor goes to no program that another test starts in this moment: as long as one
    /// had it open for writing, the script could not be run (ETXTBSY).
    package static func write(_ body: String, to path: String) throws {
        let file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o755)
        guard file >= 0 else { throw Failure(path: path, errno: errno) }
        defer { close(file) }
        let bytes = Array(("#!/bin/sh\n" + body).utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count else { throw Failure(path: path, errno: errno) }
    }
}
