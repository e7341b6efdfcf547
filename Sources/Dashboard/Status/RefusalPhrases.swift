import Conversations
import Screen

extension Refusal {
    /// The fact as a sentence: what happened and what to do.
    package var phrase: Phrase {
        switch self {
        case .nothingToUndo: "nothing to take back"
        case .nothingToRedo: "nothing to do again"
        case .actedLater(let actor): Phrase("%1 acted on it later; nothing was changed", actor)
        case .alreadyExported: "the reply was carried to the platform already; take it back there"
        case .replyFailed: "the platform did not take this reply; the conversation is open for another one"
        case .needsGuidelineAndReason: "this decision needs a guideline and a reason"
        case .emptyText: "there is no text"
        case .noLabel: "a label is one line of at most 64 characters"
        case .noPersonName: "a name is one line of at most 64 characters"
        case .noAccount: "the export names no account behind this message"
        case .isClosed: "the conversation is closed; :reopen opens it"
        case .unknownConversation: "the conversation is not there any more"
        case .unknownMessage: "the message is not there any more"
        case .answeredMeanwhile(let answer):
            Phrase("%1 has answered meanwhile; read it before you send", answer.actor)
        }
    }
}

extension Act {
    /// What is said when the act is on disk.
    package var donePhrase: Phrase {
        switch self {
        case .open: "opened"
        case .resolve: "resolved"
        case .snooze: "snoozed"
        case .wait: "waiting"
        case .hold: "held"
        case .leaveToCommunity: "left to the community"
        case .reopen: "reopened"
        case .close: "closed"
        case .assign(let person): person.map { Phrase("assigned to %1", $0) } ?? "assigned to nobody"
        case .label(let name, let isOn): isOn ? Phrase("label %1 added", name) : Phrase("label %1 taken away", name)
        case .prioritize(let priority): Phrase("priority %1", priority.phrase)
        case .note: "note kept"
        case .decide(let act): Phrase("decided: %1", act.decision.phrase)
        case .judge(let judging): Phrase("decided: %1", judging.decision.phrase)
        case .send: "reply queued"
        case .link(let person): person.map { Phrase("linked to %1", $0) } ?? "linked to nobody"
        case .role(let role, let isOn):
            isOn ? Phrase("role %1 added", role.phrase) : Phrase("role %1 taken away", role.phrase)
        }
    }
}

extension Act {
    /// What is said when all were so already.
    package var unchangedPhrase: Phrase {
        switch self {
        case .label(let name, true): Phrase("label %1 is there already", name)
        case .label(let name, false): Phrase("label %1 is not there", name)
        default: "it is so already"
        }
    }

    /// What is said when it was done to several.
    package func donePhrase(on count: Int) -> Phrase {
        if isAboutPersons {
            return Phrase(one: "1 account: %2", other: "%1 accounts: %2", count: count, donePhrase)
        }
        return Phrase(one: "1 conversation: %2", other: "%1 conversations: %2", count: count, donePhrase)
    }
}

extension UndoReceipt {
    /// What was switched, in words.
    package var phrase: Phrase { EventKind(word: kind).undoPhrase ?? Phrase("%1", kind) }
}

extension Overruling {
    /// Who acted later, on what, and where both acts can be seen.
    package var phrase: Phrase {
        let what = EventKind(word: kind).undoPhrase ?? Phrase("%1", kind)
        if isUndo { return Phrase("%1 took back what you did (%2, %3); H shows it", actor, what, author) }
        return Phrase("%1 acted after you on %2 (%3): theirs holds; H shows both", actor, what, author)
    }
}

extension EventKind {
    /// What an event of this kind sets; nil: nothing that is named here.
    fileprivate var undoPhrase: Phrase? {
        switch self {
        case .state: Phrase("the state", context: "undo")
        case .assignee: Phrase("the assignee", context: "undo")
        case .priority: Phrase("the priority", context: "undo")
        case .label: Phrase("the label", context: "undo")
        case .note: Phrase("the note", context: "undo")
        case .decision: Phrase("the decision", context: "undo")
        case .replyQueued: Phrase("the reply", context: "undo")
        case .team: Phrase("the team account", context: "undo")
        case .person: Phrase("the link to a person", context: "undo")
        case .role: Phrase("the role", context: "undo")
        default: nil
        }
    }
}
