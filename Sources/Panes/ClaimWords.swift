import Conversations
import Screen

extension [Claim] {
    /// Who is answering and for how long, oldest first; nil: nobody. A warning to whoever would answer too.
    func phrase(now: Moment) -> Phrase? {
        guard let first else { return nil }
        let who = Phrase(one: "%2 is answering", other: "%2 are answering", count: names.count, joinedNames)
        let minutes = Int((now.milliseconds - first.since.milliseconds) / 60_000)
        switch minutes {
        case ..<1: return who
        case ..<60: return Phrase("%1, %2 min", who, minutes)
        default: return Phrase("%1, %2 h", who, minutes / 60)
        }
    }

    /// The same where there is little room.
    var shortPhrase: Phrase? {
        isEmpty ? nil : Phrase(one: "%2 answers", other: "%2 answer", count: names.count, joinedNames)
    }

    /// Each once, of sixteen cells at most.
    private var names: [String] {
        reduce(into: []) { names, claim in
            let name = SafeText.name(claim.actor).truncated(to: 16).plain
            if !names.contains(name) { names.append(name) }
        }
    }

    private var joinedNames: String {
        names.count > 2 ? "\(names[0]) +\(names.count - 1)" : names.joined(separator: ", ")
    }
}
