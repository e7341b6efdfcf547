/// Why there is no full-screen terminal.
nonisolated package enum TerminalError: Error, Equatable {
    /// Standard input or output is none.
    case notATerminal
    /// The terminal cannot place its cursor: the linear mode is for it. `term` is `$TERM`.
    case dumb(term: String)
    /// Neither `$TERM` nor a fallback is known on this host: terminfo is not installed.
    case noDescription(term: String)
    /// Memory or file descriptors ran out.
    case outOfResources
}

/// What the user should know about the terminal, as facts.
nonisolated package enum TerminalNotice: Equatable, Sendable {
    /// This host does not know `$TERM`; another description is used instead.
    case unknownTerm(String, using: String)
}
