import Conversations
import Screen

extension ConversationState {
    /// One letter, so that no state is told by colour alone.
    package var letter: String {
        switch self {
        case .new: "N"
        case .open: "O"
        case .waiting: "W"
        case .held: "H"
        case .snoozed: "Z"
        case .community: "C"
        case .resolved: "R"
        case .closed: "X"
        }
    }

    /// How a theme shows it.
    package var role: Role {
        switch self {
        case .new: .stateNew
        case .open: .stateOpen
        case .waiting: .stateWaiting
        case .held: .stateHeld
        case .snoozed: .stateSnoozed
        case .community: .stateCommunity
        case .resolved: .stateResolved
        case .closed: .stateClosed
        }
    }

    /// The word for it.
    var phrase: Phrase {
        switch self {
        case .new: Phrase("new", context: "state")
        case .open: Phrase("open", context: "state")
        case .waiting: Phrase("waiting", context: "state")
        case .held: Phrase("held", context: "state")
        case .snoozed: Phrase("snoozed", context: "state")
        case .community: Phrase("community", context: "state")
        case .resolved: Phrase("resolved", context: "state")
        case .closed: Phrase("closed", context: "state")
        }
    }
}

extension Priority {
    /// One character in front of the author; nothing for what is normal.
    package var mark: String {
        switch self {
        case .low: "-"
        case .normal: " "
        case .high: "!"
        case .urgent: "‼"
        }
    }

    /// How a theme shows it.
    package var role: Role {
        switch self {
        case .low: .dim
        case .normal: .text
        case .high: .priorityHigh
        case .urgent: .priorityUrgent
        }
    }
}

extension PlatformStatus {
    /// The word on the badge; what is published needs none.
    var phrase: Phrase? {
        switch self {
        case .published: nil
        case .pending: Phrase("pending", context: "platform status")
        case .hidden: Phrase("hidden", context: "platform status")
        case .spam: Phrase("spam", context: "platform status")
        case .deleted: Phrase("deleted", context: "platform status")
        }
    }
}

extension ReplyState {
    var phrase: Phrase {
        switch self {
        case .queued: Phrase("queued", context: "reply")
        case .exported: Phrase("exported", context: "reply")
        case .sent: Phrase("sent", context: "reply")
        case .failed: Phrase("failed", context: "reply")
        }
    }
}
