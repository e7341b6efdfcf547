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
    /// Who else is answering it now, longest first.
    package var claims: [Claim] = []
    /// The author is not of the team and by their name to be taken for one of it (`TeamNames`).
    package var looksLikeTeam: Bool

    package init(
        id: Digest, state: ConversationState, platform: String, channel: String, author: String,
        title: String, excerpt: String, waitingSince: Moment?, newest: Position, messageCount: Int,
        unreadCount: Int = 0, pendingCount: Int = 0, priority: Priority = .normal, assignee: String? = nil,
        labels: [String] = [], hasDraft: Bool = false, until: Moment? = nil, takeBackUntil: Moment? = nil,
        looksLikeTeam: Bool = false
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
        self.looksLikeTeam = looksLikeTeam
    }

    /// Whether we owe an answer.
    package var needsAnswer: Bool {
        (state == .new || state == .open) && waitingSince != nil
    }

    /// Its place in a list, and the key to go on from.
    package func key(in sort: InboxSort) -> Position {
        switch sort {
        case .newest: newest
        case .waiting: Position(time: waitingSince ?? newest.time, sequence: 0, digest: id)
        }
    }
}

/// Which way a page of a list goes from its key: on (`older`), or back towards the first row (`newer`).
package enum PageDirection: Sendable, Equatable {
    case older, newer
}

/// What a list is ordered by.
package enum InboxSort: String, Sendable, Equatable, CaseIterable {
    /// The newest message, newest first.
    case newest
    /// The first inbound message that is not answered, oldest first; only what needs an answer is listed.
    case waiting
}

/// What to show of the inbox.
package struct InboxQuery: Equatable, Sendable {
    /// What `f` or `list` limits to; nil: what is still to do (new and open, and what is due again).
    package var limit: Query?
    /// What is looked for in the list; each of the two holds by itself, also where both ask for a message.
    package var search: Query?
    package var context: QueryContext
    package var sort: InboxSort
    /// The key to go on from (`InboxRow.key(in:)`); nil: from the first row, or back from the last.
    package var from: Position?
    package var direction: PageDirection
    /// At most 200.
    package var count: Int

    package init(
        limit: Query? = nil, search: Query? = nil, context: QueryContext = QueryContext(), sort: InboxSort = .newest,
        from: Position? = nil, direction: PageDirection = .older, count: Int = 200
    ) {
        self.limit = limit
        self.search = search
        self.context = context
        self.sort = sort
        self.from = from
        self.direction = direction
        self.count = min(count, 200)
    }
}

/// One page of the inbox.
package struct InboxPage: Equatable, Sendable {
    package var query: InboxQuery
    /// In the order of the list, whatever the direction.
    package var rows: [InboxRow]
    /// Whether there is more in the query's direction.
    package var hasMore: Bool
    /// Texts on which a regular expression took too many steps; they count as not matching.
    package var regexLimitHits: Int

    package init(query: InboxQuery, rows: [InboxRow], hasMore: Bool, regexLimitHits: Int = 0) {
        self.query = query
        self.rows = rows
        self.hasMore = hasMore
        self.regexLimitHits = regexLimitHits
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
