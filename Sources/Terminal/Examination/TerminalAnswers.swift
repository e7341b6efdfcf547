/// What a terminal answered. What is missing was not answered.
nonisolated package struct TerminalAnswers: Equatable, Sendable {
    /// DA1; nil: it answers nothing at all.
    package var attributes: [Int]?
    /// DEC private modes: 2004 (bracketed paste), 2026 (synchronized output), 1006 (mouse).
    package var modes: [Int: TerminalReply.ModeState] = [:]
    /// XTGETTCAP `RGB`.
    package var namesDirectColor: Bool?
    /// DECRQSS gave back the colour that was set by red, green and blue.
    package var keepsDirectColor: Bool?
    /// Columns that the samples took.
    package var widths: [WidthSample.Kind: Int] = [:]
    /// It stopped answering in the middle.
    package var fellSilent = false

    /// Nothing was answered.
    package init() {}

    /// Whether it draws colours by red, green and blue, as it says itself; nil: it does not say.
    package var hasDirectColor: Bool? {
        if keepsDirectColor == true || namesDirectColor == true { return true }
        return keepsDirectColor == nil && namesDirectColor == nil ? nil : false
    }

    mutating func take(_ replies: [TerminalReply], to question: TerminalQuestion) {
        for reply in replies { take(reply, to: question) }
    }

    private mutating func take(_ reply: TerminalReply, to question: TerminalQuestion) {
        switch (question, reply) {
        case (.attributes, .attributes(let numbers)): attributes = numbers
        case (.mode(let asked), .mode(let number, let state)) where asked == number: modes[number] = state
        case (.directColor, .capability("RGB", let value)): namesDirectColor = value != nil
        case (.directColor, .capability(_, nil)): namesDirectColor = false
        case (.rendition, .rendition(let rendition)): keepsDirectColor = rendition.map(Self.isProbe)
        case (.width(let sample), .cursor(_, let column)) where sample.canTake(column - 1):
            widths[sample.kind] = column - 1
        default: break
        }
    }

    /// `38:2::1:130:77`, with or without the colour space, or with semicolons.
    private static func isProbe(_ rendition: String) -> Bool {
        let probe = TerminalQuestion.probe
        let numbers = rendition.split { $0 == ":" || $0 == ";" }.compactMap { Int($0) }
        guard let start = numbers.firstIndex(of: 38), numbers.dropFirst(start + 1).first == 2 else { return false }
        let color = numbers.dropFirst(start + 2)
        let wanted = [probe.red, probe.green, probe.blue]
        return color.starts(with: wanted) || color.dropFirst().starts(with: wanted)
    }
}
