import Conversations

/// What the dashboard asks of the runtime. `perform` and `receive` return these and do nothing themselves.
package enum Effect: Equatable, Sendable {
    case loadInbox(InboxQuery)
    /// Finds the next row of the list that fulfils the query's `search` too.
    case find(InboxQuery)
    /// Values that a query's word may become; answered by `queryValues`.
    case loadQueryValues(QueryCompletion.Request)
    /// At most so many messages: the root and the newest.
    case loadThread(Digest, limit: Int)
    /// Like `loadThread`, once no key came for a moment: the preview follows the cursor.
    case previewThread(Digest)
    case loadCounts
    /// How many conversations each of these holds; answered by `viewCounts`.
    case countViews([InboxQuery])
    /// Conversations that a query finds, at most so many; answered by `toMark`.
    case findToMark(InboxQuery, limit: Int)
    /// Conversations that begin with the same text; answered by `toMark`.
    case findAlike(Digest, limit: Int)
    /// Which of so many messages one decision can be for; answered by `judging`.
    case planJudging(JudgingSource, limit: Int)
    /// All that is known about a message; answered by `facts`.
    case loadFacts(Digest)
    /// The human behind a message; answered by `person`.
    case loadPerson(Digest)
    /// Why a conversation is where it is, measured by a query; answered by `explained`.
    case explain(Digest, Query, QueryContext)
    /// Figures for a period; answered by `report`.
    case loadReport(ReportQuery)
    /// The imports that the store remembers; answered by `batches`.
    case loadBatches
    /// Imports a file or folder beside the dashboard; answered by `importing`, at its end by `imported`.
    case startImport(path: String)
    case stopImport
    /// Writes the act's events; answered by `acted`. An id pairs question and answer.
    case append(Act, on: [Digest], id: Int)
    case undo(id: Int)
    case redo(id: Int)
    /// One act, however old; answered as `undo` and `redo`.
    case undoAct(Digest, id: Int)
    case redoAct(Digest, id: Int)
    /// What was done before this clock, newest first; answered by `history`.
    case loadHistory(before: Int64, count: Int)
    /// Stores the draft at once (leaving the composer, sending) or within a second (typing).
    /// `over` is the draft of an earlier session that this one goes on with.
    case saveDraft(conversation: Digest, message: Digest, text: String, cursor: Int, over: Draft?, now: Bool)
    /// Keeps what a draft says, before another text takes its place.
    case keepDraft(Draft)
    /// Opens `$EDITOR` with the composer's text; answered by `edited`.
    case edit(text: String)
    /// Opens a link in a browser; answered by `opened`.
    case open(LinkTarget)
    /// Hands a text to the clipboard; answered by `copied` or `notCopied`.
    case copy(Copying)
    /// Hands a text to the clipboard by way of the terminal; answered by `copied`.
    case sendToTerminal(Copying)
    /// Draws with a theme while it is pointed at; the one before comes back the same way.
    case showTheme(String)
    /// Draws with a theme from now on; answered by `themeKept`.
    case keepTheme(String)
    /// Stores a macro that was recorded, for the sessions to come; answered by `macroNotKept` where that fails.
    case keepMacro(Macro)
    /// Has the terminal report the mouse, or no more; answered by `noMouse` where it cannot.
    case takeMouse(Bool)
    case suspend
    case redraw
    case quit
}

/// What the runtime tells the dashboard.
package enum Answer: Equatable, Sendable {
    case inbox(InboxPage)
    /// The page of the conversation that was asked for under this key.
    case thread(ThreadPage, for: Digest)
    /// The conversation is not there any more under this key.
    case threadIsGone(Digest)
    case counts(StateCounts)
    /// In the order of the question.
    case viewCounts([Int])
    /// To be marked besides what is marked; `hasMore`: there are more than were asked for.
    case toMark([Digest], hasMore: Bool)
    case judging(JudgingPlan, for: JudgingSource)
    /// nil: the message is not there any more.
    case facts(MessageFacts?, about: Digest)
    /// nil: the message is not there any more, or no account wrote it.
    case person(PersonFacts?, behind: Digest)
    /// nil: the conversation is not there any more.
    case explained(Explanation?, about: Digest)
    case report(Report)
    case batches([ImportedBatch])
    case history(HistoryPage, before: Int64)
    case importing(ImportStep)
    case imported(ImportOutcome)
    /// A row that `find` found, or nil when there is none further on.
    case found(InboxRow?, regexLimitHits: Int = 0)
    case queryValues([String], for: QueryCompletion.Request)
    case acted(id: Int, ActOutcome)
    case undone(id: Int, UndoReceipt)
    case redone(id: Int, UndoReceipt)
    case refused(id: Int, Refusal)
    /// This many acts wait for the store, which somebody else is writing to.
    case actsWaiting(Int)
    /// The text of the draft to this message is on disk.
    case draftSaved(Digest, text: String)
    /// The editor's text; nil: it ended with an error and the text stays as it was.
    case edited(text: String?, error: String?)
    case opened(LinkTarget, OpenOutcome)
    case copied(Copying, CopyOutcome)
    /// The program that should copy ended with an error, or not at all.
    case notCopied(Copying)
    /// Somebody else set anew what was just set here.
    case overruled(Overruling)
    /// Something was committed, here or by another process: load again what is shown.
    case storeChanged
    /// The theme is in use; `lasts`: the next session begins with it.
    case themeKept(String, lasts: Bool)
    /// A macro of this name lasts until lotse ends.
    case macroNotKept(String)
    /// The terminal does not report the mouse.
    case noMouse
    /// A fact to show in the status line, already a sentence of the interface's language.
    case failed(String)
    /// An act that did not come to the disk, and why, as a sentence.
    case notWritten(id: Int, String)
}

extension Answer {
    /// What went wrong, as a sentence; nil: nothing did.
    package var failure: String? {
        switch self {
        case .failed(let sentence), .notWritten(_, let sentence): sentence
        default: nil
        }
    }
}
