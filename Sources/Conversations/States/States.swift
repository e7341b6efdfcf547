/// Who has the ball in a conversation. Set by acts, ended by messages and by time.
package enum ConversationState: String, CaseIterable, Sendable, Codable {
    /// Nobody of the team has opened it.
    case new
    /// We owe an answer or a decision.
    case open
    /// We answered; they have the ball.
    case waiting
    /// A third party or a colleague has the ball.
    case held
    /// Until a time, or until the next message.
    case snoozed
    /// Left to the community on purpose, watched until a deadline.
    case community
    /// Done.
    case resolved
    /// Resolved and shut: new messages join it, only reopening opens it.
    case closed
}

/// How a conversation was resolved.
package enum Resolution: String, CaseIterable, Sendable, Codable {
    case answered, community, acknowledged, moderated
    case noAction = "no_action"
}

/// What the platform shows of a message, as its export says: never our doing.
package enum PlatformStatus: String, CaseIterable, Sendable, Codable {
    case published, pending, hidden, spam, deleted
}

/// What we want others to see of a message.
package enum ModerationDecision: String, CaseIterable, Sendable, Codable {
    case kept, labelled, limited, hidden, removed

    /// Whether the decision restricts; these need a guideline and a reason.
    package var restricts: Bool {
        switch self {
        case .kept, .labelled: false
        case .limited, .hidden, .removed: true
        }
    }
}

/// How soon a conversation wants to be looked at.
package enum Priority: Int, CaseIterable, Sendable, Codable, Comparable {
    case low = 0
    case normal = 1
    case high = 2
    case urgent = 3

    package static func < (left: Priority, right: Priority) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The word for it on the command line and in the log.
    package var word: String {
        switch self {
        case .low: "low"
        case .normal: "normal"
        case .high: "high"
        case .urgent: "urgent"
        }
    }

    package init?(word: String) {
        guard let match = Priority.allCases.first(where: { $0.word == word }) else { return nil }
        self = match
    }
}

/// What a message is.
package enum MessageKind: String, CaseIterable, Sendable, Codable {
    /// Somebody's words.
    case message
    /// Speech as a deed (`/me`).
    case action
    /// What the platform says: joined, pinned, called, a pingback.
    case system
}

/// The life of a reply.
package enum ReplyState: String, CaseIterable, Sendable, Codable {
    /// Written and sent off; until `notBefore` it can be taken back.
    case queued
    /// Carried out of the store by an outbox export.
    case exported
    /// On the platform.
    case sent
    /// The platform refused it; the conversation is open again.
    case failed
}
