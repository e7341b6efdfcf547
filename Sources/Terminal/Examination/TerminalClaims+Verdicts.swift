import Screen

/// What is right and what is wrong, as far as it shows without asking the terminal.
nonisolated extension TerminalClaims {
    /// In the order of reading: the name, what follows from it, then what stands between.
    package var verdicts: [TerminalVerdict] {
        [termVerdict] + colorVerdicts + [localeVerdict] + sizeVerdicts + multiplexerVerdicts + [escapeVerdict]
    }

    /// Over this a terminal that is slow to tell Esc from a sequence is felt, in milliseconds.
    private static let longDelay = 100
    /// Colours of an emulator of today.
    private static let usualColors = 256

    private var isLikeXterm: Bool { TerminalName(name: term).isLikeXterm }

    /// The line that gives TERM a name which is right here.
    private func naming(_ name: String) -> TerminalVerdict.Remedy {
        switch multiplexer {
        case .tmux: .tmux("set -g default-terminal \"tmux-256color\"")
        case .screen: .screen("term screen-256color")
        case nil: .shell("export TERM=\(name)")
        }
    }

    private var termVerdict: TerminalVerdict {
        guard let description else { return TerminalVerdict(.wrong, .noDescription(term)) }
        if term.isEmpty { return TerminalVerdict(.wrong, .noTerm(using: described), naming("xterm-256color")) }
        if described != term {
            // vt100 is drawn to be safe; an emulator of today is hardly one.
            let name = TerminalName(name: described).isLikeXterm ? described : "xterm-256color"
            return TerminalVerdict(.wrong, .unknownTerm(term, using: described), naming(name))
        }
        guard description.placesCursor else { return TerminalVerdict(.wrong, .dumb(term), naming("xterm-256color")) }
        if let multiplexer, !term.hasPrefix("tmux"), !term.hasPrefix("screen") {
            return TerminalVerdict(.wrong, .foreignTerm(term, inside: multiplexer), naming(term))
        }
        return TerminalVerdict(.right, .described(term))
    }

    private var colorVerdicts: [TerminalVerdict] {
        guard let description, description.placesCursor else { return [] }
        let colors = description.colors
        guard colors < Self.usualColors, isLikeXterm else { return [TerminalVerdict(.right, .colors(colors))] }
        return [TerminalVerdict(.wrong, .fewColors(colors), naming("xterm-256color"))]
    }

    private var localeVerdict: TerminalVerdict {
        isUTF8
            ? TerminalVerdict(.right, .utf8(locale: locale))
            : TerminalVerdict(.wrong, .notUTF8(locale: locale), .shell("export LC_CTYPE=C.UTF-8"))
    }

    /// A pipe has none.
    private var sizeVerdicts: [TerminalVerdict] {
        guard isTerminal else { return [] }
        guard let size else { return [TerminalVerdict(.wrong, .noSize, .shell("stty rows 24 columns 80"))] }
        let isSmall = size.columns < 40 || size.rows < 10
        return [isSmall ? TerminalVerdict(.wrong, .smallSize(size)) : TerminalVerdict(.right, .size(size))]
    }

    private var multiplexerVerdicts: [TerminalVerdict] {
        switch multiplexer {
        case nil: []
        // It says nothing of its options, and its own delay is 300 ms.
        case .screen: [TerminalVerdict(.open, .screen, .screen("maptimeout 25"))]
        case .tmux: tmux?.verdicts ?? [TerminalVerdict(.open, .tmuxSilent, TmuxOptions.escapeRemedy)]
        }
    }

    private var escapeVerdict: TerminalVerdict {
        escapeDelay > Self.longDelay
            ? TerminalVerdict(.wrong, .longEscapeDelay(escapeDelay), .shell("export ESCDELAY=25"))
            : TerminalVerdict(.right, .escapeDelay(escapeDelay))
    }
}

nonisolated extension TmuxOptions {
    /// 500 ms until tmux 3.5.
    static let escapeRemedy = TerminalVerdict.Remedy.tmux("set -s escape-time 25")
    /// Longer is felt at every Esc, in milliseconds.
    private static let longTime = 100

    fileprivate var verdicts: [TerminalVerdict] {
        var verdicts = [TerminalVerdict(.right, .tmux(version: version))]
        if escapeTime > Self.longTime {
            verdicts.append(TerminalVerdict(.wrong, .tmuxEscapeTime(escapeTime), Self.escapeRemedy))
        }
        if setClipboard == "off" {
            verdicts.append(TerminalVerdict(.wrong, .tmuxClipboardOff, .tmux("set -s set-clipboard external")))
        }
        return verdicts
    }
}
