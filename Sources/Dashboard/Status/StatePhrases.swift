import Conversations
import Screen

extension Priority {
    /// The word for it on the screen.
    package var phrase: Phrase {
        switch self {
        case .low: "low"
        case .normal: "normal"
        case .high: "high"
        case .urgent: "urgent"
        }
    }
}

extension ModerationDecision {
    /// The word for it on the screen.
    package var phrase: Phrase {
        switch self {
        case .kept: Phrase("kept", context: "decision")
        case .labelled: Phrase("labelled", context: "decision")
        case .limited: Phrase("limited", context: "decision")
        case .hidden: Phrase("hidden", context: "decision")
        case .removed: Phrase("removed", context: "decision")
        }
    }
}

/// How long ago something was: `Conversations.age`, whose units are signs and whose `now` is a word.
package func agePhrase(since moment: Moment, now: Moment) -> Phrase {
    let age = age(since: moment, now: now)
    return age == "now" ? Phrase("now", context: "age") : Phrase("%1", age)
}
