import CProcess
import Glibc

/// A program that was started beside lotse: in a session of its own, so that it neither reads nor draws on this
/// terminal and outlives it.
nonisolated struct Child: Sendable {
    let identifier: pid_t

    /// - Parameters:
    ///   - input: what it reads as its standard input, from a file without a name; nil: nothing.
    ///   - environment: all that it gets.
    /// - Returns: nil: it could not be started.
    init?(_ program: Program, input: String? = nil, environment: [String: String]) {
        let file = input.flatMap(Self.file)
        if input != nil, file == nil { return nil }
        defer { if let file { close(file) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let file {
            posix_spawn_file_actions_adddup2(&actions, file, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        for output in [1, 2] as [Int32] {
            posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
        }
        self.init(program, environment: environment, actions: &actions)
    }

    /// - Parameter actions: what is done to its descriptors (posix_spawn(3)).
    /// - Returns: nil: it could not be started.
    init?(_ program: Program, environment: [String: String], actions: UnsafePointer<posix_spawn_file_actions_t>) {
        guard
            let child = Spawning.start(
                program.file, program.words, environment: environment, hasOwnSession: true, actions: actions)
        else { return nil }
        identifier = child
    }

    /// A file in memory that holds a text, to be read from its beginning.
    private static func file(_ text: String) -> Int32? {
        let file = process_memory_file()
        guard file >= 0 else { return nil }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else {
                close(file)
                return nil
            }
            rest = rest.dropFirst(count)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    /// Waits for its end, however long that takes.
    /// - Returns: whether it ended well.
    func waitForEnd() -> Bool {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 {
            guard errno == EINTR else { return false }
        }
        return status == 0
    }

    /// Waits for its end and no longer than it may take; a program that hangs is ended.
    /// - Parameter patience: milliseconds.
    func waitForEnd(patience: Int) -> Bool {
        var status: Int32 = 0
        for _ in 0..<max(1, patience / 10) {
            let ended = waitpid(identifier, &status, WNOHANG)
            if ended == identifier { return status == 0 }
            guard ended == 0 || errno == EINTR else { return false }
            _ = poll(nil, 0, 10)
        }
        kill(identifier, SIGKILL)
        _ = waitForEnd()
        return false
    }
}
