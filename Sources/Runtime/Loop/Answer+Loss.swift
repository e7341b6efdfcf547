import Dashboard
import Screen

extension Answer {
    /// Why something that was asked for did not come to be; nil: it did, or nothing was asked.
    var loss: Phrase? {
        switch self {
        case .refused(_, let refusal), .acted(_, .refused(let refusal)): refusal.phrase
        default: failure.map { Phrase("%1", $0) }
        }
    }
}
