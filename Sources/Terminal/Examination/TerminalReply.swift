/// What a terminal answers to a question, cut out of the bytes it sends.
nonisolated package enum TerminalReply: Equatable, Sendable {
    /// CPR: where the cursor is, counted from 1.
    case cursor(row: Int, column: Int)
    /// DA1: the primary device attributes.
    case attributes([Int])
    /// DECRPM: a DEC private mode, and whether it is known and set.
    case mode(Int, ModeState)
    /// XTGETTCAP: a capability by its name; nil: the terminal does not have it.
    case capability(String, value: String?)
    /// DECRQSS for SGR: the rendition in force; nil: the terminal does not say.
    case rendition(String?)
    /// A byte that belongs to no answer: somebody typed.
    case typed(UInt8)

    /// What a mode is, in the order of DECRPM's numbers from 0 on.
    package enum ModeState: Int, Equatable, Sendable {
        case unknown, set, reset, alwaysSet, alwaysReset
    }
}
