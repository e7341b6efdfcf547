import Screen

/// What the terminal's own answers say.
nonisolated extension TerminalAnswers {
    /// - Parameters:
    ///   - claims: what was known before.
    ///   - isXterm: it was asked for modes and colours.
    package func verdicts(_ claims: TerminalClaims, isXterm: Bool) -> [TerminalVerdict] {
        guard attributes != nil else { return [TerminalVerdict(.open, .silent)] }
        var verdicts = [fellSilent ? TerminalVerdict(.open, .fellSilent) : TerminalVerdict(.right, .answers)]
        if isXterm { verdicts += [2004, 2026, 1006].map(mode) }
        return verdicts + widthVerdicts
    }

    /// A mode that is not known is no fault: lotse does without.
    private func mode(_ number: Int) -> TerminalVerdict {
        guard let state = modes[number] else { return TerminalVerdict(.open, .modeUnanswered(number)) }
        return TerminalVerdict(state == .unknown || state == .alwaysReset ? .open : .right, .mode(number, state))
    }

    private var widthVerdicts: [TerminalVerdict] {
        let asked = WidthSample.all.filter { widths[$0.kind] != nil }
        guard !asked.isEmpty else { return [] }
        let wrong = asked.filter { widths[$0.kind] != $0.columns }.map {
            TerminalVerdict(.wrong, .width($0.kind, shown: widths[$0.kind] ?? 0, counted: $0.columns))
        }
        return wrong.isEmpty ? [TerminalVerdict(.right, .widths(count: asked.count))] : wrong
    }
}

nonisolated extension TerminalVerdict {
    /// What the trial with Esc says. - Parameter claims: tmux and screen have settings for it.
    package init(_ outcome: EscapeTrial.Outcome, _ claims: TerminalClaims) {
        let remedy: Remedy? =
            switch claims.multiplexer {
            case .tmux: TmuxOptions.escapeRemedy
            case .screen: .screen("maptimeout 25")
            case nil: nil
            }
        switch outcome {
        case .apart, .alone: self.init(.right, .escape(outcome))
        case .skipped: self.init(.open, .escape(outcome))
        case .held: self.init(.wrong, .escape(outcome), remedy)
        }
    }

    /// What the trial with a paste says.
    package init(_ outcome: PasteTrial.Outcome) {
        switch outcome {
        case .bracketed(isExpected: false), .bare: self.init(.wrong, .paste(outcome))
        case .bracketed: self.init(.right, .paste(outcome))
        case .skipped: self.init(.open, .paste(outcome))
        }
    }
}
