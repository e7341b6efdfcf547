import CProcess
import Glibc

/// Starts programs with the signals of a fresh process: what lotse blocks and ignores is not handed on.
nonisolated enum Spawning {
    /// - Parameters:
    ///   - file: the program's path.
    ///   - words: its name and arguments.
    ///   - environment: all that it gets.
    ///   - hasOwnSession: whether it neither reads this terminal nor ends with it.
    ///   - actions: what is done to its descriptors (posix_spawn(3)); nil: it gets ours.
    /// - Returns: nil: it could not be started.
    static func start(
        _ file: String, _ words: [String], environment: [String: String], hasOwnSession: Bool = false,
        actions: UnsafePointer<posix_spawn_file_actions_t>? = nil
    ) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let session = hasOwnSession ? process_own_session() : 0
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | session)
        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child: pid_t = 0
        guard posix_spawn(&child, file, actions, &attributes, &arguments, &variables) == 0 else { return nil }
        return child
    }
}
