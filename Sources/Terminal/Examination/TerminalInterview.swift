import Screen

/// Asks a terminal what it can do. Each question has its own patience; whoever does not answer the first is not
/// asked any other.
struct TerminalInterview {
    /// In milliseconds: a slow line and a busy emulator have time, and nobody waits for ever.
    static let firstPatience = 2000
    static let patience = 1000

    private let terminal: RawTerminal
    private var reader = ReplyReader()
    /// Ends of answers that are still to come.
    private var owed = 0

    init(_ terminal: RawTerminal) {
        self.terminal = terminal
    }

    /// - Parameters:
    ///   - isXterm: it takes DCS; others might print it.
    ///   - isUTF8: it takes samples that are no ASCII.
    mutating func ask(isXterm: Bool, isUTF8: Bool, size: Size) throws(RawTerminal.End) -> TerminalAnswers {
        var answers = TerminalAnswers()
        defer { swallow() }
        guard try ask(.attributes, patience: Self.firstPatience, &answers) else { return answers }
        for question in Self.questions(isXterm: isXterm, isUTF8: isUTF8, size: size) {
            guard try ask(question, patience: Self.patience, &answers) else {
                answers.fellSilent = true
                break
            }
        }
        return answers
    }

    /// Samples must not reach the last column, where the cursor stays.
    private static func questions(isXterm: Bool, isUTF8: Bool, size: Size) -> [TerminalQuestion] {
        let samples = isUTF8 ? WidthSample.all.filter { $0.columns * 2 + 4 < size.columns } : []
        let widths = samples.map(TerminalQuestion.width)
        return isXterm ? [.mode(2004), .mode(2026), .mode(1006), .directColor, .rendition] + widths : widths
    }

    /// - Returns: false: the end of the answer did not come in time.
    private mutating func ask(
        _ question: TerminalQuestion, patience: Int, _ answers: inout TerminalAnswers
    ) throws(RawTerminal.End) -> Bool {
        let end = question == .attributes ? [] : TerminalQuestion.attributes.bytes
        try terminal.write(question.bytes + end)
        owed += 1
        let deadline = ContinuousClock.now + .milliseconds(patience)
        while owed > 0 {
            let left = (deadline - .now).components
            let wait = Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000)
            guard wait > 0 else { return false }
            guard let bytes = try terminal.read(patience: wait) else { continue }
            let replies = reader.read(bytes)
            if replies.contains(.typed(0x03)) { throw .stopped }
            owed -= replies.count(where: \.isAttributes)
            answers.take(replies, to: question)
        }
        return true
    }

    /// Waits a moment for what is still owed, so that a late answer does not reach the shell.
    private mutating func swallow() {
        guard owed > 0 else { return }
        while owed > 0, let bytes = try? terminal.read(patience: Self.patience) {
            owed -= reader.read(bytes).count(where: \.isAttributes)
        }
    }
}

nonisolated extension TerminalReply {
    fileprivate var isAttributes: Bool {
        if case .attributes = self { true } else { false }
    }
}
