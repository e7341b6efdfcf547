import Screen

/// Somebody presses Esc and then another key at once: do the two arrive apart? A value: feed it what one read
/// brought.
nonisolated package struct EscapeTrial: Equatable, Sendable {
    /// What came of it.
    package enum Outcome: Equatable, Sendable {
        /// Esc came alone and the next key so many milliseconds later.
        case apart(after: Int)
        /// Esc came alone, and no other key in time.
        case alone
        /// Both came together: something between keyboard and lotse kept Esc back.
        case held
        /// It was left out.
        case skipped
    }

    /// How long the second key is waited for, in milliseconds.
    static let patience = 3000
    /// No fingers are faster, in milliseconds: what comes closer was sent together.
    static let closest = 8

    private(set) var outcome: Outcome?
    private var escapeAt: Int?

    /// - Parameter now: milliseconds on any clock.
    mutating func take(_ bytes: [UInt8], now: Int) {
        guard outcome == nil, let first = bytes.first else { return }
        if let start = escapeAt {
            outcome = now - start < Self.closest ? .held : .apart(after: now - start)
        } else if first != 0x1B {
            outcome = .skipped
        } else if bytes.count == 1 {
            escapeAt = now
        } else {
            // An arrow key is a sequence, not an Esc that waited.
            outcome = bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") ? .skipped : .held
        }
    }

    /// Nothing came in time.
    mutating func timeOut() {
        if outcome == nil { outcome = escapeAt == nil ? .skipped : .alone }
    }
}
