/// What a tmux says of the options that matter to lotse.
nonisolated package struct TmuxOptions: Equatable, Sendable {
    package var version: String
    /// `TERM` of what runs inside.
    package var defaultTerminal: String
    /// How long it keeps an Esc back, in milliseconds.
    package var escapeTime: Int
    /// `on`, `external` or `off`.
    package var setClipboard: String
    /// What the terminal around it can do, as far as tmux knows: `RGB` among them.
    package var features: [String]

    /// Options that were read already.
    package init(
        version: String = "3.3a", defaultTerminal: String = "tmux-256color", escapeTime: Int = 25,
        setClipboard: String = "external", features: [String] = []
    ) {
        self.version = version
        self.defaultTerminal = defaultTerminal
        self.escapeTime = escapeTime
        self.setClipboard = setClipboard
        self.features = features
    }

    /// What `tmux display-message -p` is to print.
    package static let format =
        "#{version}|#{default-terminal}|#{escape-time}|#{set-clipboard}|#{client_termfeatures}"

    /// Its answer; nil: it is none.
    package init?(answer: String) {
        let line = answer.prefix { $0 != "\n" }
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0.prefix(64 * 16)) }
        guard parts.count == 5, let time = Int(parts[2]), time >= 0 else { return nil }
        self.init(
            version: parts[0], defaultTerminal: parts[1], escapeTime: time, setClipboard: parts[3],
            features: parts[4].split(separator: ",").map(String.init))
    }
}
