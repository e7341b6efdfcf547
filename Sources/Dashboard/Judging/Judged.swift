import Conversations
import Screen

/// What a decision is about: the message that is pointed at, or many at once.
package enum Judged: Equatable, Sendable {
    case message(MessageRow)
    /// Which ones they are, the store says while the questions are asked.
    case many(JudgingSource)

    var source: JudgingSource? {
        if case .many(let source) = self { source } else { nil }
    }
}

extension Prompt {
    /// The many messages that the question is about; nil: about one, or about none.
    var judged: JudgingSource? {
        switch question {
        case .decision(let judged), .guideline(let judged, _), .decisionReason(let judged, _),
            .repeatedDecision(let judged, _):
            judged.source
        default: nil
        }
    }

    /// For how many the answer is; nil: for one.
    var judgingPhrase: Phrase? {
        guard judged != nil else { return nil }
        guard let plan = judging else { return "counting" }
        let conversations = Phrase(
            one: "in 1 conversation", other: "in %1 conversations", count: plan.conversations.count)
        let messages = Phrase(one: "1 message", other: "%1 messages", count: plan.messages.count)
        let leftOut = plan.leftOut.values.reduce(0, +)
        return leftOut == 0
            ? Phrase("%1 %2", messages, conversations)
            : Phrase("%1 %2, %3 left out", messages, conversations, leftOut)
    }

    /// The decision on what the prompt is about.
    func decided(
        _ judged: Judged, _ decision: ModerationDecision, guideline: String, reason: String
    ) -> PromptResult {
        switch judged {
        case .message(let message):
            return .act(
                .decide(
                    DecisionAct(
                        message: message.digest, revision: message.revision, decision: decision,
                        guideline: guideline, reason: reason)))
        case .many:
            guard let plan = judging else { return .problem("the messages are still counted; Enter asks again") }
            guard !plan.messages.isEmpty else { return .problem(plan.nothingPhrase) }
            return .act(
                .judge(
                    Judging(messages: plan.messages, decision: decision, guideline: guideline, reason: reason)))
        }
    }
}

extension JudgingPlan {
    package var nothingPhrase: Phrase {
        leftOut.isEmpty ? "there is no message to decide on" : Phrase("nothing can be decided: %1", leftOut.phrase)
    }
}

extension [JudgingObstacle: Int] {
    /// How many are left out, and why: `2 decided already, 1 ours`.
    package var phrase: Phrase {
        let parts = JudgingObstacle.allCases.compactMap { obstacle in self[obstacle].map { obstacle.phrase($0) } }
        guard let first = parts.first else { return Phrase("%1", "") }
        return parts.dropFirst().reduce(first) { Phrase("%1, %2", $0, $1) }
    }
}

extension JudgingObstacle {
    func phrase(_ count: Int) -> Phrase {
        switch self {
        case .decided: Phrase("%1 decided already", count)
        case .disputed: Phrase("%1 whose senders differ", count)
        case .deleted: Phrase("%1 that the platform deleted or took for spam", count)
        case .ours: Phrase("%1 of the team", count)
        case .closed: Phrase("%1 in closed conversations", count)
        case .changed: Phrase("%1 whose text has changed", count)
        case .gone: Phrase("%1 that are not there any more", count)
        }
    }
}

extension JudgingReceipt {
    /// What is said when it is on disk: first what matters most, since a narrow screen cuts the end.
    package var phrase: Phrase {
        let done = Phrase(one: "1 message decided on", other: "%1 messages decided on", count: messages)
        let told = leftOut.isEmpty ? done : Phrase("%1; left out: %2", done, leftOut.phrase)
        guard stillWaiting > 0 else { return told }
        return Phrase(
            one: "%2; 1 conversation stays open, more waits in it",
            other: "%2; %1 conversations stay open, more waits in them", count: stillWaiting, told)
    }

    /// What is said when nothing was left to decide on.
    package var nothingPhrase: Phrase { JudgingPlan(messages: [], leftOut: leftOut).nothingPhrase }
}
