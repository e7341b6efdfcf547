import Conversations
import Runtime

extension Event {
    /// Time, person, what, on what, and the values.
    var logLine: String {
        let words = logValues.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        let off = isOn ? "" : "(undone) "
        return "\(recordedAt.minute)  \(actor)  \(kind.word)  \(subject.short)  \(off)\(words)"
    }

    private var logValues: [String?] {
        [
            payload.state?.rawValue, payload.resolution?.rawValue, payload.decision?.rawValue, payload.guideline,
            payload.value.flatMap(Priority.init(rawValue:))?.word, linkWord, payload.text,
            payload.person.map { String($0.prefix(8)) }, switchWord, payload.reason,
            payload.until.map { Moment(milliseconds: $0).minute },
        ]
    }

    /// Labels, roles and the team's accounts are set and taken away by events of one kind.
    private var switchWord: String? { payload.isOn.map { $0 ? "added" : "removed" } }

    /// Linking to a person and unlinking are events of one kind too; so is the name of a person.
    private var linkWord: String? {
        guard kind == .person else { return nil }
        guard field == "person" else { return "named" }
        return payload.person == nil ? "unlinked from" : "linked to"
    }
}
