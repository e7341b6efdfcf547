import Dashboard
import Glibc
import Synchronization

/// Answers from other threads for the one that owns the screen, and a pipe that wakes it.
nonisolated package final class Mailbox: Sendable {
    private let answers = Mutex<[Answer]>([])
    private let pipe: (read: Int32, write: Int32)

    /// nil where no pipe can be had.
    package init?() {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        pipe = (ends[0], ends[1])
    }

    deinit {
        close(pipe.read)
        close(pipe.write)
    }

    /// Becomes readable when something was posted.
    package var fileDescriptor: Int32 { pipe.read }

    package func post(_ answer: Answer) {
        answers.withLock { $0.append(answer) }
        var byte: UInt8 = 1
        // A full pipe wakes just as well.
        _ = write(pipe.write, &byte, 1)
    }

    /// All that was posted, without waiting.
    package func drain() -> [Answer] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(pipe.read, &bytes, bytes.count) > 0 {}
        return answers.withLock { posted in
            defer { posted = [] }
            return posted
        }
    }
}
