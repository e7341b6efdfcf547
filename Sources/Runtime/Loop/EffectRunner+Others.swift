import Conversations
import Dashboard
import Store

/// What this session tells others who share the store, and what it notices of them.
extension EffectRunner {
    /// Tells what the composer answers now; nil: nothing. Others see it while this session lives.
    package func answering(_ message: Digest?) {
        claims.answer(message, now: clock())
    }

    /// Whether somebody else ended answering without a word: they were killed, or stopped for long.
    /// - Parameter version: the store's (`foreignVersion` or `dataVersion`).
    package func hasLapse(version: Int) -> Bool {
        claims.hasLapse(version: version, now: clock())
    }

    /// Looks whether somebody else set anew what was just set here.
    package func lookForOverruling() -> [Answer] {
        guard let newest = try? store.newestClock() else { return [] }
        defer { seenClock = newest }
        guard let seenClock, newest > seenClock else { return [] }
        return (try? store.overruling(after: seenClock)).flatMap { $0 }.map { [.overruled($0)] } ?? []
    }

    /// What must go on while something else has the terminal: the claim is renewed.
    package func keepClaim() {
        claims.work(now: clock())
    }
}
