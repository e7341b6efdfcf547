import Screen

/// What an examination says about one thing, as facts, and what to set where.
nonisolated package struct TerminalVerdict: Equatable, Sendable {
    package enum Grade: String, Equatable, Sendable {
        case right, wrong
        /// Not known, or a matter of taste.
        case open
    }

    package enum Fact: Equatable, Sendable {
        /// `TERM`, and that this host describes it.
        case described(String)
        case noTerm(using: String)
        case unknownTerm(String, using: String)
        case dumb(String)
        case noDescription(String)
        /// Inside this, TERM is another terminal's.
        case foreignTerm(String, inside: TerminalClaims.Multiplexer)
        case colors(Int)
        /// More are usual here.
        case fewColors(Int)
        case directColor
        /// The terminal has them; its description does not say so.
        case hiddenDirectColor(isClaim: Bool)
        case noDirectColor
        /// The settings ask for them.
        case wantedDirectColor
        /// The settings ask for them; the terminal says that it has none.
        case missingDirectColor
        /// The settings ask for them on a terminal that is not like xterm.
        case unusedDirectColor
        case utf8(locale: String)
        /// ASCII alone is drawn.
        case notUTF8(locale: String)
        case size(Size)
        case smallSize(Size)
        case noSize
        case tmux(version: String)
        case tmuxSilent
        case tmuxEscapeTime(Int)
        case tmuxClipboardOff
        case screen
        case answers
        case silent
        case fellSilent
        case mode(Int, TerminalReply.ModeState)
        case modeUnanswered(Int)
        case widths(count: Int)
        case width(WidthSample.Kind, shown: Int, counted: Int)
        case escapeDelay(Int)
        case longEscapeDelay(Int)
        case escape(EscapeTrial.Outcome)
        case paste(PasteTrial.Outcome)
    }

    /// What mends it: a line, and the file or shell that it belongs to.
    package enum Remedy: Equatable, Sendable {
        case shell(String)
        case tmux(String)
        case screen(String)
        case config(String)

        package var line: String {
            switch self {
            case .shell(let line), .tmux(let line), .screen(let line), .config(let line): line
            }
        }

        /// Where it belongs; nil: into the shell.
        package var file: String? {
            switch self {
            case .shell: nil
            case .tmux: "~/.tmux.conf"
            case .screen: "~/.screenrc"
            case .config: "config.toml"
            }
        }
    }

    package var grade: Grade
    package var fact: Fact
    package var remedy: Remedy?

    /// A verdict of its parts.
    package init(_ grade: Grade, _ fact: Fact, _ remedy: Remedy? = nil) {
        self.grade = grade
        self.fact = fact
        self.remedy = remedy
    }
}

nonisolated extension TerminalVerdict.Fact {
    /// What it is about, in one word: the same in every language, for scripts.
    package var subject: String {
        switch self {
        case .described, .noTerm, .unknownTerm, .dumb, .noDescription, .foreignTerm: "term"
        case .colors, .fewColors: "colours"
        case .directColor, .hiddenDirectColor, .noDirectColor, .wantedDirectColor, .missingDirectColor,
            .unusedDirectColor:
            "rgb"
        case .utf8, .notUTF8: "locale"
        case .size, .smallSize, .noSize: "size"
        case .tmux, .tmuxSilent, .tmuxEscapeTime, .tmuxClipboardOff: "tmux"
        case .screen: "screen"
        case .answers, .silent, .fellSilent: "answers"
        case .mode(let number, _), .modeUnanswered(let number): "mode \(number)"
        case .widths, .width: "widths"
        case .escapeDelay, .longEscapeDelay, .escape: "escape"
        case .paste: "paste"
        }
    }
}
