/// Direct colour: what the description, the environment and the terminal say of it.
nonisolated extension TerminalClaims {
    /// - Parameter answers: nil: the terminal was not asked.
    package func directColorVerdict(_ answers: TerminalAnswers?) -> TerminalVerdict {
        if description?.hasDirectColor == true { return TerminalVerdict(.right, .directColor) }
        if let answered = answers?.hasDirectColor {
            return TerminalVerdict(.open, answered ? .hiddenDirectColor(isClaim: false) : .noDirectColor)
        }
        return TerminalVerdict(.open, claimsDirectColor ? .hiddenDirectColor(isClaim: true) : .noDirectColor)
    }
}
