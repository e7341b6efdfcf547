import Conversations
import Screen

/// One decision for all that is marked, or for all messages that say the same.
extension Dashboard {
    /// On the marked conversations, else on the message that is pointed at.
    mutating func startDecision() -> [Effect] {
        let marked = markedTargets
        guard marked.isEmpty else { return askAboutMany(.firstOf(marked)) { .decision($0) } }
        guard let conversation = target else { return ask(.note) }
        guard let message = shownTarget else {
            focus = .thread
            status.say("choose the message, then decide")
            return [thread.open(conversation)]
        }
        return ask(.decision(.message(message)))
    }

    /// On all messages that say the same as the one that is pointed at.
    mutating func decideAlike() -> [Effect] {
        guard let target else {
            status.fail("no conversation is selected")
            return []
        }
        return askAboutMany(.alike(focus == .inbox ? target : shownTarget?.digest ?? target)) { .decision($0) }
    }

    /// `:decide` with all its arguments.
    mutating func decide(_ wish: DecisionWish, on subject: Digest?) -> [Effect] {
        let marked = markedTargets
        guard marked.isEmpty else {
            return askAboutMany(.firstOf(marked)) { .repeatedDecision($0, wish) }
        }
        guard let subject, subject == target, let message = shownTarget else {
            status.fail("open the conversation first")
            return []
        }
        return act(.decide(wish.act(on: message)), onlyOn: subject)
    }

    /// The question comes at once, the number when the store has counted: no key that is typed on is lost.
    mutating func askAboutMany(_ source: JudgingSource, _ question: (Judged) -> Question) -> [Effect] {
        let effects = ask(question(.many(source)))
        guard prompt?.judged == source else { return effects }
        return effects + [.planJudging(source, limit: Self.markLimit)]
    }

    mutating func receive(_ plan: JudgingPlan, for source: JudgingSource) {
        guard prompt?.judged == source else { return }
        prompt?.judging = plan
        if plan.messages.isEmpty {
            // Said at the first question. The prompt stays: what is typed on must not become commands.
            prompt?.problem = plan.nothingPhrase
        } else if plan.hasMore {
            prompt?.problem = Phrase("these are the first %1; there are more", Self.markLimit)
        }
    }

    mutating func judged(_ receipt: JudgingReceipt, _ asked: PendingActs.Asked) -> [Effect] {
        if let act = asked.act, case .decide = act {
            // More waits in it: it stays where it is, and so does who reads it.
            status.say(Phrase("%1; more waits in this conversation", act.donePhrase))
            return reloadAll()
        }
        guard receipt.messages > 0 else {
            status.fail(receipt.nothingPhrase)
            return reloadAll()
        }
        status.say(receipt.phrase)
        inbox.unmark(asked.conversations)
        inbox.advance(past: asked.conversations)
        if composer == nil { focus = .inbox }
        return reloadAll()
    }

    /// A decision that restricts needs a yes, and so does one for many.
    mutating func repeatDecision(_ last: DecisionWish) -> [Effect] {
        let marked = markedTargets
        guard marked.isEmpty else { return askAboutMany(.firstOf(marked)) { .repeatedDecision($0, last) } }
        guard let target else {
            status.fail("no conversation is selected")
            return []
        }
        guard let message = shownTarget else { return startDecision() }
        guard !last.decision.restricts else { return ask(.repeatedDecision(.message(message), last)) }
        return act(.decide(last.act(on: message)), onlyOn: target)
    }
}

/// A decision before it is said on what.
package struct DecisionWish: Equatable, Sendable {
    package var decision: ModerationDecision
    package var guideline: String
    package var reason: String

    init(_ decision: ModerationDecision, guideline: String, reason: String) {
        self.decision = decision
        self.guideline = guideline
        self.reason = reason
    }

    /// On a message as its text is now.
    func act(on message: MessageRow) -> DecisionAct {
        DecisionAct(
            message: message.digest, revision: message.revision, decision: decision, guideline: guideline,
            reason: reason)
    }
}
