extension Role {
    /// What is drawn in this role, in a few words, for whoever writes a theme.
    package var summary: String {
        switch self {
        case .text: "everything that has no other role; its colours are the screen's"
        case .dim: "ages, counts, channels, times"
        case .title: "the line above a thread"
        case .statusBar: "the line with store and counts"
        case .statusMessage: "what was done"
        case .statusError: "what went wrong"
        case .listCursor: "the row under the cursor, up to its author"
        case .listCursorInactive: "the same in a pane that has not the keys"
        case .listUnread: "first words that nobody read, ages of what needs an answer"
        case .stateNew, .stateOpen, .stateWaiting, .stateHeld, .stateSnoozed, .stateCommunity, .stateResolved,
            .stateClosed:
            "letter and word of the state"
        case .priorityHigh, .priorityUrgent: "mark of the priority"
        case .author: "names"
        case .authorTeam: "names of the team's accounts"
        case .authorBot: "names of bots"
        case .threadContext: "messages from before the conversation"
        case .threadNote: "internal notes"
        case .threadDecision: "decisions"
        case .threadReply: "our replies"
        case .platformStatus: "pending, hidden, spam, deleted"
        case .badge: "labels, drafts, assignees, warnings"
        case .border: "lines between panes"
        case .prompt: "questions and answers in the last line"
        case .helpKey: "keys"
        case .helpText: "what keys do"
        case .composerText: "the reply that is being written"
        case .composerOver: "how much too long it is"
        case .match: "what was searched for"
        }
    }

    /// All roles with what they are and what contrast they need, as a Markdown table for the page on themes.
    package static var markdown: String {
        let rows = allCases.map { "| `\($0.rawValue)` | \($0.summary) | \($0.reading == .text ? "words" : "label") |" }
        return (["| role | what it is | contrast |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
    }
}
