/// One conversation as a list shows it. All strings are raw text from outside.
package struct InboxRow: Equatable, Sendable, Identifiable {
    /// The conversation's key: digest of its root.
    package var id: Digest
    /// Effective state at the time of the query.
    package var state: ConversationState
    package var platform: String
    package var channel: String
    /// Who wrote the root, or the first message that is there.
    package var author: String
    package var title: String
    /// First words of that message's text, at most 200 characters, line breaks kept.
    package var excerpt: String
    /// Time of the first inbound message that we have not answered; nil: nothing is owed.
    package var waitingSince: Moment?
    /// Position of the newest message; the list's order and the key to go on from.
    package var newest: Position
    package var messageCount: Int
    /// Inbound messages nobody of the team has seen.
    package var unreadCount: Int
    /// Messages that the platform shows to nobody until somebody decides.
    package var pendingCount: Int
    package var priority: Priority
    package var assignee: String?
    package var labels: [String]
    package var hasDraft: Bool
    /// End of a snooze, a hold or a community deadline.
    package var until: Moment?
    /// Queued replies that can still be taken back end at this time.
    package var takeBackUntil: Moment?

    package init(
        id: Digest, state: ConversationState, platform: String, channel: String, author: String,
        title: String, excerpt: String, waitingSince: Moment?, newest: Position, messageCount: Int,
        unreadCount: Int = 0, pendingCount: Int = 0, priority: Priority = .normal, assignee: String? = nil,
        labels: [String] = [], hasDraft: Bool = false, until: Moment? = nil, takeBackUntil: Moment? = nil
    ) {
        self.id = id
        self.state = state
        self.platform = platform
        self.channel = channel
        self.author = author
        self.title = title
        self.excerpt = excerpt
        self.waitingSince = waitingSince
        self.newest = newest
        self.messageCount = messageCount
        self.unreadCount = unreadCount
        self.pendingCount = pendingCount
        self.priority = priority
        self.assignee = assignee
        self.labels = labels
        self.hasDraft = hasDraft
        self.until = until
        self.takeBackUntil = takeBackUntil
    }

    /// Whether we owe an answer.
    package var needsAnswer: Bool {
        (state == .new || state == .open) && waitingSince != nil
    }
}

/// Which way a page of a list goes from its key.
package enum PageDirection: Sendable, Equatable {
    case older, newer
}

/// What to show of the inbox.
package struct InboxQuery: Equatable, Sendable {
    /// What `f` or `list` limits to; nil: what is still to do (new and open, and what is due again).
    package var limit: Limit?
    /// The key to go on from; nil: from the newest.
    package var from: Position?
    package var direction: PageDirection
    /// At most 200.
    package var count: Int

    package init(
        limit: Limit? = nil, from: Position? = nil, direction: PageDirection = .older, count: Int = 200
    ) {
        self.limit = limit
        self.from = from
        self.direction = direction
        self.count = min(count, 200)
    }
}

/// Free text and `is:STATE`: what a list is limited to.
package struct Limit: Equatable, Sendable {
    /// States that `is:` names; empty: any.
    package var states: [ConversationState]
    /// `is:unanswered`: only what needs an answer.
    package var unanswered: Bool
    /// `is:pending`: only what holds a message with platform status pending.
    package var pending: Bool
    /// Words to find in texts and author names; all of them.
    package var words: [String]
    /// As it was typed.
    package var source: String

    package init(
        states: [ConversationState] = [], unanswered: Bool = false, pending: Bool = false,
        words: [String] = [], source: String = ""
    ) {
        self.states = states
        self.unanswered = unanswered
        self.pending = pending
        self.words = words
        self.source = source
    }
}

/// One page of the inbox.
package struct InboxPage: Equatable, Sendable {
    package var query: InboxQuery
    /// Newest first, whatever the direction.
    package var rows: [InboxRow]
    /// Whether there is more in the query's direction.
    package var hasMore: Bool

    package init(query: InboxQuery, rows: [InboxRow], hasMore: Bool) {
        self.query = query
        self.rows = rows
        self.hasMore = hasMore
    }
}

/// How many conversations there are by effective state; counting stops at `cap`.
package struct StateCounts: Equatable, Sendable {
    package static let cap = 1000
    package var byState: [ConversationState: Int]
    /// Conversations that need an answer.
    package var unanswered: Int
    /// Replies waiting to be carried away.
    package var outbox: Int

    package init(byState: [ConversationState: Int] = [:], unanswered: Int = 0, outbox: Int = 0) {
        self.byState = byState
        self.unanswered = unanswered
        self.outbox = outbox
    }
}
