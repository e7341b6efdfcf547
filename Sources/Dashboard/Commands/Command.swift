/// Everything that a key or the command line can ask for. `CommandTable` tells the rest of each.
package enum Command: String, CaseIterable, Sendable {
    case next, previous, first, last
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case pageDown = "page-down"
    case pageUp = "page-up"
    case lineDown = "line-down"
    case lineUp = "line-up"
    case point
    case openPointed = "open-pointed"
    case open
    case switchPane = "switch-pane"
    case nextUnanswered = "next-unanswered"
    case previousUnanswered = "previous-unanswered"
    case nextUnread = "next-unread"
    case previousUnread = "previous-unread"
    case nextOwn = "next-own"
    case previousOwn = "previous-own"
    case nextDecision = "next-decision"
    case previousDecision = "previous-decision"
    case toggleFold = "toggle-fold"
    case foldAll = "fold-all"
    case openFolds = "open-folds"
    case reply, resolve, snooze, wait, hold, community, assign, label, priority, note, decide, reopen, close
    case decideAlike = "decide-alike"
    case repeatAct = "repeat"
    case record, play
    case undo, redo, history
    case search
    case searchNext = "search-next"
    case searchPrevious = "search-previous"
    case limit
    case view
    case nextView = "next-view"
    case previousView = "previous-view"
    case mark, unmark
    case markRange = "mark-range"
    case markQuery = "mark-query"
    case markAlike = "mark-alike"
    case person, role
    case linkPerson = "link-person"
    case unlinkPerson = "unlink-person"
    case about, explain, imports, drafts, report
    case longerPeriod = "longer-period"
    case shorterPeriod = "shorter-period"
    case openLink = "open-link"
    case copyLink = "copy-link"
    case copyText = "copy-text"
    case copyAuthor = "copy-author"
    case copyPermalink = "copy-permalink"
    case importFile = "import"
    case stopImport = "stop-import"
    case theme
    case mouse
    case layout
    case growPane = "grow-pane"
    case shrinkPane = "shrink-pane"
    case evenPanes = "even-panes"
    case zoomPane = "zoom-pane"
    case back, quit, redraw, suspend, help
    case commandLine = "command-line"
    case palette
    case send, edit, leave
    case accept, cancel, complete
}

/// Where a key is pressed; each has bindings of its own.
package enum KeyContext: String, CaseIterable, Sendable {
    case inbox, thread, composer, prompt, help, sheet
}

/// What commands are for, in the order of the help.
package enum CommandGroup: String, CaseIterable, Sendable {
    case moving = "Moving"
    case reading = "Reading"
    case finding = "Finding"
    case marking = "Marking"
    case handing = "Links and copying"
    case answering = "Answering"
    case sorting = "Sorting"
    case undoing = "Undoing"
    case writing = "Writing"
    case program = "Program"
    /// A person's own bindings to whole lines; no command is of this group.
    case own = "Your own"
}
