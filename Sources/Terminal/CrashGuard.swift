import CGuard
import Glibc

/// The parent process that gives the terminal back whatever this program dies of.
nonisolated package enum CrashGuard {
    /// To be called as the first thing in `main` of the program that will open a `Terminal`, before threads and
    /// files. On a terminal it returns in a child process that executes this program again; the parent waits.
    /// Reports are written into `$XDG_STATE_HOME/lotse`.
    /// - Returns: whether a guard stands behind this process.
    @discardableResult package static func start() -> Bool {
        guard let directory = stateDirectory else { return false }
        return guard_start(CommandLine.unsafeArgv, directory)
    }

    /// What the guard's last line begins with, in the user's language, instead of `lotse ended unexpectedly`.
    package static func setMessage(_ message: String) {
        guard_set_message(message)
    }

    /// `$XDG_STATE_HOME` counts when it is absolute (XDG Base Directory Specification).
    private static var stateDirectory: String? {
        if let given = variable("XDG_STATE_HOME"), given.hasPrefix("/") { return given + "/lotse" }
        let home = variable("HOME") ?? getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
        return home.map { $0 + "/.local/state/lotse" }
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
