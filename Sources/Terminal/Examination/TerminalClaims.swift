import CNcurses
import Screen

/// What can be known of a terminal without asking it: its description, the environment, the kernel.
nonisolated package struct TerminalClaims: Equatable, Sendable {
    /// What stands between the terminal and lotse.
    package enum Multiplexer: String, Equatable, Sendable {
        case tmux, screen
    }

    /// `$TERM`; empty: not set.
    package var term = ""
    /// The description in use: that of `term`, or a fallback; nil: this host has none at all.
    package var description: TerminalDescription?
    /// Whose description that is.
    package var described = ""
    /// `$COLORTERM` says `truecolor` or `24bit`. A claim of whoever started the shell; it does not cross SSH.
    package var claimsDirectColor = false
    /// The settings say that the terminal takes colours by red, green and blue.
    package var wantsDirectColor = false
    /// The characters of the locale (`nl_langinfo(CODESET)`) are UTF-8.
    package var isUTF8 = true
    /// What `LC_ALL`, `LC_CTYPE` or `LANG` say.
    package var locale = ""
    package var multiplexer: Multiplexer?
    /// What tmux says of its options; nil: it was not asked, or did not answer.
    package var tmux: TmuxOptions?
    /// Standard input and output are terminals.
    package var isTerminal = false
    /// As the kernel reports it; nil: unknown, or one side is 0.
    package var size: Size?
    /// How long a lone Esc may still become a sequence, in milliseconds (`$ESCDELAY`).
    package var escapeDelay = KeyDecoder.usualEscapeDelay

    /// Nothing is known.
    package init() {}

    /// - Parameter environment: `TERM`, `COLORTERM`, `ESCDELAY`, `TMUX`, `STY`, `LC_ALL`, `LC_CTYPE`, `LANG`.
    package init(environment: [String: String]) {
        term = environment["TERM"] ?? ""
        let color = environment["COLORTERM"] ?? ""
        claimsDirectColor = color == "truecolor" || color == "24bit"
        locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        multiplexer = Self.multiplexer(term: term, environment)
        escapeDelay = environment["ESCDELAY"].flatMap { Int($0) } ?? KeyDecoder.usualEscapeDelay
    }

    /// Over SSH only `TERM` tells of a tmux that runs on the other side.
    private static func multiplexer(term: String, _ environment: [String: String]) -> Multiplexer? {
        if environment["TMUX"].map({ !$0.isEmpty }) ?? false { return .tmux }
        if environment["STY"].map({ !$0.isEmpty }) ?? false { return .screen }
        return term.hasPrefix("tmux") ? .tmux : term.hasPrefix("screen") ? .screen : nil
    }
}

extension TerminalClaims {
    /// Looks at this process's terminal, and asks it nothing. Not while a `Terminal` is open.
    @MainActor
    package static func ofProcess(environment: [String: String]) -> TerminalClaims {
        var claims = TerminalClaims(environment: environment)
        claims.isUTF8 = curses_use_locale()
        claims.isTerminal = TerminalModes(of: 0) != nil && TerminalModes(of: 1) != nil
        claims.size = TerminalSize.reported(by: 1).flatMap { $0.columns > 0 && $0.rows > 0 ? $0 : nil }
        for candidate in TerminalName(name: claims.term).candidates {
            guard let description = TerminalDescription(named: candidate) else { continue }
            claims.description = description
            claims.described = candidate
            break
        }
        return claims
    }
}
