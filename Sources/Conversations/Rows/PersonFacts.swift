/// All that the store knows about one human: the accounts that the team linked, and what was said and done. An
/// account that nobody linked stands for itself. All strings are raw text from outside or from the team.
package struct PersonFacts: Equatable, Sendable {
    /// As the team calls them; nil: the account is linked to nobody.
    package var name: String?
    package var roles: [PersonRole]
    package var accounts: [PersonAccount]
    package var messages: Int
    package var conversations: Int
    /// Those among the conversations that need an answer from us.
    package var unanswered: Int
    /// Time of the earliest message; nil: no time is known.
    package var first: Moment?
    package var last: Moment?
    /// Decisions that hold on their messages, newest first; at most `listed`.
    package var decisions: [PersonDecision]
    /// Those with the newest messages, newest first; at most `listed`.
    package var rows: [InboxRow]

    /// How many are listed of each.
    package static let listed = 100

    package init(
        name: String?, roles: [PersonRole] = [], accounts: [PersonAccount], messages: Int = 0, conversations: Int = 0,
        unanswered: Int = 0, first: Moment? = nil, last: Moment? = nil, decisions: [PersonDecision] = [],
        rows: [InboxRow] = []
    ) {
        self.name = name
        self.roles = roles
        self.accounts = accounts
        self.messages = messages
        self.conversations = conversations
        self.unanswered = unanswered
        self.first = first
        self.last = last
        self.decisions = decisions
        self.rows = rows
    }
}

/// An account of a person.
package struct PersonAccount: Equatable, Sendable {
    package var platform: String
    package var name: String
    package var handle: String
    /// The platform's own id; nil: it has none, or it was erased.
    package var key: String?

    package init(platform: String, name: String, handle: String = "", key: String? = nil) {
        self.platform = platform
        self.name = name
        self.handle = handle
        self.key = key
    }
}

/// A decision on a message of a person.
package struct PersonDecision: Equatable, Sendable {
    package var decision: ModerationDecision
    package var guideline: String
    package var reason: String
    /// Who decided.
    package var actor: String
    package var time: Moment
    /// The message's first words, at most 80 characters.
    package var excerpt: String

    package init(
        decision: ModerationDecision, guideline: String, reason: String, actor: String, time: Moment, excerpt: String
    ) {
        self.decision = decision
        self.guideline = guideline
        self.reason = reason
        self.actor = actor
        self.time = time
        self.excerpt = excerpt
    }
}
