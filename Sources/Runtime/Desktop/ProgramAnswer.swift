import CProcess
import Glibc

nonisolated extension Program {
    /// Runs it and reads what it prints.
    /// - Parameters:
    ///   - patience: milliseconds; a program that hangs is ended.
    ///   - limit: bytes that are read at most; the rest is dropped.
    /// - Returns: nil: it could not be started, hung, or ended with an error.
    package func answer(environment: [String: String], patience: Int = 1000, limit: Int = 4096) -> String? {
        let file = process_memory_file()
        guard file >= 0 else { return nil }
        defer { close(file) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, file, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        guard let child = Child(self, environment: environment, actions: &actions),
            child.waitForEnd(patience: patience)
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = pread(file, &bytes, bytes.count, 0)
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Runs it with a text as its standard input, and waits for its end.
    /// - Parameter patience: milliseconds.
    /// - Returns: whether it ended well.
    package func take(_ text: String, environment: [String: String], patience: Int = 3000) -> Bool {
        Child(self, input: text, environment: environment)?.waitForEnd(patience: patience) ?? false
    }
}
