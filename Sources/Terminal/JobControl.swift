import CGuard

/// What `^Z` asks for.
nonisolated package enum JobControl {
    /// Stops this program's whole process group and returns when the shell continues it; at once where there is no
    /// shell that could. The terminal must be suspended before, and resumed after.
    package static func stopGroup() {
        guard_stop_group()
    }
}
