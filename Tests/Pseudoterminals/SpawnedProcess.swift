import CVTerm
import Glibc

/// How a process ended.
package enum ExitStatus: Equatable, Sendable {
    case exited(Int32)
    case signaled(Int32)

    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .signaled(signal)
    }
}

/// A process that leads a session of its own with a terminal as its standard streams.
final class SpawnedProcess {
    let identifier: pid_t
    /// Readable once the process has ended.
    let descriptor: Int32
    private(set) var status: ExitStatus?

    /// `program` is a path, `environment` all it gets; with `terminal` it opens its controlling terminal.
    init(_ program: String, _ arguments: [String], environment: [String: String], directory: String?, terminal: String)
        throws(PseudoterminalError)
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The leader of a session without a terminal gets the first one it opens.
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        if let directory { posix_spawn_file_actions_addchdir_np(&actions, directory) }
        var attributes = Self.freshAttributes()
        defer { posix_spawnattr_destroy(&attributes) }
        var child: pid_t = 0
        let failure = Self.withCStrings([program] + arguments) { argv in
            Self.withCStrings(environment.map { "\($0)=\($1)" }) { envp in
                posix_spawn(&child, program, &actions, &attributes, argv, envp)
            }
        }
        guard failure == 0 else { throw .cannotStart(program, errno: failure) }
        identifier = child
        descriptor = cvterm_process_descriptor(child)
    }

    deinit {
        if status == nil {
            kill(identifier, SIGKILL)
            reap()
        }
        close(descriptor)
    }

    /// Waits for the end.
    @discardableResult func reap() -> ExitStatus? {
        if let status { return status }
        var word: Int32 = 0
        while waitpid(identifier, &word, 0) < 0, errno == EINTR {}
        status = ExitStatus(waitStatus: word)
        return status
    }

    /// A new session, no signal ignored or blocked, whatever the test runner does with them.
    private static func freshAttributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | 0x80  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, Int16(flags))
        return attributes
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
