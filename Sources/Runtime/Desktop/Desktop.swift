import Conversations

/// The programs beside lotse on this machine: which one opens a link, which one copies. A value that is decided by
/// the environment alone.
nonisolated package struct Desktop: Sendable {
    /// `clipboard` in `config.toml`.
    package enum Clipboard: String, CaseIterable, Sendable {
        /// A program of this machine, else tmux, else the terminal.
        case auto
        /// The terminal, in tmux by way of it.
        case osc52
        /// Nothing is copied.
        case off
    }

    /// Which way a text goes.
    package enum Way: Equatable, Sendable {
        case program(Program)
        case tmux(Program)
        case terminal
        case off
    }

    let environment: [String: String]
    let clipboard: Clipboard

    /// - Parameter environment: `PATH`, `BROWSER`, `DISPLAY`, `WAYLAND_DISPLAY`, `WSL_DISTRO_NAME`, `TMUX`, and
    ///   whether it is an SSH session.
    package init(environment: [String: String], clipboard: Clipboard = .auto) {
        self.environment = environment
        self.clipboard = clipboard
    }

    /// Over SSH a browser or clipboard of this machine is on nobody's desk.
    var isRemote: Bool { has("SSH_CONNECTION") || has("SSH_TTY") || has("SSH_CLIENT") }

    private var hasDisplay: Bool { has("DISPLAY") || has("WAYLAND_DISPLAY") }

    private func has(_ name: String) -> Bool {
        environment[name].map { !$0.isEmpty } ?? false
    }

    private func program(_ words: [String]) -> Program? {
        Program(words, path: environment["PATH"] ?? "")
    }
}

nonisolated extension Desktop {
    /// The programs that may open a link, best first: those of `$BROWSER`, else the desktop's own.
    package func browsers(for target: LinkTarget) -> [Program] {
        guard !isRemote else { return [] }
        let named = BrowserVariable(environment["BROWSER"] ?? "").commands(for: target.address)
        let own = named.compactMap(program)
        guard own.isEmpty else { return own }
        var words: [[String]] = []
        if hasDisplay { words.append(["xdg-open", target.address]) }
        if has("WSL_DISTRO_NAME") { words.append(["wslview", target.address]) }
        #if os(macOS)
            words.append(["open", target.address])
        #endif
        return words.compactMap(program)
    }

    /// Which way a text goes to the clipboard.
    package var way: Way {
        guard clipboard != .off else { return .off }
        if clipboard == .auto, !isRemote, let tool { return .program(tool) }
        // tmux hands it on to the terminal that it runs in: what -w is for, since tmux 3.2.
        if has("TMUX"), let tmux = program(["tmux", "load-buffer", "-w", "-"]) { return .tmux(tmux) }
        return .terminal
    }

    private var tool: Program? {
        var words: [[String]] = []
        if has("WAYLAND_DISPLAY") { words.append(["wl-copy"]) }
        if has("DISPLAY") {
            words += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
        }
        if !hasDisplay { words.append(["pbcopy"]) }
        return words.lazy.compactMap(program).first
    }
}
