/// One condition of a query.
package enum QueryTerm: Equatable, Sendable {
    // About a conversation.
    case state(QueryFlag)
    case channel(QueryText)
    case platform(QueryText)
    case label(QueryText)
    case assignee(QueryText)
    case guideline(QueryText)
    case thread(QueryText)
    case priority(Priority)
    case decision(ModerationDecision)
    /// Its newest message is older than the beginning of this time.
    case before(QueryDate)
    /// Its newest message is newer than the end of this time.
    case after(QueryDate)
    /// Its newest message is not older than the beginning of this time.
    case since(QueryDate)
    case waiting(QueryWait)
    /// Resolved or closed, and that was done in this time.
    case resolved(QuerySpan)
    // About a message of it, or about it: see `isAboutMessage`.
    case has(QueryPart)
    // About a message.
    case text(QueryText)
    /// A regular expression of PCRE2, found anywhere in the text, in any case.
    case regex(String)
    case from(QueryText)
    /// The account whose message was answered.
    case to(QueryText)
    /// The human behind its account, by the name that the team gave them.
    case person(QueryText)
    case role(QueryRole)
    /// A language tag in lower case; `de` holds for `de-at` too.
    case language(String)
    case sent(QuerySpan)
    /// Number of an import.
    case batch(Int64)

    /// Whether it is a message that the term holds for. Such terms in one `and` group hold for one message.
    package var isAboutMessage: Bool {
        switch self {
        case .text, .regex, .from, .to, .person, .role, .language, .sent, .batch: true
        case .has(let part): part.isAboutMessage
        case .state, .channel, .platform, .label, .assignee, .guideline, .thread, .priority, .decision, .before,
            .after, .since, .waiting, .resolved:
            false
        }
    }
}

/// A word, a phrase or a name; `isPrefix`: only its beginning.
package struct QueryText: Equatable, Sendable {
    package var text: String
    package var isPrefix: Bool

    /// U+0000 becomes U+2400, as in imported texts: a statement's argument would end there.
    package init(_ text: String, isPrefix: Bool = false) {
        self.text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{2400}" : $0 }))
        self.isPrefix = isPrefix
    }
}

/// What may follow `is:`.
package enum QueryFlag: Equatable, Sendable, CaseIterable {
    /// The effective state.
    case state(ConversationState)
    /// Holds inbound messages that nobody of the team has seen.
    case unread
    /// Needs an answer.
    case unanswered
    /// Holds a message that the platform shows to nobody until somebody decides.
    case pending
    /// What the inbox shows: new and open, and what is due again.
    case todo
    case marked
    /// Assigned to who asks.
    case mine
    case unassigned
    /// Somebody has written a draft.
    case drafted

    package static let allCases: [QueryFlag] =
        ConversationState.allCases.map(QueryFlag.state)
        + [.unread, .unanswered, .pending, .todo, .marked, .mine, .unassigned, .drafted]

    /// As it is written.
    package var word: String {
        switch self {
        case .state(let state): state.rawValue
        case .unread: "unread"
        case .unanswered: "unanswered"
        case .pending: "pending"
        case .todo: "todo"
        case .marked: "marked"
        case .mine: "mine"
        case .unassigned: "unassigned"
        case .drafted: "drafted"
        }
    }
}

/// What may follow `has:`.
package enum QueryPart: String, Equatable, Sendable, CaseIterable {
    case attachment, link, note, draft, reply, decision, rating

    /// Whether a message has it, and not the conversation.
    package var isAboutMessage: Bool {
        switch self {
        case .attachment, .link, .rating: true
        case .note, .draft, .reply, .decision: false
        }
    }
}

/// What may follow `role:`: what is known today of an account, or of the person behind it.
package enum QueryRole: String, Equatable, Sendable, CaseIterable {
    /// Speaks for us.
    case team
    case bot
    /// Runs the channel, as its export says.
    case owner
    /// None of these.
    case member
    // What the team says of the person behind the account (`PersonRole`).
    case employee, advocate, customer, press, critic, troll

    /// What the team said; nil: it is known from the export or by the account.
    package var ofPerson: PersonRole? { PersonRole(rawValue: rawValue) }
}
