/// Something a moderator does to a conversation. Each is one or more events in the log and can be undone.
package enum Act: Equatable, Sendable {
    /// Opened with Enter, or by acting on it; ends `new`.
    case open
    case resolve(Resolution, reason: String)
    /// Until a time; nil: until the next message.
    case snooze(until: Moment?)
    case wait
    case hold(reason: String, until: Moment?)
    /// Left to the community, watched until the deadline.
    case leaveToCommunity(until: Moment)
    case reopen
    case close(reason: String)
    /// nil takes the assignee away.
    case assign(String?)
    case label(String, isOn: Bool)
    case prioritize(Priority)
    case note(String)
    case decide(DecisionAct)
    case judge(Judging)
    case send(ReplyAct)
    /// Links the accounts behind messages to a person, by the name that the team gave or now gives them; nil: to
    /// nobody.
    case link(to: String?)
    /// What the person behind messages is to us.
    case role(PersonRole, isOn: Bool)

    /// Whether the conversation leaves a list of what is still to do, so that the next one is selected.
    package var leavesTheList: Bool {
        switch self {
        case .resolve, .snooze, .wait, .hold, .leaveToCommunity, .close, .decide, .judge, .send: true
        case .open, .reopen, .assign, .label, .prioritize, .note, .link, .role: false
        }
    }
}

/// A moderation decision on one revision of a message.
package struct DecisionAct: Equatable, Sendable {
    package var message: Digest
    /// Digest of the text that was judged.
    package var revision: Digest
    package var decision: ModerationDecision
    /// Number or words of the house rule.
    package var guideline: String
    package var reason: String

    package init(
        message: Digest, revision: Digest, decision: ModerationDecision, guideline: String, reason: String
    ) {
        self.message = message
        self.revision = revision
        self.decision = decision
        self.guideline = guideline
        self.reason = reason
    }
}

/// A reply on its way: queued until `notBefore`, in which time it can be taken back.
package struct ReplyAct: Equatable, Sendable {
    /// The message that is answered.
    package var message: Digest
    package var text: String
    package var notBefore: Moment
    /// The conversation's replies that its author knows of; with another one the store refuses. nil: sent whatever
    /// is there.
    package var known: Set<Digest>?

    package init(message: Digest, text: String, notBefore: Moment, known: Set<Digest>? = nil) {
        self.message = message
        self.text = text
        self.notBefore = notBefore
        self.known = known
    }
}
