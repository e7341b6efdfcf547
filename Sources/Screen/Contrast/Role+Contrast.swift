extension Role {
    /// How much contrast a role needs.
    package enum Reading: Hashable, Sendable {
        /// Words that are read: WCAG 2.2, 1.4.3 asks for 4.5:1.
        case text
        /// What is secondary, or a sign or a line whose shape says the same (WCAG 2.2, 1.4.11): 3:1.
        case label
    }

    /// What is written in this role.
    package var reading: Reading {
        switch self {
        case .dim, .border, .threadContext, .authorBot, .stateNew, .stateOpen, .stateWaiting, .stateHeld,
            .stateSnoozed, .stateCommunity, .stateResolved, .stateClosed, .priorityHigh, .priorityUrgent:
            .label
        case .text, .title, .statusBar, .statusMessage, .statusError, .listCursor, .listCursorInactive, .listUnread,
            .author, .authorTeam, .threadNote, .threadDecision, .threadReply, .platformStatus, .badge, .prompt,
            .helpKey, .helpText, .composerText, .composerOver, .match:
            .text
        }
    }

    /// The roles of whole lines that this one may be laid over, besides standing alone.
    package var backdrops: [Role] {
        switch self {
        case .dim, .badge, .stateNew, .stateOpen, .stateWaiting, .stateHeld, .stateSnoozed, .stateCommunity,
            .stateResolved, .stateClosed:
            [.listCursor, .listCursorInactive, .title]
        case .text, .listUnread, .priorityHigh, .priorityUrgent, .author, .authorTeam, .authorBot, .threadContext,
            .threadNote, .threadDecision, .threadReply, .platformStatus:
            [.listCursor, .listCursorInactive]
        case .title, .statusBar, .statusMessage, .statusError, .listCursor, .listCursorInactive, .border, .prompt,
            .helpKey, .helpText, .composerText, .composerOver, .match:
            []
        }
    }

    /// The states of conversations.
    package static let states: [Role] = [
        .stateNew, .stateOpen, .stateWaiting, .stateHeld, .stateSnoozed, .stateCommunity, .stateResolved, .stateClosed,
    ]
}
