/// What `$TERM` tells beyond terminfo.
nonisolated struct TerminalName: Equatable, Sendable {
    var name: String

    /// Emulators that do what xterm does; Debian's ncurses-base knows few of them by name.
    private static let likeXterm = [
        "xterm", "alacritty", "kitty", "foot", "ghostty", "wezterm", "contour", "konsole", "gnome", "vte", "mlterm",
        "iterm", "mintty", "putty", "st-", "rio", "konsole", "tmux", "screen", "rxvt", "nsterm",
    ]

    /// The descriptions to try, best first.
    var candidates: [String] {
        // vt100 and not ansi: ansi's description promises a wrap after the last column that hardly any terminal does.
        let fallbacks = isLikeXterm ? ["xterm-256color", "vt100"] : ["vt100"]
        return name.isEmpty ? fallbacks : [name] + fallbacks.filter { $0 != name }
    }

    /// Knows bracketed paste (mode 2004) and at least ignores synchronized output (mode 2026). A hardware terminal
    /// and the Linux console are never asked.
    var isLikeXterm: Bool {
        name == "st" || Self.likeXterm.contains { name.hasPrefix($0) }
    }
}
