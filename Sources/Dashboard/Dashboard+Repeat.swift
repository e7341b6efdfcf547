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
        case .decide(let last):
            return repeatDecision(DecisionWish(last.decision, guideline: last.guideline, reason: last.reason))
        case .judge(let last):
            return repeatDecision(DecisionWish(last.decision, guideline: last.guideline, reason: last.reason))
        case .snooze(let until?), .hold(_, let until?), .leaveToCommunity(let until):
            guard until > now else {
                status.fail("its time is over; say a new one")
                return []
            }
            return lastAct.map { act($0) } ?? []
        case .some(let last): return last.isAboutPersons ? actOnPerson(last) : act(last)
        }
    }
}
