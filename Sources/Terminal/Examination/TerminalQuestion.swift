/// A question to a terminal. Only `lotse doctor --terminal` asks any.
nonisolated enum TerminalQuestion: Equatable, Sendable {
    /// DA1 (ECMA-48 DA). Every emulator answers it, and answers come in the order of the questions: so it stands
    /// behind each other question, as its end.
    case attributes
    /// DECRQM of a DEC private mode.
    case mode(Int)
    /// XTGETTCAP of `RGB`.
    case directColor
    /// Sets a colour by red, green and blue, and asks with DECRQSS what became of it.
    case rendition
    /// Draws a sample at the beginning of the line, asks where the cursor is (DSR 6), and wipes it away.
    case width(WidthSample)

    /// A colour that no palette has.
    static let probe = (red: 1, green: 130, blue: 77)

    var bytes: [UInt8] {
        switch self {
        case .attributes: Array("\u{1B}[c".utf8)
        case .mode(let number): Array("\u{1B}[?\(number)$p".utf8)
        case .directColor: Array("\u{1B}P+q524742\u{1B}\\".utf8)
        case .rendition:
            Array(
                "\u{1B}[38;2;\(Self.probe.red);\(Self.probe.green);\(Self.probe.blue)m\u{1B}P$qm\u{1B}\\\u{1B}[0m".utf8)
        case .width(let sample): Array("\r\(sample.text.plain)\u{1B}[6n\r\u{1B}[K".utf8)
        }
    }
}
