/// What the store says after an act was committed (or refused).
package enum ActOutcome: Equatable, Sendable {
    /// On disk. `count` conversations were changed; 0: all were so already, and nothing was written.
    case done(count: Int)
    /// One decision for many is on disk; with no message nothing was written.
    case judged(JudgingReceipt)
    /// Refused with the reason as a fact; nothing changed.
    case refused(Refusal)
}

/// Why the store did not do what was asked.
package enum Refusal: Error, Equatable, Sendable {
    case nothingToUndo
    case nothingToRedo
    /// Somebody acted on the same field later: undoing would change nothing that can be seen.
    case actedLater(actor: String)
    /// The reply was carried to the platform already; only the platform can take it back.
    case alreadyExported
    /// The platform did not take the reply: there is nothing to take back, and its conversation is open again.
    case replyFailed
    /// A restricting decision without a guideline or a reason.
    case needsGuidelineAndReason
    case emptyText
    /// A label is one line of at most 64 characters.
    case noLabel
    /// A person's name is one line of at most 64 characters.
    case noPersonName
    /// The export names no account behind the message.
    case noAccount
    /// Only reopening opens a closed conversation.
    case isClosed
    case unknownConversation
    case unknownMessage
    /// Somebody answered the conversation after the reply was begun, which its author has not seen.
    case answeredMeanwhile(Answered)
}

/// What was undone or redone, for the status line.
package struct UndoReceipt: Equatable, Sendable {
    /// The kind of the act's first event: `state`, `label`, `reply`, `note`, ...
    package var kind: String
    package var conversation: Digest?

    package init(kind: String, conversation: Digest?) {
        self.kind = kind
        self.conversation = conversation
    }
}
