/// Direct colour: what the description, the settings, the environment and the terminal say of it.
nonisolated extension TerminalClaims {
    /// - Parameter answers: nil: the terminal was not asked.
    package func directColorVerdict(_ answers: TerminalAnswers?) -> TerminalVerdict {
        let known = answers?.hasDirectColor ?? tmux.map { $0.features.contains("RGB") }
        if wantsDirectColor { return wantedVerdict(known) }
        if description?.hasDirectColor == true { return TerminalVerdict(.right, .directColor) }
        guard TerminalName(name: described).isLikeXterm, known ?? claimsDirectColor else {
            return TerminalVerdict(.open, .noDirectColor)
        }
        return TerminalVerdict(
            .open, .hiddenDirectColor(isClaim: known == nil), .config("colors = \"rgb\""))
    }

    /// What the settings ask for, and whether it can be had. tmux takes the nearest of its colours where it cannot.
    private func wantedVerdict(_ known: Bool?) -> TerminalVerdict {
        guard TerminalName(name: described).isLikeXterm else {
            return TerminalVerdict(.wrong, .unusedDirectColor, .config("colors = \"auto\""))
        }
        guard known == false else { return TerminalVerdict(.right, .wantedDirectColor) }
        return multiplexer == .tmux
            ? TerminalVerdict(.wrong, .missingDirectColor, .tmux("set -as terminal-features \",*:RGB\""))
            : TerminalVerdict(.wrong, .missingDirectColor, .config("colors = \"auto\""))
    }
}
