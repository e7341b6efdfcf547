/// Somebody is writing an answer to a conversation: a warning to the others, never a lock. It is neither state nor
/// event: nothing of it is in the log.
package struct Claim: Equatable, Sendable {
    package var actor: String
    /// When the composer was opened, UTC.
    package var since: Moment

    package init(actor: String, since: Moment) {
        self.actor = actor
        self.since = since
    }

    /// A claim that is not renewed ends after so long, in milliseconds: the session was stopped, or hangs.
    package static let lease: Int64 = 120_000
    /// How often a session renews its claim, in milliseconds.
    package static let renewal: Int64 = 30_000
}
