/// One moderation decision on many messages at once: one act, one step to take back.
package struct Judging: Equatable, Sendable {
    package var messages: [JudgedMessage]
    package var decision: ModerationDecision
    /// Number or words of the house rule.
    package var guideline: String
    package var reason: String

    package init(messages: [JudgedMessage], decision: ModerationDecision, guideline: String, reason: String) {
        self.messages = messages
        self.decision = decision
        self.guideline = guideline
        self.reason = reason
    }
}

/// A message to decide on, as it read when that was asked.
package struct JudgedMessage: Equatable, Sendable {
    package var message: Digest
    /// Digest of the text that is judged.
    package var revision: Digest
    /// The conversation that holds it.
    package var conversation: Digest

    package init(message: Digest, revision: Digest, conversation: Digest) {
        self.message = message
        self.revision = revision
        self.conversation = conversation
    }
}

/// Which messages one decision is meant for.
package enum JudgingSource: Hashable, Sendable {
    /// The first message of each of these conversations: what a list shows of them.
    case firstOf([Digest])
    /// All messages that say the same as this one, or as a conversation's first.
    case alike(Digest)
}

/// Why one decision for many leaves a message out. It can still be decided on alone.
package enum JudgingObstacle: String, Equatable, Sendable, CaseIterable {
    /// There is a decision on its present text.
    case decided
    /// Senders who claim its id differ: which text is meant is not certain.
    case disputed
    /// The platform shows it to nobody any more: deleted or spam there.
    case deleted
    /// It is the team's own.
    case ours
    /// Its conversation is closed.
    case closed
    /// Its text changed while the decision was made.
    case changed
    /// It is not there any more.
    case gone
}

/// What one decision would be for, and what it would leave out.
package struct JudgingPlan: Equatable, Sendable {
    package var messages: [JudgedMessage]
    package var leftOut: [JudgingObstacle: Int]
    /// There are more messages of this kind than were looked at.
    package var hasMore: Bool

    package init(messages: [JudgedMessage], leftOut: [JudgingObstacle: Int] = [:], hasMore: Bool = false) {
        self.messages = messages
        self.leftOut = leftOut
        self.hasMore = hasMore
    }

    /// The conversations that hold the messages, each once, in their order.
    package var conversations: [Digest] {
        var seen: Set<Digest> = []
        return messages.map(\.conversation).filter { seen.insert($0).inserted }
    }
}

/// What became of one decision for many.
package struct JudgingReceipt: Equatable, Sendable {
    package var messages: Int
    package var conversations: Int
    package var leftOut: [JudgingObstacle: Int]
    /// Conversations that stay as they were, since somebody else waits in them.
    package var stillWaiting: Int

    package init(messages: Int, conversations: Int, leftOut: [JudgingObstacle: Int] = [:], stillWaiting: Int = 0) {
        self.messages = messages
        self.conversations = conversations
        self.leftOut = leftOut
        self.stillWaiting = stillWaiting
    }
}
