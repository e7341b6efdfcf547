import Glibc

/// Lines from a file: a terminal in its usual mode, a pipe, a file.
package struct LineInput {
    package let fileDescriptor: Int32
    private var rest: [UInt8] = []
    /// Nothing further comes.
    package private(set) var isAtEnd = false

    /// Bytes of one read.
    private static let chunk = 1 << 16

    package init(fileDescriptor: Int32) {
        self.fileDescriptor = fileDescriptor
    }

    /// What is there, as whole lines without their ends (LF or CRLF); waits when nothing is there yet. What stands
    /// before the end of the input is a line too. Bytes that are no UTF-8 are repaired.
    package mutating func read() -> [String] {
        var buffer = [UInt8](repeating: 0, count: Self.chunk)
        let count = Glibc.read(fileDescriptor, &buffer, buffer.count)
        if count > 0 {
            rest += buffer.prefix(count)
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            // A terminal that went (EIO) has no more lines either.
            isAtEnd = true
        }
        return cut()
    }

    private mutating func cut() -> [String] {
        var parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let last = parts.removeLast()
        rest = Array(last)
        if isAtEnd, !rest.isEmpty {
            parts.append(last)
            rest = []
        }
        return parts.map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
    }
}
