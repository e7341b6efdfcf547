import Screen

/// Somebody pastes something: does the terminal say that it is a paste? A value: feed it the keys of one read.
nonisolated package struct PasteTrial: Equatable, Sendable {
    /// What came of it.
    package enum Outcome: Equatable, Sendable {
        /// Between the marks of mode 2004. `isExpected`: it is the text that was copied before; nil: none was.
        case bracketed(isExpected: Bool?)
        /// As if it had been typed: a line of it could run commands.
        case bare
        /// It was left out.
        case skipped
    }

    /// What was copied before; nil: nothing.
    let expected: String?
    private(set) var outcome: Outcome?

    init(expected: String?) {
        self.expected = expected
    }

    mutating func take(_ keys: [Key]) {
        guard outcome == nil else { return }
        for case .paste(let text) in keys {
            outcome = .bracketed(isExpected: expected.map { $0 == text })
            return
        }
        // Fingers bring one key at a time.
        if !keys.isEmpty { outcome = keys.count == 1 ? .skipped : .bare }
    }
}
