import Conversations
import Screen

/// `.` does the last act once more, where somebody points now.
extension Dashboard {
    /// Notes an act that somebody asked for. Opening is none that they chose.
    mutating func remember(_ act: Act) {
        if act != .open { lastAct = act }
    }

    /// What cannot be taken back for good is asked about: a reply is opened to be sent, and a decision that restricts
    /// others needs a yes. All else can be undone, and is done.
    mutating func repeatAct(now: Moment) -> [Effect] {
        switch lastAct {
        case nil:
            status.fail("nothing was done yet that could be repeated")
            return []
        case .send(let reply): return startReply(with: reply.text)
        case .decide(let decision): return repeatDecision(decision)
        case .snooze(let until?), .hold(_, let until?), .leaveToCommunity(let until):
            guard until > now else {
                status.fail("its time is over; say a new one")
                return []
            }
            return lastAct.map { act($0) } ?? []
        case .some(let last): return act(last)
        }
    }

    private mutating func repeatDecision(_ last: DecisionAct) -> [Effect] {
        guard target != nil else {
            status.fail("no conversation is selected")
            return []
        }
        guard let message = shownTarget else { return startDecision() }
        guard !last.decision.restricts else { return ask(.repeatedDecision(message, last)) }
        return target.map { act(.decide(last.moved(to: message)), onlyOn: $0) } ?? []
    }
}

extension DecisionAct {
    /// The same decision on another message, as its text is now.
    func moved(to other: MessageRow) -> DecisionAct {
        DecisionAct(
            message: other.digest, revision: other.revision, decision: decision, guideline: guideline, reason: reason)
    }
}
